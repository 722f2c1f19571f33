import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reset } from '../../src/commands/reset.ts';
import { expectClean, folder, isShown } from '../support/orchard.ts';
import { openTerminal } from '../support/terminal.ts';

/** Compares the settings of the terminal's line discipline before the reader, after it was killed, and after the reset. */
const KILLED = `
stty -a >"$HOME/found"
sh -c 'echo $$ >"$HOME/pid"; exec kiosque "$ARTICLES"'
stty -a >"$HOME/left"
kiosque reset
stty -a >"$HOME/reset"
cmp -s "$HOME/found" "$HOME/left" || echo left in disorder
cmp "$HOME/found" "$HOME/reset" && echo as found`;

describe('kiosque reset', () => {
  it('restores the screen, its modes and the editing of lines after the reader was killed', async () => {
    const terminal = openTerminal({ shell: KILLED, env: { ARTICLES: folder() }, columns: 100, rows: 30 });
    await terminal.waitFor(isShown);
    expect(terminal.screen.modes).toMatchObject({ alternateScreen: true, mouse: true });
    process.kill(Number(readFileSync(join(terminal.home, 'pid'), 'utf8')), 'SIGKILL');
    await terminal.exited;
    await expectClean(terminal);
    expect(terminal.screen.text).toMatch(/^left in disorder\nas found$/);
  });

  it('changes nothing on a terminal that is in order', async () => {
    const terminal = openTerminal({ shell: 'echo one; kiosque reset; echo two' });
    expect((await terminal.exited).code).toBe(0);
    expect(terminal.screen.text).toMatch(/^one\ntwo$/);
  });

  it('reports that there is no terminal', () => {
    expect(() => reset({ process }, '/no/such/device')).toThrow(expect.objectContaining({ code: 2 }));
  });
});
