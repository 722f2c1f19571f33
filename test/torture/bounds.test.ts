import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpuUsage } from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { FORMS, print } from './injection/outputs.ts';
import { isWhole, sampleOf, Tally } from './support/tries.ts';

/** Share of the inputs in a sample. */
const SHARE = 0.06;
/** UTF-16 units of the smallest of three inputs; the others have twice and four times as many. */
const SIZE = isWhole ? 60_000 : 20_000;

/** Texts that a hostile input repeats: beginnings of markup that nothing ends, nesting, words, and odd characters. */
const UNITS = [
  ...[
    '[',
    '](',
    '![',
    '[[',
    '[^',
    '[a]: ',
    '[a](b) ',
    '<',
    '<a ',
    '</',
    '<!--',
    '<b>',
    '<p>',
    '<ul><li>',
    '<pre>',
  ],
  ...[
    '<table><tr><td>',
    '<div class="',
    '&',
    '&#',
    '&#x1b;',
    '*',
    '**',
    '* ',
    '_',
    '*a_',
    '`',
    '` ',
    '```\n',
    '~~',
    '~a',
  ],
  ...[
    '$',
    '$$\n',
    '|',
    '|\n',
    '| a ',
    '>',
    '> ',
    '>\n',
    '-',
    '- ',
    '- a\n',
    '1. ',
    '1.\n',
    '#',
    '# ',
    '# a\n',
    '=\n',
    '---\n',
  ],
  ...[
    ':',
    '::',
    ':::note\n',
    ':a:',
    '{',
    '{{',
    '{% a %}',
    '{#',
    '}',
    '\\',
    '\\\n',
    '^',
    '+',
    '++',
    '!',
    '!!! note\n',
    '==',
  ],
  ...[
    'a',
    'a ',
    'a\n',
    'a\n\n',
    '    a\n',
    ' ',
    '\t',
    '\n',
    '\r',
    '.',
    ',',
    ';',
    '"',
    "'",
    '«\u00a0',
    '-a',
    '/',
    '@',
    'a@b.c ',
  ],
  ...[
    'http://',
    'www.a',
    'https://a.b/ ',
    '0',
    '0 ',
    '1,',
    'é',
    'e\u0301',
    '\u0301',
    '日',
    '👩\u200d',
    '\u200b',
    '\u00ad',
    '\u202e',
  ],
  ...[
    '\x1b',
    '\x1b[',
    '\x1b[1m',
    '\x1b]',
    '\x1b]0;',
    '\x9b',
    'a\b',
    '\b',
    '\ud800',
    '\u2800',
    '\ufe0f',
    '\u200d',
  ],
  ...[
    '[x] ',
    '<<',
    '>>',
    '<http://',
    '[1]: ',
    '(c) ',
    '...',
    '--',
    'a:b\n',
    'a: b\n',
    ': b\n',
    'a\tb\n',
    'a,b\n',
    '"a",',
    '"a\n',
  ],
  ...['<A ', '<A>\n', '{a} <B c={d}/> ', '<A b={', 'import {a} from "b"\n', 'export const a = {b}, '],
] as const;

/** Bodies of pages of about `size` units: of a page, unlike a fragment, the main text is looked for. */
const pageBodies: Readonly<Record<string, (size: number) => string>> = {
  'links above a title, nested': (size) =>
    `${'<div>'.repeat(size / 20)}${'<div><a href="a">b c</a></div>'.repeat(size / 40)}<h1>a</h1>`,
  'links to the next page': (size) => '<p><a rel="next" href="a">b</a>'.repeat(size / 32),
  attributes: (size) => `<p ${lines(size, (line) => `a${line}=b`)}>a</p>`,
  'one attribute': (size) => `<p class="${'nav '.repeat(size / 4)}" style="${'color:'.repeat(9)}">a</p>`,
  tables: (size) => '<table><tr><td>a</table>'.repeat(size / 24),
  'a table of spans': (size) => `<table>${'<tr><td colspan=1000 rowspan=1000>a'.repeat(size / 36)}</table>`,
  'paragraphs in bold without an end': (size) => '<b><p>a'.repeat(size / 7),
  'links without an end': (size) => '<a href="a">b'.repeat(size / 13),
  references: (size) => `<p>${'&amp;&notareference;&#x41;'.repeat(size / 26)}</p>`,
  spans: (size) => `<p>${'<span class="a">b</span>'.repeat(size / 24)}</p>`,
  'parts of prose': (size) =>
    '<div class="post"><p>One, two, three, four, five, six, seven, and so on.</p></div>'.repeat(size / 81),
  notes: (size) =>
    lines(
      size,
      (line) => `<a id="r${line}" href="#n${line}">1</a><p id="n${line}"><a href="#r${line}">1</a> a`,
    ),
};

/** Texts of about `size` units that are no mere repetition. */
const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  'brackets, nested': (size) => '['.repeat(size / 2) + ']'.repeat(size / 2),
  'quotations, nested': (size) => lines(size, (line) => `${'> '.repeat(line % 200)}a`),
  'lists, nested': (size) => lines(size, (line) => `${'  '.repeat(line % 100)}- a`),
  headings: (size) => lines(size, (line) => `# Heading ${line}\n`),
  links: (size) => lines(size, (line) => `[link ${line}](#heading-${line})`),
  'definitions of links': (size) =>
    lines(size, (line) => `[a${line}]\n\n[a${line}]: https://example.org/${line}\n`),
  footnotes: (size) => lines(size, (line) => `a[^${line}]\n\n[^${line}]: b\n`),
  'rows of a table': (size) => `| a | b |\n| - | - |\n${lines(size, (line) => `| ${line} | b |`)}`,
  'columns of a table': (size) => `${'| a '.repeat(size / 8)}|\n${'| - '.repeat(size / 8)}|\n`,
  'blocks of code': (size) => lines(size, () => '```js\nlet a = 1;\n```\n'),
  'items of HTML': (size) => `<ul>${'<li>a</li>'.repeat(size / 10)}</ul>`,
  'elements, nested': (size) => `${'<div>'.repeat(size / 11)}a${'</div>'.repeat(size / 11)}`,
  'fields of front matter': (size) => `---\n${lines(size, (line) => `a${line}: b`)}\n---\n\na\n`,
  'list in front matter': (size) => `---\ntags: [${'a, '.repeat(size / 3)}b]\n---\n\na\n`,
  'front matter without end': (size) => `---\ntitle: a\n${'a: b\n'.repeat(size / 5)}`,
  'front matter, nested': (size) =>
    `---\ntitle: ${'{a: '.repeat(size / 8)}${'}'.repeat(size / 8)}\n---\n\na\n`,
  'JSON, nested': (size) => `{"title": ${'['.repeat(size / 2)}${']'.repeat(size / 2)}}\n\na\n`,
  ...Object.fromEntries(
    Object.entries(pageBodies).map(([name, bodyOf]) => [
      `page: ${name}`,
      (size: number) => `<!DOCTYPE html><title>a</title><body>${bodyOf(size)}`,
    ]),
  ),
  'words in one line': (size) => lines(size, (line) => `word${line}`).replaceAll('\n', ' '),
  'one word': (size) => lines(size, (line) => `${line}`).replaceAll('\n', ''),
};

const lines = (size: number, lineOf: (line: number) => string): string => {
  const parts: string[] = [];
  for (let length = 0, line = 0; length < size; line++) {
    parts.push(lineOf(line));
    length += parts.at(-1)!.length + 1;
  }
  return parts.join('\n');
};

interface Input {
  readonly name: string;
  readonly textOf: (size: number) => string;
}

const INPUTS: readonly Input[] = [
  ...UNITS.map(
    (unit): Input => ({
      name: JSON.stringify(unit),
      textOf: (size) => unit.repeat(size / unit.length),
    }),
  ),
  ...Object.entries(SHAPES).map(([name, textOf]): Input => ({ name, textOf })),
];

const FILES = ['a', 'a.md', 'a.txt', 'a.html', 'a.csv', 'a.js', 'a.mdx'] as const;
const SHOW = FORMS.find(({ name }) => name === 'show --format text')!;
const SEARCH = FORMS.find(({ name }) => name === 'search')!;

/** Times that are shorter, in milliseconds of CPU, say nothing. */
const FLOOR = 60;
/** The most that four times the input may take: four times as long is linear, sixteen times quadratic. */
const MAX_GROWTH = 8;
/** Attempts: other work of the process, such as a collection of garbage, makes a time longer but never shorter. */
const ATTEMPTS = 4;

async function cpuOf(run: () => Promise<unknown>): Promise<number> {
  const start = cpuUsage();
  await run();
  const { user, system } = cpuUsage(start);
  return (user + system) / 1000;
}

/** The growth of the time that a command takes from an input to one four times as long, at best. */
async function growthOf(path: string, { textOf }: Input, form: typeof SHOW): Promise<string | undefined> {
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    for (const [index, factor] of [1, 2, 4].entries()) {
      writeFileSync(path, `${textOf(SIZE * factor)}\n\nneedle\n`);
      best[index] = Math.min(best[index]!, Math.max(FLOOR, await cpuOf(() => print(form, path))));
    }
    if (best[2]! <= MAX_GROWTH * best[0]!) return undefined;
  }
  return `takes ${best.map(Math.round).join(', ')} ms`;
}

describe('the time for a hostile input is in proportion to its size', () => {
  it.each([
    ['shown', SHOW],
    ['indexed and searched', SEARCH],
  ])('when it is %s', async (name, form) => {
    const tally = new Tally(`bounds, ${name}`);
    onTestFinished(() => tally.report());
    const folder = temporaryFolder();
    const cases = INPUTS.flatMap((input) => FILES.map((file) => ({ input, file })));
    for (const { input, file } of sampleOf(cases, SHARE)) {
      tally.try(`${input.name} in ${file}`, await growthOf(join(folder, file), input, form));
    }
    expect(tally.failures).toEqual([]);
  });
});
