import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { environmentAt, temporaryFolder } from '../support/home.ts';

it('packs into a tarball that installs into an empty folder and runs with its articles', () => {
  const folder = temporaryFolder();
  const npm = (args: readonly string[], cwd: string) =>
    execFileSync('npm', [...args, '--silent', '--no-audit', '--no-fund'], { cwd, encoding: 'utf8' });
  const tarball = npm(['pack', '--ignore-scripts', '--pack-destination', folder], '.')
    .trim()
    .split('\n')
    .at(-1)!;
  const app = join(folder, 'app');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{}');
  npm(['install', '--offline', '--omit=dev', join(folder, tarball)], app);

  expect(readdirSync(join(app, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['kiosque']);
  expect(existsSync(join(app, 'node_modules/kiosque/src'))).toBe(false);
  const kiosque = (...args: string[]) =>
    execFileSync(join(app, 'node_modules/.bin/kiosque'), args, {
      cwd: app,
      env: environmentAt(folder),
      encoding: 'utf8',
    });
  expect(kiosque('--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(kiosque('list').split('\n').length).toBeGreaterThan(30);
  expect(kiosque('show', 'partenaria')).toMatch(/^Grandir par les partenariats\n/);
});
