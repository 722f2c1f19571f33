#!/usr/bin/env bash
# The list of an Org file loses the state of its boxes with uniorg-rehype: `- [X] done` and `- [ ] to do` come out alike, although
# uniorg-parse keeps the box in its tree. A list of tasks says nothing any more: a program that shows Org files has to write list
# items by a handler of its own.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund uniorg-parse@3.2.2 uniorg-rehype@2.2.0 hast-util-to-html@9.0.6

cd "$folder"
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { toHtml } from 'hast-util-to-html';
import { parse } from 'uniorg-parse/lib/parser.js';
import { orgToHast } from 'uniorg-rehype/lib/org-to-hast.js';

const { version } = JSON.parse(readFileSync('node_modules/uniorg-rehype/package.json', 'utf8'));
const cases = [
  ['- [X] done\n- [ ] to do\n', '<ul><li>done</li><li>to do</li></ul>'],
];

console.log(`uniorg-rehype ${version}`);
console.log('expected  items that tell what is done');
for (const [source, html] of cases) {
  const tree = parse(source);
  const boxes = tree.children[0].children.map(({ checkbox }) => checkbox ?? 'none');
  const output = toHtml(orgToHast(tree)).replace(/\n|<\/?p>/g, '');
  console.log(`input     ${JSON.stringify(source)}, boxes in the tree: ${boxes.join(', ')}`);
  console.log(`output    ${output}`);
  if (output !== html) process.exitCode = 1;
}
JS
node run.mjs
