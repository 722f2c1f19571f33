import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND, isBinary, temporaryFolder } from '../support/home.ts';
import { run, runShell } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

describe.skipIf(!isBinary)('the executable', () => {
  it('takes no code and no variables from the folder that it is started in', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'preload.ts'), `process.stdout.write('preloaded'); process.exit(9);`);
    writeFileSync(
      join(cwd, 'bunfig.toml'),
      'preload = ["./preload.ts"]\n[run]\npreload = ["./preload.ts"]\n',
    );
    for (const name of ['.env', '.env.local', '.env.production'])
      writeFileSync(join(cwd, name), 'LANG=fr_FR.UTF-8\nLC_ALL=fr_FR.UTF-8\nKIOSQUE_DEBUG=1\n');
    writeFileSync(
      join(cwd, 'tsconfig.json'),
      '{ "compilerOptions": { "paths": { "*": ["./preload.ts"] } } }',
    );
    writeFileSync(join(cwd, 'package.json'), '{ "type": "commonjs", "imports": { "#a": "./preload.ts" } }');
    const home = temporaryFolder();
    for (const args of [['list'], ['show', 'nosuch'], ['--help']])
      expect(await run(args, { home, cwd })).toEqual(await run(args, { home }));
  });

  it('is in French where the environment says so', async () => {
    const { stderr } = await run(['show', 'nosuch'], { env: { LANG: 'fr_FR.UTF-8' } });
    expect(stderr).toContain('aucun article');
  });

  it('needs nothing but itself', async () => {
    const HOME = join(temporaryFolder(), 'missing');
    const bare = { PATH: undefined, HOME, XDG_CACHE_HOME: undefined, XDG_STATE_HOME: undefined };
    const { code, stdout, stderr } = await run(['show', 'bienvenue'], { cwd: '/', env: bare });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Bienvenue dans Kiosque\n/);
    const terminal = openTerminal({ cwd: '/', env: bare });
    await terminal.waitFor('Welcome to Kiosque');
    terminal.type('q');
    expect((await terminal.exited).code).toBe(0);
  });

  it('reads the files of a system package where it is installed from one', async () => {
    const root = temporaryFolder();
    for (const folder of ['bin', 'share/kiosque/articles', 'share/kiosque/dist'])
      mkdirSync(join(root, folder), { recursive: true });
    const article = join(root, 'share/kiosque/articles/own.md');
    writeFileSync(article, '# Installed\n\nText.\n');
    const binary = join(root, 'bin/kiosque');
    copyFileSync(COMMAND[0], binary);
    const { stdout } = await runShell(`"${binary}" list --fields title,path`);
    expect(stdout).toBe(`Installed\t${article}\n`);
  });
});
