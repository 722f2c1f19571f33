import { readFileSync } from 'node:fs';
import { lexer, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { usageSection } from '../../src/cli/help/command-sections.ts';
import { keyLabel } from '../../src/messages/key-labels.ts';
import { LANGUAGES, type Language } from '../../src/messages/locale.ts';
import { type Command, commands } from '../../src/state/command-table.ts';
import { keysOf } from '../../src/state/help-rows.ts';
import { markdownOf } from '../support/reference.ts';

const FILES: Readonly<Record<Language, string>> = { en: 'README.md', fr: 'README.fr.md' };

/** The commands whose keys a beginner needs; those in a row are about the same. */
const KEYS: readonly (readonly Command[])[] = [
  ['down', 'up'],
  ['pageDown', 'pageUp'],
  ['open', 'back'],
  ['search'],
  ['nextMatch', 'previousMatch'],
  ['contents'],
  ['nextLink', 'follow'],
  ['filters', 'sort'],
  ['star', 'toggleRead'],
  ['select'],
  ['theme'],
  ['help', 'leave'],
];

const keysTable = (language: Language): string =>
  markdownOf([
    {
      entries: KEYS.map((row) => ({
        term: row.map((command) => keyLabel(keysOf(commands[command])[0]!, language)).join('  '),
        text: row.map((command) => commands[command].help[language]).join('; '),
      })),
    },
  ]);

/** Tables made from those of the program, by the name of the comments around them. */
const TABLES: Readonly<Record<string, (language: Language) => string>> = {
  commands: (language) => markdownOf([{ entries: usageSection(language).entries ?? [] }]),
  keys: keysTable,
};

/** The README with its tables as they should be. */
const withTables = (text: string, language: Language): string =>
  Object.entries(TABLES).reduce((result, [name, tableIn]) => {
    const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
    const [before, rest = ''] = result.split(start);
    return `${before}${start}\n${tableIn(language)}\n${end}${rest.split(end)[1] ?? ''}`;
  }, text);

describe.each(LANGUAGES)('the README in %s', (language) => {
  it('has tables of commands and keys as the program has them', async () => {
    const text = readFileSync(FILES[language], 'utf8');
    await expect(withTables(text, language)).toMatchFileSnapshot(`../../${FILES[language]}`);
  });
});

/** The kind of a block, with what is the same in every language. */
function outline(token: Token): string {
  switch (token.type) {
    case 'heading':
      return `heading ${token.depth}`;
    case 'code':
      return `${token.lang}: ${programsIn(token.text)}`;
    case 'table':
      return `table of ${token.header.length} columns, ${token.rows.length} rows`;
    case 'list':
      return `list of ${token.items.length}`;
    case 'html':
      return token.raw
        .replace(/alt="[^"]*"/, '')
        .replace(/\.(?:en|fr)\./g, '.LANGUAGE.')
        .trim();
    default:
      return token.type;
  }
}

/** The programs and options in lines of a shell, without words of a language. */
const programsIn = (code: string): string =>
  code
    .split('\n')
    .map((line) =>
      Array.from(line.matchAll(/(?<!\S)(?:kiosque|npm|jq|source|export)(?: [a-z]+)?|--[a-z]+/g), String),
    )
    .join('\n');

it('the READMEs have the same parts in the same order', () => {
  const outlines = LANGUAGES.map((language) =>
    lexer(readFileSync(FILES[language], 'utf8'))
      .filter(({ type }) => type !== 'space')
      .map(outline),
  );
  expect(outlines[1]).toEqual(outlines[0]);
});
