// Fills in the recipes of Homebrew and Arch Linux for a tarball of this version: writes them and the tarball to release/.
//
//   npm run build:recipes -- ADDRESS [HOMEPAGE]      ADDRESS is that of the folder in which the tarball is published
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

const [address, homepage = address] = process.argv.slice(2);
if (!address) {
  console.error('usage: npm run build:recipes -- ADDRESS [HOMEPAGE]');
  process.exit(2);
}
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

mkdirSync('release', { recursive: true });
execFileSync('npm', ['pack', '--silent', '--pack-destination', 'release']);
const tarball = readFileSync(`release/kiosque-${version}.tgz`);
const values = {
  VERSION: version,
  URL: address,
  HOMEPAGE: homepage,
  SHA256: createHash('sha256').update(tarball).digest('hex'),
};
for (const recipe of ['packaging/homebrew/kiosque.rb', 'packaging/aur/PKGBUILD']) {
  const text = readFileSync(recipe, 'utf8').replace(/^# .*@VERSION@.*\n/m, '');
  writeFileSync(
    `release/${basename(recipe)}`,
    text.replace(/@([A-Z\d]+)@/g, (_, name) => values[name]),
  );
}
