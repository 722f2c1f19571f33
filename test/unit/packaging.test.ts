import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { isInstalled, outputOf } from '../support/programs.ts';

it.for([
  ['ruby', ['-c', 'packaging/homebrew/kiosque.rb'], /Syntax OK/],
  ['bash', ['-n', 'packaging/aur/PKGBUILD'], /^$/],
  ['desktop-file-validate', ['packaging/debian/kiosque.desktop'], /^$/],
  ['rsvg-convert', ['--format=svg', 'packaging/debian/kiosque.svg'], /<svg/],
] as const)('%s accepts its file', ([program, args, output], { skip }) => {
  skip(!isInstalled(program), `${program} is not installed`);
  expect(outputOf(program, args)).toMatch(output);
});

it('appstreamcli accepts the description of the application', ({ skip }) => {
  skip(!isInstalled('appstreamcli'), 'appstreamcli is not installed');
  const text = readFileSync('packaging/debian/metainfo.xml', 'utf8');
  const file = join(temporaryFolder(), 'local.kiosque.kiosque.metainfo.xml');
  writeFileSync(file, text.replace('@VERSION@', '1.0.0').replace('@DATE@', '2026-11-30'));
  expect(outputOf('appstreamcli', ['validate', '--no-net', file])).toContain('successful');
});

it('the description of the application has its placeholders, and the desktop file its icon', () => {
  const read = (name: string): string => readFileSync(join('packaging/debian', name), 'utf8');
  expect(read('metainfo.xml')).toContain('<release version="@VERSION@" date="@DATE@"/>');
  expect(read('kiosque.desktop')).toMatch(/^Icon=kiosque$/m);
  expect(read('control').match(/@\w+@/g)).toEqual(
    ['VERSION', 'ARCHITECTURE', 'MAINTAINER', 'SIZE', 'LIBC'].map((name) => `@${name}@`),
  );
});
