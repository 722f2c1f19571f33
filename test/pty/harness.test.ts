import { describe, expect, it } from 'vitest';
import { run, runShell } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

describe('the terminal harness', () => {
  it('gives the text and style of each cell and the position of the cursor', async () => {
    const terminal = openTerminal({
      shell:
        "printf '\\033[?1049h\\033[?25l\\033[1;31mé👍\\033[0m\\033[7mb\\033[m'; read x; printf '\\033[?1049l\\033[?25h'",
    });
    const screen = await terminal.waitFor('é👍b');
    expect(screen.modes).toMatchObject({ alternateScreen: true, cursorVisible: false });
    expect(screen.cursor).toEqual({ row: 0, column: 4 });
    expect(screen.cells(0)[0]).toMatchObject({ text: 'é', bold: true, foreground: 1 });
    expect(screen.cells(0)[2]).toMatchObject({ text: '' });
    expect(screen.cells(0)[3]).toMatchObject({ text: 'b', inverse: true, foreground: undefined });
    terminal.press('Enter');
    expect(await terminal.exited).toEqual({ code: 0, signal: 0 });
    expect(screen.modes).toMatchObject({ alternateScreen: false, cursorVisible: true });
  });

  it('resizes the terminal and reports the exit code of the program', async () => {
    const terminal = openTerminal({ shell: 'echo ready; read x; stty size; exit $x', rows: 10 });
    await terminal.waitFor('ready');
    terminal.resize(50, 12);
    terminal.type('3\r');
    await terminal.waitFor('12 50');
    expect((await terminal.exited).code).toBe(3);
  });

  it.each([
    ['exits', 'exit 3', { code: 3, signal: 0 }],
    ['ends by a signal', 'kill -KILL $$', { code: 0, signal: 9 }],
  ])('has read the whole output of a program when it %s', async (_, ending, exit) => {
    const terminal = openTerminal({ shell: `seq 9999; printf 'the end é'; ${ending}`, rows: 10 });
    expect(await terminal.exited).toEqual(exit);
    expect(terminal.output.split('\r\n')).toHaveLength(10_000);
    expect(terminal.screen.rows.at(-1)).toBe('the end é');
  });

  it('includes the screen in the error when a program ends too early', async () => {
    const terminal = openTerminal({ shell: 'echo something else' });
    await expect(terminal.waitFor('this')).rejects.toThrow(/ended with 0.*this[\s\S]*something else/);
  });

  it('runs the program without a terminal, in a home folder of its own', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, stderr: '' });
    const shell = await runShell('command -v kiosque; cat', { input: 'fed' });
    expect(shell.stdout).toMatch(/\/bin\/kiosque\nfed$/);
  });
});
