#!/usr/bin/env bash
# smol-toml accepts days that a month does not have, which TOML 1.0 forbids by RFC 3339, and moves them into the next month: an
# article dated 30 February is of 1 March. 31 days are the limit for any month. To keep such a date out, compare the parsed day with
# the source.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund smol-toml@1.9.1

cd "$folder"
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';

const { version } = JSON.parse(readFileSync('node_modules/smol-toml/package.json', 'utf8'));
const cases = [
  ['date = 2024-02-30', '2024-03-01'],
  ['date = 2024-04-31', '2024-05-01'],
];

console.log(`smol-toml ${version}, parse`);
console.log('expected  an error');
for (const [source, date] of cases) {
  const output = parse(source).date.toISOString().slice(0, 10);
  console.log(`input     ${source}`);
  console.log(`output    ${output}`);
  if (output !== date) process.exitCode = 1;
}
JS
node run.mjs
