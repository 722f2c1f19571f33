#!/usr/bin/env bash
# hyphen's HTML mode takes the names of character references for words and puts soft hyphens into them. `&eacute;` becomes
# `&ea<U+00AD>cute;`, which a browser no longer decodes: readers see `d&ea-cute;veloppement`.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund hyphen@1.14.1

cd "$folder"
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import french from 'hyphen/fr/index.js';

const visible = (text) => text.replaceAll('\u00ad', '-');
const { version } = JSON.parse(readFileSync('node_modules/hyphen/package.json', 'utf8'));
const html = '<p>d&eacute;veloppement</p>';
const output = visible(french.hyphenateHTMLSync(html));

console.log(`hyphen ${version}, hyphenateHTMLSync, soft hyphens shown as -`);
console.log(`input     ${html}`);
console.log('expected  <p>d&eacute;ve-lop-pe-ment</p>, or any other division outside of &eacute;');
console.log(`output    ${output}`);
process.exitCode = output.includes('&ea-cute;') ? 0 : 1;
JS
node run.mjs
