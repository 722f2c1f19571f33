import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takePlainApart } from '../../../src/cli/arguments.ts';
import { takeOptionsApart as takeApart } from '../../../src/cli/flags.ts';
import { colourOf, invocationOf, languageOf, mayRemember } from '../../../src/cli/invocation.ts';
import { OPTION_NAMES } from '../../../src/cli/options.ts';
import { Failure } from '../../../src/commands/failure.ts';
import { cliMessages } from '../../../src/messages/cli.ts';

const invoke = (line: string, hasScreen = true) => invocationOf(takeApart(words(line)), hasScreen);
const words = (line: string) => (line === '' ? [] : line.split(' '));

/** What is said of a command line that cannot be understood. */
function complaint(line: string): string {
  try {
    const given = takeApart(words(line));
    colourOf(given);
    languageOf(given);
    invocationOf(given, true);
  } catch (error) {
    if (error instanceof Failure) return `${error.code}: ${error.say(cliMessages.en)}`;
    throw error;
  }
  throw new Error(`${line} was understood`);
}

describe('kiosque', () => {
  it('opens the reader on the paths named in either way', () => {
    expect(invoke('')).toEqual({ command: 'read', paths: [], accessible: false, type: {} });
    expect(invoke('a.md --from b -f c')).toEqual({
      command: 'read',
      paths: ['b', 'c', 'a.md'],
      accessible: false,
      type: {},
    });
    expect(invoke('-s mot')).toEqual({
      command: 'read',
      paths: [],
      accessible: false,
      type: {},
      search: 'mot',
    });
    expect(invoke('./list')).toMatchObject({ command: 'read', paths: ['./list'] });
  });

  it('prints what list prints, or search, where there is no screen', () => {
    expect(invoke('dir', false)).toMatchObject({
      command: 'list',
      options: { paths: ['dir'], order: 'date' },
    });
    expect(invoke('--json', false)).toMatchObject({ command: 'list', options: { json: true } });
    expect(invoke('-s mot', false)).toMatchObject({ command: 'search', options: { words: 'mot' } });
  });

  it('keeps nothing where it is told so, whatever the command', () => {
    const remembers = (line: string) => mayRemember(takeApart(words(line)));
    expect(['', 'show a', '--no-memory --memory'].map(remembers)).toEqual([true, true, true]);
    expect(['--no-memory', 'show a --no-memory'].map(remembers)).toEqual([false, false]);
    expect(invoke('search mot --no-memory')).toMatchObject({ command: 'search' });
  });

  it('helps and says its version before all else', () => {
    expect(invoke('-h')).toEqual({ command: 'help' });
    expect(invoke('list --sort title --help')).toEqual({ command: 'help' });
    expect(invoke('-v')).toEqual({ command: 'version' });
  });
});

describe('kiosque list', () => {
  it('takes its options in any place', () => {
    expect(invoke('--from x list --sort length --reverse --tag a --tag b -n5 --json')).toEqual({
      command: 'list',
      options: {
        paths: ['x'],
        tags: ['a', 'b'],
        order: 'length',
        reverse: true,
        limit: 5,
        json: true,
      },
    });
  });

  it('lets the last of two count', () => {
    expect(invoke('list --sort title --sort date --reverse --no-reverse')).toMatchObject({
      options: { order: 'date', reverse: false },
    });
  });
});

describe('kiosque search', () => {
  it('joins its words, and keeps those to leave out', () => {
    expect(invoke('search bon client -prix -n 3')).toMatchObject({
      options: { words: 'bon client -prix', limit: 3 },
    });
    expect(invoke('search -élan "a')).toMatchObject({ options: { words: '"a -élan' } });
    expect(invoke('search a -- -b')).toMatchObject({ options: { words: 'a -b', limit: 20 } });
  });
});

describe('kiosque show', () => {
  it('takes one article, in several words if need be', () => {
    expect(invoke('show grandir par')).toEqual({
      command: 'show',
      options: { paths: [], reference: 'grandir par' },
    });
    expect(invoke('show - -w 0 --format markdown')).toEqual({
      command: 'show',
      options: { paths: [], reference: '-', width: 0, format: 'markdown' },
    });
    expect(invoke('show a --json')).toMatchObject({ options: { format: 'json' } });
  });
});

it.each(['show a', ''])('sets text as “%s” is told, the last of two counting', (command) => {
  const typed = (options: string) => {
    const invocation = invoke(`${command} ${options}`.trim());
    if (invocation.command === 'read') return invocation.type;
    if (invocation.command !== 'show') throw new Error(invocation.command);
    const { justify, hyphenate } = invocation.options;
    return { ...(justify !== undefined && { justify }), ...(hyphenate !== undefined && { hyphenate }) };
  };
  expect(typed('')).toEqual({});
  expect(typed('--justify --hyphenate')).toEqual({ justify: true, hyphenate: true });
  expect(typed('--justify --no-justify --no-hyphenate')).toEqual({ justify: false, hyphenate: false });
});

describe('a command line that cannot be understood', () => {
  it.each([
    ['--colour always', '2: unknown option --colour; did you mean --color?'],
    ['list --nope', '2: unknown option --nope; kiosque --help lists them'],
    ['list -x', '2: unknown option -x; kiosque --help lists them'],
    ['list -prix', '2: unknown option -p; kiosque --help lists them'],
    ['--from search list -prix', '2: unknown option -prix; kiosque --help lists them'],
    ['--from.a b', '2: unknown option --from.a; did you mean --from?'],
    ['--__proto__ x', '2: unknown option --__proto__; kiosque --help lists them'],
    ['--no-from', '2: unknown option --no-from; kiosque --help lists them'],
    ['list --from', '2: --from wants a value; see kiosque --help'],
    ['list --sort --json', '2: --sort wants a value; see kiosque --help'],
    ['list --sort size', '2: --sort is date, title or length, not “size”'],
    ['show a --format html', '2: --format is text, ansi, markdown or json, not “html”'],
    ['list --color blue', '2: --color is auto, always or never, not “blue”'],
    ['list --lang de', '2: --lang is fr or en, not “de”'],
    ['list -n 0', '2: --limit is a whole number from 1, not “0”'],
    ['show a --width -3', '2: --width is a whole number from 0, not “-3”'],
    ['show a --width 1e3', '2: --width is a whole number from 0, not “1e3”'],
    ['show a --sort date', '2: --sort goes with kiosque list; see kiosque --help'],
    ['list --justify', '2: --justify goes with kiosque or kiosque show; see kiosque --help'],
    ['--json', '2: --json goes with kiosque list, kiosque search or kiosque show; see kiosque --help'],
    ['list dir', '2: list takes no argument; for a folder: kiosque list --from PATH'],
    ['search', '2: what should be searched for? kiosque search WORDS…'],
    ['show', '2: which article? kiosque show ARTICLE; kiosque list names them'],
  ])('%s', (line, said) => {
    expect(complaint(line)).toBe(said);
  });

  it('is shown without what a terminal could obey', () => {
    expect(complaint('list --sort \x1b[31mred')).toBe('2: --sort is date, title or length, not “red”');
    expect(complaint('--\x1b[31mred')).not.toContain('\x1b');
  });
});

it('knows colours by three names, and by --no-color', () => {
  const colour = (line: string) => colourOf(takeApart(words(line)));
  expect([colour(''), colour('--color always'), colour('--color=never'), colour('--no-color')]).toEqual([
    'auto',
    'always',
    'never',
    'never',
  ]);
});

it('is the same for plain options, whether what parses all of them is asked or not', () => {
  const plain = 'list search show - 12 1e3 a=b no-color true false " /'.split(' ');
  const odd = '-- -n5 -n=5 --json=true --no-memory --no-json -prix -hv --nope --from= -3 --Json'.split(' ');
  const options = OPTION_NAMES.flatMap((name) => [`--${name}`, `-${name[0]!}`]);
  const word = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...options) },
    { weight: 4, arbitrary: fc.constantFrom('', ...plain) },
    fc.constantFrom(...odd),
    fc.string(),
  );
  let taken = 0;
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (argv) => {
      const found = takePlainApart(argv);
      if (!found) return;
      taken += 1;
      expect(found).toEqual(takeApart(argv));
    }),
    { numRuns: 2000 },
  );
  expect(taken).toBeGreaterThan(200);
});
