#!/usr/bin/env bash
# A colon inside a word begins a text directive of remark-directive, whose name may begin with a digit: of `at 10:30` only `at 10`
# is left when the tree becomes HTML, since remark-rehype knows nothing to write for a directive without a label. A program that
# uses it on other people's Markdown has to write directives that it does not know as their source.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund \
  unified@11.0.5 remark-parse@11.0.0 remark-directive@4.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1

cd "$folder"
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import rehypeStringify from 'rehype-stringify';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const { version } = JSON.parse(readFileSync('node_modules/remark-directive/package.json', 'utf8'));
const processor = unified().use(remarkParse).use(remarkDirective).use(remarkRehype).use(rehypeStringify);
const cases = [
  ['The train leaves at 10:30.', '<p>The train leaves at 10<div></div>.</p>'],
  ['Write key:value here.', '<p>Write key<div></div> here.</p>'],
];

console.log(`remark-directive ${version}, with remark-rehype`);
console.log('expected  the words of the source');
for (const [source, html] of cases) {
  const output = String(processor.processSync(source));
  console.log(`input     ${source}`);
  console.log(`output    ${output}`);
  if (output !== html) process.exitCode = 1;
}
JS
node run.mjs
