import fc from 'fast-check';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/settings/parse-config.ts';
import { problemText } from '../../../src/settings/problem-text.ts';
import { THEME_NAMES } from '../../../src/style/theme-names.ts';

const read = (source: string, kind: 'file' | 'project' = 'file') =>
  parseConfig(source, { kind, file: 'config.toml', themes: THEME_NAMES }, parse);
const problemsOf = (source: string, language: 'en' | 'fr' = 'en', kind?: 'project'): string[] =>
  read(source, kind).problems.map((problem) => problemText(problem, language));
const valuesOf = (source: string) =>
  Object.fromEntries(Array.from(read(source).values, ([name, { value }]) => [name, value]));

describe('a file of settings', () => {
  it('sets everything that the table has', () => {
    const source = `
      default = "notes"
      language = "fr"
      theme = "dark"
      measure = 66
      justification = true
      hyphenation = true
      typography = "fr"
      mouse = false
      escape-time = 25
      editor = "code --wait 'a b'"
      browser = ["firefox", "--new-window", "%s"]
      [library.notes]
      paths = ["~/notes", "b.md"]
      [keys]
      preset = "vim"
      first = ["g g", "home"]
      last = "G"
      [convert]
      ".PDF" = "pdftotext -layout {} -"
      [synonyms]
      SDF = "sans-abri, sans domicile fixe"
      IA = ["intelligence artificielle"]
    `;
    const config = read(source);
    expect(config.problems).toEqual([]);
    expect(valuesOf(source)).toEqual({
      default: 'notes',
      language: 'fr',
      theme: 'dark',
      measure: 66,
      justification: true,
      hyphenation: true,
      typography: 'fr',
      mouse: false,
      'escape-time': 25,
      editor: ['code', '--wait', 'a b'],
      browser: ['firefox', '--new-window', '%s'],
      'keys.preset': 'vim',
    });
    expect(config.libraries.get('notes')?.value).toEqual(['~/notes', 'b.md']);
    expect([...config.keys.keys()]).toEqual(['first', 'last']);
    expect(config.keys.get('last')).toEqual({
      value: ['G'],
      source: { kind: 'file', file: 'config.toml', line: 18 },
    });
    expect(config.convert.get('pdf')?.value).toEqual(['pdftotext', '-layout', '{}', '-']);
    expect(config.synonyms.get('SDF')?.value).toEqual(['sans-abri', 'sans domicile fixe']);
    expect(config.synonyms.get('IA')?.value).toEqual(['intelligence artificielle']);
  });

  it('tells what a wrong line should be, and takes all others', () => {
    const source = [
      'meassure = 60',
      'measure = 900',
      'theme = "drak"',
      'mouse = "yes"',
      'editor = []',
      'justification = true',
      'justification = false',
      'hyphenation = yes',
      'keys = "vim"',
      'nonsense = 1',
      '[library.kiosque]',
      'paths = "x"',
      '[library.notes]',
      'path = "x"',
      '[libary.more]',
      'paths = "x"',
      '[synonyms]',
      'SDF = 3',
    ].join('\n');
    expect(problemsOf(source)).toEqual([
      'config.toml:1: unknown setting “meassure” (did you mean measure?)',
      'config.toml:2: measure must be a whole number between 40 and 80 (got “900”)',
      'config.toml:3: theme must be auto, neutral, dark, light, night, ink, forest, dusk, paper or daylight (got “drak”; did you mean dark?)',
      'config.toml:4: mouse must be true or false (got “yes”)',
      'config.toml:5: editor must be a program with its arguments, such as "code --wait" or ["code", "--wait"] (got “[]”)',
      'config.toml:7: justification is already set in line 6, which counts',
      'config.toml:8: not valid TOML: hyphenation = yes; try: hyphenation = true',
      'config.toml:9: unknown setting “keys” (did you mean keys.preset?)',
      'config.toml:10: unknown setting “nonsense”; kiosque config shows them all',
      'config.toml:12: library.kiosque.paths: this is the name of the bundled library; choose another',
      'config.toml:14: unknown setting “library.notes.path” (did you mean library.notes.paths?)',
      'config.toml:16: unknown setting “libary.more.paths” (did you mean library.more.paths?)',
      'config.toml:18: synonyms.SDF must be words with commas between them, or an array of words (got “3”)',
    ]);
    expect(valuesOf(source)).toEqual({ justification: true });
  });

  it('offers what was meant by a line that is no TOML', () => {
    expect(problemsOf('theme = dark\nmouse = off\nmeasure 60')).toEqual([
      'config.toml:1: not valid TOML: theme = dark; try: theme = "dark"',
      'config.toml:2: not valid TOML: mouse = off; try: mouse = false',
      'config.toml:3: not valid TOML: measure 60; expected [TABLE] or KEY = VALUE, with texts in quotation marks',
    ]);
  });

  it('speaks French', () => {
    expect(problemsOf('mesure = 3\nmeasure = 3\nmouse = 1', 'fr')).toEqual([
      'config.toml:1: réglage inconnu\u00a0: «\u00a0mesure\u00a0» (vouliez-vous dire measure\u202f?)',
      'config.toml:2: measure attend un entier entre 40 et 80 (reçu\u00a0: «\u00a03\u00a0»)',
      'config.toml:3: mouse attend true ou false (reçu\u00a0: «\u00a01\u00a0»)',
    ]);
  });

  it('names only libraries that it has, wherever it has them', () => {
    expect(problemsOf('default = "notes"\n[library.notes]\npaths = "x"')).toEqual([]);
    expect(problemsOf('default = "kiosque"')).toEqual([]);
    expect(problemsOf('default = "note"\n[library.notes]\npaths = "x"')).toEqual([
      'config.toml:1: default must be kiosque or notes (got “note”; did you mean notes?)',
    ]);
  });

  it('sets beside articles only how texts look', () => {
    const source = 'measure = 60\neditor = "rm"\n[convert]\npdf = "rm {}"\n[keys]\nquit = "x"';
    const allowed = 'beside articles only theme, measure, justification, hyphenation, typography may be set';
    expect(problemsOf(source, 'en', 'project')).toEqual([
      `config.toml:2: editor is left out: ${allowed}`,
      `config.toml:4: convert.pdf is left out: ${allowed}`,
      `config.toml:6: keys.quit is left out: ${allowed}`,
    ]);
    const project = read(source, 'project');
    expect([...project.values.keys()]).toEqual(['measure']);
    expect(project.keys.size + project.convert.size).toBe(0);
  });

  it('shows no control characters in messages', () => {
    const text = problemsOf('"a\\u001b[31m" = 1\ntheme = "\\u001b]0;x\\u0007"\n\x1b[31m = ').join('\n');
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
  });

  it('never throws, and no key breaks another', () => {
    const key = fc.oneof(
      fc.constantFrom(
        'theme',
        'measure',
        'keys',
        'library',
        '__proto__',
        'constructor',
        'toString',
        'convert',
        '""',
      ),
      fc.stringMatching(/^[a-z-]{1,12}$/),
    );
    const value = fc.oneof(
      fc.constantFrom(
        '"x"',
        '1',
        'true',
        '[]',
        '{}',
        '[[]]',
        '{ a = 1 }',
        '1979-05-27',
        'nan',
        '"""',
        '[',
        '99999999999999999999',
      ),
      fc.string(),
    );
    const line = fc.oneof(
      fc.tuple(key, value).map(([left, right]) => `${left} = ${right}`),
      key.map((name) => `[${name}]`),
      fc.tuple(key, key).map(([table, own]) => `[${table}.${own}]`),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const config = read(['mouse = false', ...lines].join('\n'));
        expect(config.values.get('mouse')?.value).toBe(false);
        for (const problem of config.problems) expect(problemText(problem, 'fr')).not.toMatch(/undefined|\n/);
      }),
    );
  });
});
