import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';

describe('a program that converts files', () => {
  it('counts at once after it was changed, in the list, in a search and for an article', async () => {
    const home = temporaryFolder();
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'essai.xyz'), 'mot');
    const folder = join(home, '.config', 'kiosque');
    const convertTo = (text: string): void => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        join(folder, 'config.toml'),
        `[convert]\nxyz = ["echo", "# ${text}\\n\\nUn ${text}.", "{}"]\n`,
      );
    };
    for (const word of ['hibou', 'renard']) {
      convertTo(word);
      const { stdout: found } = await run(['search', word, '--from', cwd], { home });
      expect(found).toContain(word);
      const { stdout: list } = await run(['list', '--from', cwd], { home });
      expect(list).toContain(word);
      const { stdout: shown } = await run(['show', 'essai', '--from', cwd], { home });
      expect(shown).toContain(`Un ${word}.`);
    }
    const { stdout } = await run(['search', 'hibou', '--from', cwd], { home });
    expect(stdout).not.toContain('hibou');
  });

  it('is named with the reason why it failed', async () => {
    const home = temporaryFolder();
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'essai.xyz'), 'mot');
    mkdirSync(join(home, '.config', 'kiosque'), { recursive: true });
    writeFileSync(join(home, '.config', 'kiosque', 'config.toml'), '[convert]\nxyz = "false"\n');
    const { code, stderr } = await run(['show', 'essai.xyz'], { home, cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'kiosque: cannot convert essai.xyz ([convert] in config.toml): false: exit 1\n',
    });
  });

  it('ends when Kiosque is ended', async () => {
    const home = temporaryFolder();
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'essai.xyz'), 'mot');
    mkdirSync(join(home, '.config', 'kiosque'), { recursive: true });
    const script = 'echo $$ > pid; kill -TERM $PPID; exec sleep 60';
    writeFileSync(
      join(home, '.config', 'kiosque', 'config.toml'),
      `[convert]\nxyz = ["sh", "-c", "${script}", "{}"]\n`,
    );
    expect(await run(['show', 'essai.xyz'], { home, cwd })).toMatchObject({ signal: 'SIGTERM', stdout: '' });
    const pid = Number(readFileSync(join(cwd, 'pid'), 'utf8'));
    await expect.poll(() => isRunning(pid), { timeout: 20_000 }).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
