#!/usr/bin/env bash
# A numeric character reference changes the rest of a text token of marked: it is decoded, named references are not, and each `&`
# of the source becomes `&amp;`. `R&D` is `R&D` in one token and `R&amp;D` in the next, so that the `text` of a token is neither
# source nor text nor HTML, and a program that reads tokens has to decode `raw` itself.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund marked@18.2.1

cd "$folder"
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { lexer } from 'marked';

const { version } = JSON.parse(readFileSync('node_modules/marked/package.json', 'utf8'));
const cases = [
  ['R&D is &mdash; cheap', 'R&D is &mdash; cheap'],
  ['R&D is &mdash; &#8364; 5', 'R&amp;D is &mdash; € 5'],
];

console.log(`marked ${version}, lexer`);
console.log('expected  the text as in the source, or all of it decoded: R&D is — € 5');
for (const [source, text] of cases) {
  const [token] = lexer(source)[0].tokens;
  console.log(`input     ${source}`);
  console.log(`output    ${token.text}`);
  if (token.text !== text) process.exitCode = 1;
}
JS
node run.mjs
