import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentAt, PROGRAM, temporaryFolder } from '../support/home.ts';
import { run, runShell } from '../support/run.ts';

it('says what to do where it has not been built', async () => {
  const clone = temporaryFolder();
  cpSync(dirname(PROGRAM), join(clone, 'bin'), { recursive: true });
  const { code, stdout, stderr } = await runShell(`"${process.execPath}" "${clone}/bin/kiosque.js" list`);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^kiosque: not built yet; .*npm run build.*\n$/);
});

it('ends at SIGUSR1 as at any signal, and opens no debugger', async () => {
  const home = temporaryFolder();
  const preload = join(home, 'signal.cjs');
  // Sent once the program waits for standard input.
  writeFileSync(preload, `setTimeout(() => process.kill(process.pid, 'SIGUSR1'), 500);`);
  const ended = await runShell('sleep 1.5 | (kiosque show -; echo "ended with $?")', {
    home,
    env: { NODE_OPTIONS: `--require=${preload}` },
  });
  expect(ended.stdout).toBe(`ended with ${128 + constants.signals.SIGUSR1}\n`);
  expect(ended.stderr).not.toContain('Debugger');
});

describe('output', () => {
  it('into a file is as into a pipe', async () => {
    const home = temporaryFolder();
    const { stdout } = await run(['list'], { home });
    await runShell('kiosque list > list.txt', { home });
    expect(readFileSync(join(home, 'list.txt'), 'utf8')).toBe(stdout);
  });

  it('onto a full disk is one line that says so', async () => {
    const { code, stderr } = await runShell('kiosque list > /dev/full');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^kiosque: .*no space left.*\n$/),
    });
  });

  it('into a pipe that does not wait comes whole all the same', async () => {
    const home = temporaryFolder();
    const article = join(home, 'long.md');
    writeFileSync(article, 'Mot après mot.\n\n'.repeat(60_000));
    // Node makes the descriptors of its own streams non-blocking, also for those that it shares them with.
    const script = `
      process.stdout.write('');
      const { spawn } = require('node:child_process');
      spawn(process.execPath, process.argv.slice(1), { stdio: ['ignore', 1, 2] });`;
    const child = spawn(
      'sh',
      ['-c', '"$0" -e "$SCRIPT" -- "$@" | (sleep 0.2; cat)', process.execPath, PROGRAM, 'show', article],
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
