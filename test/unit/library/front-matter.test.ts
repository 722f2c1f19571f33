import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseFrontMatter, splitFrontMatter } from '../../../src/library/front-matter.ts';
import { readYamlLines } from '../../../src/library/yaml-lines.ts';

const read = (text: string) => parseFrontMatter(splitFrontMatter(text));
const fields = async (text: string): Promise<unknown> =>
  JSON.parse(JSON.stringify((await read(text)).fields));
const bodyOf = (text: string): string => text.slice(splitFrontMatter(text).bodyAt);

describe('splitFrontMatter', () => {
  it.each([
    ['yaml', '---\ntitle: A\n---\nCorps\n'],
    ['yaml', '---  \ntitle: A\n...\nCorps\n'],
    ['yaml', '\n\n---\ntitle: A\n---\nCorps\n'],
    ['yaml', '---\n# note\ntitle: A\n---\nCorps\n'],
    ['toml', '+++\ntitle = "A"\n+++\nCorps\n'],
    ['json', '{\n"title": "A {"\n}\nCorps\n'],
    ['toml', '---toml\ntitle = "A"\n---\nCorps\n'],
    ['yaml', '---yaml\ntitle: A\n---\nCorps\n'],
    ['json', '---json\n{"title": "A"}\n---\nCorps\n'],
  ])('finds %s: %j', (language, text) => {
    const split = splitFrontMatter(text);
    expect(split).toMatchObject({ language, unclosed: false });
    expect(text.slice(split.bodyAt)).toBe('Corps\n');
    expect(text.split('\n')[split.bodyLine]).toBe('Corps');
  });

  it.each([
    'Corps\n---\ntitle: A\n---\n',
    '---\n\nDeux filets, et entre eux de la prose\n\n---\n\nSuite\n',
    '{ pas de JSON }\nSuite\n',
    '{"title": "A"} sur la même ligne\n',
    '----\ntitle: A\n----\n',
  ])('finds none: %j', (text) => {
    expect(splitFrontMatter(text)).toMatchObject({ language: 'none', bodyAt: 0, unclosed: false });
  });

  it('keeps the body whole if nothing closes the block', async () => {
    const text = '---\ntitle: A\n\nCorps\n';
    expect(splitFrontMatter(text)).toMatchObject({ language: 'none', bodyAt: 0, unclosed: true });
    expect(await read(text)).toMatchObject({ broken: true });
  });

  it('drops an empty block before a body', () => {
    expect(bodyOf('---\n---\nCorps\n')).toBe('Corps\n');
  });

  it.each([
    ['json', '{"a": 1}'],
    ['json', '{\n  "title": "A",\n  "b": [1, "}"]\n}\n'],
    ['json', '{"a": 1}\n{"b": 2}\n'],
    ['yaml', '---\ntitle: A\n---\n'],
    ['yaml', '---\n---\n\n'],
    ['toml', '+++\ntitle = "A"\n+++'],
  ])('keeps a lone block of %s in the body: %j', (language, text) => {
    expect(splitFrontMatter(text)).toMatchObject({ language, isWhole: true });
    expect(bodyOf(text)).toBe(text);
  });

  it('reads metadata from a lone block of YAML or TOML, but not of JSON', async () => {
    expect(await fields('---\ntitle: A\n---\n')).toEqual({ title: 'A' });
    expect(await fields('+++\ntitle = "A"\n+++\n')).toEqual({ title: 'A' });
    expect(await fields('{"title": "A"}\n')).toEqual({});
  });

  it.each(['{"a', '{"a": "b', '{"a": [1, 2', '{"a": 1}}', '{"a": "\\'])('takes %j for text', (text) => {
    expect(splitFrontMatter(text)).toMatchObject({ language: 'none', bodyAt: 0 });
  });
});

describe('parseFrontMatter', () => {
  it('reads lists, quotes and comments without a parser', async () => {
    const matter = `title: "Le prix : une phrase"
subtitle: 'L''essai'
date: 2015-10-24 21:38:12
tags: [vente, "a, b", 'c'] # trois
authors:
  - Anne
  - Béa
empty:
url: https://example.org/a#b
`;
    expect(await read(`---\n${matter}---\n`)).toMatchObject({ broken: false });
    expect({ ...readYamlLines(matter) }).toEqual({
      title: 'Le prix : une phrase',
      subtitle: "L'essai",
      date: '2015-10-24 21:38:12',
      tags: ['vente', 'a, b', 'c'],
      authors: ['Anne', 'Béa'],
      empty: [],
      url: 'https://example.org/a#b',
    });
  });

  it.each(['title: >\n  a\n  b', 'author:\n  name: A', 'title: "a\\u00e9"', 'title: &a b', '- a'])(
    'needs a parser for %j',
    (matter) => {
      expect(readYamlLines(`title: x\n${matter}\n`)).toBeUndefined();
    },
  );

  it('reads TOML with dates', async () => {
    expect(
      await fields(
        '+++\ntitle = "A"\ndate = 2024-05-03T10:00:00+02:00\nday = 2024-05-03\n[params]\nauthor = "B"\n+++\n',
      ),
    ).toEqual({
      title: 'A',
      date: '2024-05-03T10:00:00.000+02:00',
      day: '2024-05-03',
      params: { author: 'B' },
    });
  });

  it('ignores TOML dates that do not exist', async () => {
    expect(await fields('+++\ntitle = "A"\ndate = 2024-02-30\n+++\nCorps')).toEqual({ title: 'A' });
    expect(await fields('+++\ndate = 2024-02-29\n+++\nCorps')).toEqual({ date: '2024-02-29' });
    expect(await fields('+++\nat = 07:32:00\n+++\nCorps')).toEqual({ at: '07:32:00.000' });
  });

  it.each([
    ['title: Foo: bar\ntags: [a, b', { title: 'Foo: bar', tags: '[a, b' }],
    ['title: "A\ndate: 2020-01-01', { title: 'A', date: '2020-01-01' }],
    ['\ttitle: A\nauthor: B', { author: 'B' }],
  ])('reads the valid lines of broken YAML: %j', async (matter, expected) => {
    expect(await read(`---\n${matter}\n---\n`)).toMatchObject({ broken: true });
    expect(await fields(`---\n${matter}\n---\n`)).toMatchObject(expected);
  });

  it('reads the valid lines of broken TOML, but nothing of broken JSON', async () => {
    expect(await fields('+++\ntitle = "A"\ntags = [\n+++\n')).toMatchObject({ title: 'A' });
    expect(await read('{\n"title": "A",\n}\nCorps')).toMatchObject({ broken: true });
  });

  it('expands no aliases, merges no keys, runs no code', async () => {
    const bomb = `a: &a [x,x]\n${'b'.repeat(3)}: &b [*a,*a]\nc: [*b,*b]\ntitle: A`;
    expect(await read(`---\n${bomb}\n---\n`)).toMatchObject({ broken: true });
    expect(await fields('---\nbase: {title: A}\n<<: {title: B}\n---\n')).toEqual({
      base: { title: 'A' },
      '<<': { title: 'B' },
    });
    expect(await fields('---\ntitle: !!js/function "function(){}"\nx: {}\n---\n')).toMatchObject({ x: {} });
  });

  it('does not set the prototype', async () => {
    expect(await read('---\n__proto__: {polluted: yes}\n---\n')).toMatchObject({ broken: false });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('never throws', async () => {
    const matter = fc.array(
      fc.constantFrom(
        'title: A',
        'a: [',
        '- b',
        '  c: d',
        '&x',
        '*x',
        '"',
        '{',
        'k: |',
        '\t',
        ': ',
        '#',
        '---',
        'é: ü',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('---', '+++', '{'),
        matter,
        fc.string(),
        async (fence, lines, tail) => {
          await read(`${fence}\n${lines.join('\n')}\n${fence}\n${tail}`);
        },
      ),
    );
  });
});

describe('readYamlLines', () => {
  it('agrees with the YAML parser on every text that it reads', () => {
    const scalar = fc.constantFrom(
      'mot',
      'deux mots',
      '2024-05-03',
      '"a: b"',
      "'it''s'",
      'a#b',
      'a #b',
      '12',
      'true',
      'a:b',
      '~',
      'é',
      '"a \\" b"',
      'x, y',
      'http://a/b',
      'C’est',
      '- a',
      'a: b',
      '[a, b]',
      '["a", \'b\']',
      '',
      '# c',
      'a:',
      "l'eau",
      '!t',
      '@x',
      '%a',
    );
    const line = fc.oneof(
      fc
        .tuple(fc.constantFrom('a', 'b', 'clé', 'd e', 'f-g'), scalar)
        .map(([key, value]) => `${key}: ${value}`),
      fc.constantFrom('list:', '  - un', '  - deux mots', '- trois', '- "a, b"', '# commentaire', ''),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const text = lines.join('\n');
        const own = readYamlLines(text);
        fc.pre(own !== undefined && Object.keys(own).length > 0);
        const options = { schema: 'failsafe', uniqueKeys: false, logLevel: 'error' } as const;
        const theirs = parse(text, options) as Record<string, unknown>;
        // An empty value is an empty list here, and an empty string there.
        const plain = Object.fromEntries(Object.entries(own!).map(([k, v]) => [k, v.length === 0 ? '' : v]));
        const empty = Object.fromEntries(
          Object.entries(theirs).map(([k, v]) => [
            k,
            v === null || (Array.isArray(v) && v.length === 0) ? '' : v,
          ]),
        );
        expect(plain).toEqual(empty);
      }),
      { numRuns: 1000 },
    );
  });
});
