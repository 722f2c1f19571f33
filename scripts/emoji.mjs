// Writes src/unicode/emoji-table.ts from the names that emojilib (which marked-terminal brings) gives to emoji:
//   node scripts/emoji.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const names = JSON.parse(readFileSync('node_modules/emojilib/simplemap.json', 'utf8'));
// Second names that GitHub knows, and emoji that are newer than the table.
Object.assign(names, {
  bee: '🐝',
  boat: '⛵',
  book: '📖',
  car: '🚗',
  collision: '💥',
  envelope: '✉️',
  gb: '🇬🇧',
  hand: '✋',
  hankey: '💩',
  heavy_exclamation_mark: '❗',
  hugging_face: '🤗',
  partying_face: '🥳',
  pencil: '📝',
  punch: '👊',
  runner: '🏃',
  running: '🏃',
  satisfied: '😆',
  telephone: '☎️',
  thumbsdown: '👎',
  thumbsup: '👍',
});
const byEmoji = new Map();
for (const [name, emoji] of Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (/^[a-z0-9_+-]+$/.test(name)) byEmoji.set(emoji, [...(byEmoji.get(emoji) ?? []), name]);
}

const lines = [''];
for (const [emoji, all] of byEmoji) {
  const entry = `${[...all, emoji].join(' ')};`;
  if (lines.at(-1).length + entry.length > 100) lines.push('');
  lines[lines.length - 1] += entry;
}

writeFileSync(
  'src/unicode/emoji-table.ts',
  `// Written by scripts/emoji.mjs from emojilib's table. Do not edit.

/** Names of emoji, then the emoji, a blank between them; a semicolon after each. Made when asked for, as few texts want it. */
export const emojiNames = (): string =>
  [
${lines.map((line) => `    '${line}',`).join('\n')}
  ].join('');
`,
);
