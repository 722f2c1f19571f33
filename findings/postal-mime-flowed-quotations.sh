#!/usr/bin/env bash
# postal-mime joins the lines of a mail in format=flowed (RFC 3676), but not those of a quotation in it: section 4.5 says to take
# off the marks of quoted lines before they are joined. `> one ` and `> two` become `> one > two`, with a mark in the middle of
# the sentence. A program that shows mails has to hide the parameter from the library, and join the lines itself.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund postal-mime@4.0.0

cd "$folder"
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';

const { version } = JSON.parse(readFileSync('node_modules/postal-mime/package.json', 'utf8'));
const cases = [
  ['One \ntwo\n', 'One two\n'],
  ['> One \n> two\n', '> One > two\n'],
];

console.log(`postal-mime ${version}`);
console.log('expected  lines joined without marks of quotations between them');
for (const [text, joined] of cases) {
  const mail = `Subject: a\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n${text}`;
  const output = (await PostalMime.parse(mail)).text;
  console.log(`input     ${JSON.stringify(text)}`);
  console.log(`output    ${JSON.stringify(output)}`);
  if (output !== joined) process.exitCode = 1;
}
JS
node run.mjs
