import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { environmentAt, temporaryFolder } from '../support/home.ts';

const { version: VERSION } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
/** Bytes of the tarball: a package that comes to be in it twice is noticed. */
const MAX_SIZE = 1_700_000;

it('packs into a tarball that installs into an empty folder and runs with its articles', () => {
  const folder = temporaryFolder();
  const npm = (args: readonly string[], cwd: string) =>
    execFileSync('npm', [...args, '--silent', '--no-audit', '--no-fund'], { cwd, encoding: 'utf8' });
  const tarball = npm(['pack', '--ignore-scripts', '--pack-destination', folder], '.')
    .trim()
    .split('\n')
    .at(-1)!;
  expect(statSync(join(folder, tarball)).size).toBeLessThan(MAX_SIZE);
  const app = join(folder, 'app');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{}');
  npm(['install', '--offline', '--omit=dev', join(folder, tarball)], app);

  expect(readdirSync(join(app, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['kiosque']);
  expect(existsSync(join(app, 'node_modules/kiosque/src'))).toBe(false);
  expect(existsSync(join(app, 'node_modules/kiosque/SECURITY.md'))).toBe(true);
  const licenses = readFileSync(join(app, 'node_modules/kiosque/dist/THIRD-PARTY-LICENSES'), 'utf8');
  const { man } = JSON.parse(readFileSync(join(app, 'node_modules/kiosque/package.json'), 'utf8')) as {
    man: readonly string[];
  };
  for (const page of man)
    expect(readFileSync(join(app, 'node_modules/kiosque', page), 'utf8'), page).toMatch(/^\.Dd /);
  for (const name of ['ink', 'react', 'marked', 'highlight.js', 'yaml', 'hyphen', 'smol-toml', 'yoga-layout'])
    expect(licenses, name).toMatch(new RegExp(`^${name} \\d[^\\n]* \\((?:MIT|ISC|BSD-3-Clause)\\)\\n`, 'm'));
  const kiosque = (...args: string[]) =>
    execFileSync(join(app, 'node_modules/.bin/kiosque'), args, {
      cwd: app,
      env: environmentAt(folder),
      encoding: 'utf8',
    });
  expect(kiosque('--version')).toBe(`${VERSION}\n`);
  for (const shell of ['bash', 'zsh', 'fish'])
    expect(kiosque('completion', shell)).toContain('kiosque complete --');
  expect(kiosque('list').split('\n').length).toBeGreaterThan(30);
  expect(kiosque('show', 'partenaria')).toMatch(/^Grandir par les partenariats\n/);
});

it('builds the same bytes in another folder', () => {
  const folder = temporaryFolder();
  for (const path of ['package.json', 'tsconfig.json', 'articles', 'scripts', 'src'])
    cpSync(path, join(folder, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: folder });

  const filesIn = (path: string): string[] =>
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(path, join(entry.parentPath, entry.name)))
      .sort();
  const built = filesIn('dist');
  expect(filesIn(join(folder, 'dist'))).toEqual(built);
  for (const name of built)
    expect(readFileSync(join(folder, 'dist', name)).equals(readFileSync(join('dist', name))), name).toBe(
      true,
    );
});

it('has its version in package.json alone', () => {
  const files = ['src', 'scripts', 'bin', 'docs'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  expect(files.filter((file) => readFileSync(file, 'utf8').includes(VERSION))).toEqual([]);
});

it('lists every bundled package, once, in the bill of materials', () => {
  const { components, metadata } = JSON.parse(readFileSync('dist/sbom.cdx.json', 'utf8'));
  const addresses: string[] = components.map(({ purl }: { purl: string }) => purl);
  expect(metadata.component.name).toBe('kiosque');
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toContain(`pkg:npm/ink@${packageVersion('ink')}`);
  expect(addresses).toContain(
    `pkg:npm/%40alcalzone/ansi-tokenize@${packageVersion('@alcalzone/ansi-tokenize')}`,
  );
  expect(addresses.some((address) => /vitest|esbuild|typescript/.test(address))).toBe(false);
});

const packageVersion = (name: string): string =>
  JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
