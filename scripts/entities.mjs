// Writes src/unicode/entity-table.ts from the table of named character references of the HTML standard:
//   node scripts/entities.mjs entities.json      (https://html.spec.whatwg.org/entities.json)
import { readFileSync, writeFileSync } from 'node:fs';

const source = process.argv[2];
if (!source) throw new Error('usage: node scripts/entities.mjs entities.json');

const table = JSON.parse(readFileSync(source, 'utf8'));
const names = Object.keys(table).filter((name) => name.endsWith(';'));
const entries = names
  .map((name) => [name.slice(1, -1), table[name].codepoints])
  .sort(([a], [b]) => (a < b ? -1 : 1));
// References that older pages write without the semicolon.
const legacy = Object.keys(table).filter((name) => !name.endsWith(';'));

let previous = '';
const packed = entries.map(([name, points]) => {
  let shared = 0;
  while (shared < 35 && name[shared] !== undefined && name[shared] === previous[shared]) shared++;
  previous = name;
  return `${shared.toString(36)}${name.slice(shared)},${points.map((point) => point.toString(36)).join('+')};`;
});

const lines = (pieces) => {
  const out = [''];
  for (const piece of pieces) {
    if (out.at(-1).length + piece.length > 100) out.push('');
    out[out.length - 1] += piece;
  }
  return out.map((line) => `    '${line}',`).join('\n');
};

writeFileSync(
  'src/unicode/entity-table.ts',
  `// Written by scripts/entities.mjs from the HTML standard's table. Do not edit.

/**
 * Named character references, sorted: for each, how many characters its name shares with the one before (base 36), the
 * rest of the name, a comma, its code points (base 36, joined by \`+\`), a semicolon.
 */
export const entities = (): string =>
  [
${lines(packed)}
  ].join('');

/** Names that HTML also knows without a semicolon. */
export const legacyNames = (): string =>
  [
${lines(legacy.map((name) => `${name.slice(1)} `))}
  ].join('');
`,
);
