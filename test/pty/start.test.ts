import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND, environmentAt, PROGRAM, preloading, temporaryFolder } from '../support/home.ts';
import { run, runShell } from '../support/run.ts';

it('tells the user to build the program if it is not built', async () => {
  const clone = temporaryFolder();
  cpSync(dirname(PROGRAM), join(clone, 'bin'), { recursive: true });
  const { code, stdout, stderr } = await runShell(`"${process.execPath}" "${clone}/bin/kiosque.js" list`);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^kiosque: not built yet; .*npm run build.*\n$/);
});

it('ends on SIGUSR1 like on other signals and opens no debugger', async () => {
  const home = temporaryFolder();
  const preload = join(home, 'signal.mjs');
  // Sent after half a second, when the program waits for standard input.
  writeFileSync(preload, `setTimeout(() => process.kill(process.pid, 'SIGUSR1'), 500);`);
  const ended = await runShell('sleep 1.5 | (kiosque show -; echo "ended with $?")', {
    home,
    env: preloading(preload),
  });
  expect(ended.stdout).toBe(`ended with ${128 + constants.signals.SIGUSR1}\n`);
  expect(ended.stderr).not.toContain('Debugger');
});

describe('output', () => {
  it('is the same in a file as in a pipe', async () => {
    const home = temporaryFolder();
    const { stdout } = await run(['list'], { home });
    await runShell('kiosque list > list.txt', { home });
    expect(readFileSync(join(home, 'list.txt'), 'utf8')).toBe(stdout);
  });

  it('on a full disk fails with a one-line error', async () => {
    const { code, stderr } = await runShell('kiosque list > /dev/full');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^kiosque: .*no space left.*\n$/),
    });
  });

  it('is complete in a non-blocking pipe', async () => {
    const home = temporaryFolder();
    const article = join(home, 'long.md');
    writeFileSync(article, 'Mot après mot.\n\n'.repeat(60_000));
    // Node makes the descriptors of its standard streams non-blocking, and a child process inherits them so.
    const script = `
      process.stdout.write('');
      const { spawn } = require('node:child_process');
      spawn(process.argv[1], process.argv.slice(2), { stdio: ['ignore', 1, 2] });`;
    const child = spawn(
      'sh',
      ['-c', '"$0" -e "$SCRIPT" -- "$@" | (sleep 0.2; cat)', process.execPath, ...COMMAND, 'show', article],
      {
        env: { ...environmentAt(home), SCRIPT: script },
      },
    );
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(output).toBe((await run(['show', article], { home })).stdout);
    expect(output.length).toBeGreaterThan(900_000);
  });
});
