#!/usr/bin/env bash
# marked-terminal decodes character references in code, where Markdown has none (CommonMark 0.31.2, 2.5: "Entity and numeric
# character references are treated as literal text in code spans and code blocks"). A text about HTML loses what it is about.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund marked@18.2.1 marked-terminal@7.3.1

cd "$folder"
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Marked } from 'marked';
import { markedTerminal } from 'marked-terminal';

const versionOf = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const source = 'Write `&lt;` for `<`, and `&amp;amp;` for `&amp;`.';
const output = new Marked(markedTerminal()).parse(source).trim();

console.log(`marked-terminal ${versionOf('marked-terminal')}, marked ${versionOf('marked')}, without colours`);
console.log(`input     ${source}`);
console.log('expected  Write &lt; for <, and &amp;amp; for &amp;.');
console.log(`output    ${output}`);
process.exitCode = output === 'Write < for <, and &amp; for &.' ? 0 : 1;
JS
FORCE_COLOR=0 node run.mjs
