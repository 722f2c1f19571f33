import fc from 'fast-check';
import { parse, stringify } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { tomlEntries } from '../../../src/settings/toml-entries.ts';

const read = (source: string) => tomlEntries(source, parse);
const shown = (source: string): string[] =>
  read(source).entries.map(({ path, value, line }) => `${line} ${path.join('.')} ${JSON.stringify(value)}`);

describe('the entries of a TOML file', () => {
  it('have the lines of their keys, in tables, dotted keys and inline tables', () => {
    const source = [
      '# first a comment',
      'theme = "dark"',
      '',
      'keys.preset = "vim" # dotted',
      '[library.notes]',
      'paths = ["~/notes"]',
      '[library."my \\"own\\""]',
      'paths = []',
      '[convert]',
      'pdf = { command = ["a", "b"], more = 1 }',
    ].join('\r\n');
    expect(shown(source)).toEqual([
      '2 theme "dark"',
      '4 keys.preset "vim"',
      '6 library.notes.paths ["~/notes"]',
      '8 library.my "own".paths []',
      '10 convert.pdf.command ["a","b"]',
      '10 convert.pdf.more 1',
    ]);
  });

  it('have the first of the lines that a value takes', () => {
    const source = [
      'a = [',
      '  1, # one',
      '',
      '  2,',
      ']',
      'b = """',
      'x = 1',
      '[no]',
      '"""',
      "c = 'd'",
    ].join('\n');
    expect(shown(source)).toEqual(['1 a [1,2]', '6 b "x = 1\\n[no]\\n"', '10 c "d"']);
  });

  it('go on after a line that is no TOML', () => {
    const source = ['theme = dark', 'measure = 60', 'x = [1, 2', 'y = 2', '= 3', 'z = 3'].join('\n');
    expect(shown(source)).toEqual(['2 measure 60', '4 y 2', '6 z 3']);
    expect(read(source).errors).toEqual([
      { line: 1, text: 'theme = dark' },
      { line: 3, text: 'x = [1, 2' },
      { line: 5, text: '= 3' },
    ]);
  });

  it('leave out the keys below a header that is no TOML, which may belong anywhere', () => {
    const source = 'a = 1\n[keys\nb = 2\n[convert]\nc = 3';
    expect(shown(source)).toEqual(['1 a 1', '5 convert.c 3']);
    expect(read(source).errors).toEqual([{ line: 2, text: '[keys' }]);
  });

  it('are all there if a table is named twice, or a key', () => {
    expect(shown('[a]\nx = 1\n[b]\n[a]\nx = 2\n')).toEqual(['2 a.x 1', '5 a.x 2']);
  });

  it('take __proto__ and constructor for keys like others', () => {
    expect(shown('__proto__ = 1\n[constructor]\n__proto__.x = 2')).toEqual([
      '1 __proto__ 1',
      '3 constructor.__proto__.x 2',
    ]);
  });

  it('are those that the parser finds in the whole file', () => {
    const key = fc.oneof(
      fc.stringMatching(/^[a-z]{1,6}$/),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    );
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
    );
    const table = fc.dictionary(key, fc.oneof(value, fc.dictionary(key, value, { minKeys: 1, maxKeys: 3 })), {
      maxKeys: 5,
    });
    fc.assert(
      fc.property(table, (tables) => {
        const source = stringify(tables);
        const { entries, errors } = read(source);
        expect(errors).toEqual([]);
        const flat = Object.entries(parse(source)).flatMap(([name, inner]) =>
          typeof inner === 'object' && Object.getPrototypeOf(inner) === null
            ? Object.entries(inner).map(([own, each]) => [[name, own], each])
            : [[[name], inner]],
        );
        expect(entries.map(({ path, value: each }) => [path, each])).toEqual(flat);
      }),
    );
  });

  it('never throw, and lose no statement to another that is broken', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('a = [', ']', '[t]', 'b = """', '"""', 'c = {', '}', '[[x]]', 'd = 1', "e = '''", '#'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { entries } = read([...lines, '', 'last = true'].join('\n'));
        const isOpen = lines.some((each) => /["'[{]/.test(each));
        if (!isOpen) expect(entries.at(-1)?.path.at(-1)).toBe('last');
      }),
    );
  });

  it('are read below thousands of dotted keys, of which the first hundred count', () => {
    const keys = `a${'.a'.repeat(20_000)}`;
    const { entries, errors } = read(`${keys} = 1\n\n[${keys}]\nb = 2\n\n[c]\nd = 3`);
    expect(errors).toEqual([]);
    expect(entries.map(({ path }) => path.length)).toEqual([100, 20_002, 2]);
    expect(entries.at(-1)).toMatchObject({ path: ['c', 'd'], value: 3 });
  });

  it('take time that grows with the file, however much of it is broken', () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => `k${i} = [1, {`);
    let calls = 0;
    tomlEntries(lines.join('\n'), (source) => {
      calls += source.length;
      throw new Error('no TOML');
    });
    expect(calls).toBeLessThan(20_000_000);
  });
});
