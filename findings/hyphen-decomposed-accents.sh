#!/usr/bin/env bash
# hyphen divides the same French word elsewhere when its accents are combining characters (NFD, as macOS and many PDF files
# have them): `élèvement` becomes `é-lè-ve-ment`, with a single letter before the first hyphen. The accent counts as one of the two
# letters that have to stay together at the beginning of a word.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund hyphen@1.14.1

cd "$folder"
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import french from 'hyphen/fr/index.js';

const { version } = JSON.parse(readFileSync('node_modules/hyphen/package.json', 'utf8'));
const divided = (word) => french.hyphenateSync(word).replaceAll('\u00ad', '-').normalize('NFC');

console.log(`hyphen ${version}, hyphenateSync, French, soft hyphens shown as -`);
console.log('expected  the same divisions for both forms, which are canonically equivalent');
for (const word of ['élèvement', 'événement', 'éclairé']) {
  const [composed, decomposed] = ['NFC', 'NFD'].map((form) => divided(word.normalize(form)));
  console.log(`output    ${composed} (NFC), ${decomposed} (NFD)`);
  if (composed.startsWith('é-') || !decomposed.startsWith('é-')) process.exitCode = 1;
}
JS
node run.mjs
