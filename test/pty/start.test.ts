import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentAt, PROGRAM, temporaryFolder } from '../support/home.ts';
import { run, runShell } from '../support/run.ts';

describe('the cache of compiled code', () => {
  const list = async (home: string) => {
    const { code, stdout, stderr } = await run(['list'], { home });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  };
  const codeAt = (home: string) => join(home, 'cache/kiosque/code');
  const contents = (folder: string) =>
    new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));

  it('is written once, whole, and not again', async () => {
    const home = temporaryFolder();
    const first = await list(home);
    const written = contents(codeAt(home));
    expect(written.size).toBeGreaterThan(0);
    for (const name of written.keys()) expect(name).toContain(process.version);
    expect(await list(home)).toBe(first);
    expect(contents(codeAt(home))).toEqual(written);
  });

  it.each([
    ['empty', 0],
    ['cut short', 5000],
    ['cut short in its table', 20],
  ])('is made anew where it is %s, and cleared of what other builds left', async (_, length) => {
    const home = temporaryFolder();
    const first = await list(home);
    const written = contents(codeAt(home));
    for (const name of written.keys()) truncateSync(join(codeAt(home), name), length);
    writeFileSync(join(codeAt(home), 'v20.20.0-x64-ancient-cli.js'), 'x');
    expect(await list(home)).toBe(first);
    expect([...contents(codeAt(home)).keys()]).toEqual([...written.keys()]);
    for (const [name, bytes] of contents(codeAt(home))) {
      expect(bytes.length).toBeGreaterThan(written.get(name)!.length * 0.9);
    }
  });

  it('is refused by V8 where it is of another code, and made anew', async () => {
    const home = temporaryFolder();
    const first = await list(home);
    const written = contents(codeAt(home));
    for (const [name, bytes] of written) {
      const end = bytes.indexOf(10) + 1;
      writeFileSync(
        join(codeAt(home), name),
        Buffer.concat([bytes.subarray(0, end), bytes.subarray(end).fill(7)]),
      );
    }
    expect(await list(home)).toBe(first);
    for (const [name, bytes] of contents(codeAt(home))) expect(bytes).not.toEqual(written.get(name));
  });

  it.each(['a file', 'read-only'])('is not needed: its folder is %s', async (obstacle) => {
    const home = temporaryFolder();
    const cache = join(home, 'cache');
    if (obstacle === 'a file') writeFileSync(cache, '');
    else {
      mkdirSync(cache);
      chmodSync(cache, 0o500);
    }
    expect(await list(home)).toBe(await list(temporaryFolder()));
    chmodSync(cache, 0o700);
  });
});

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
