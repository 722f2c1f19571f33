import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageIn, parseAny, parseArguments, parsePlain } from '../../../src/cli/arguments.ts';
import { invocationOf, programOptionsOf } from '../../../src/cli/invocation.ts';
import { TYPED_NAMES } from '../../../src/cli/option-table.ts';
import { Failure } from '../../../src/commands/environment.ts';
import { cliMessages } from '../../../src/messages/cli.ts';
import type { Language } from '../../../src/messages/locale.ts';

const wordsOf = (line: string) => (line === '' ? [] : line.split(' '));
const invoke = async (line: string, hasScreen = true, isFed = false) =>
  invocationOf(await parseArguments(wordsOf(line)), hasScreen, isFed);
const programOptions = async (line: string) => programOptionsOf(await parseArguments(wordsOf(line)));

/** The exit code and the error message for a command line. */
async function errorFor(line: string, language: Language = 'en'): Promise<string> {
  try {
    const given = await parseArguments(wordsOf(line));
    programOptionsOf(given);
    invocationOf(given, true, false);
  } catch (error) {
    if (error instanceof Failure)
      return `${error.code}: ${error.say(cliMessages[language])}`.replace(/[\u00a0\u202f]/g, ' ');
    throw error;
  }
  throw new Error(`${line} is valid`);
}

describe('kiosque', () => {
  const options = { paths: [], search: undefined, startKeys: '', accessible: false };

  it('opens the reader on paths given as arguments or with --from', async () => {
    expect(await invoke('')).toEqual({ command: 'read', options });
    expect(await invoke('a.md --from b -f c')).toEqual({
      command: 'read',
      options: { ...options, paths: ['b', 'c', 'a.md'] },
    });
    expect(await invoke('-s mot')).toEqual({ command: 'read', options: { ...options, search: 'mot' } });
    expect(await invoke('./list')).toMatchObject({ command: 'read', options: { paths: ['./list'] } });
  });

  it.each([
    ['+/mot', '/mot\r'],
    ['+G', 'G'],
    ['+40', '40g'],
    ['+40%', '40%'],
    ['+40 +/a', '/a\r'],
    ['--at G', 'G'],
    ['-R -FX -N -S -e', ''],
  ])('takes %s as a pager does', async (line, startKeys) =>
    expect(await invoke(`${line} a.md`)).toEqual({
      command: 'read',
      options: { ...options, startKeys, paths: ['a.md'] },
    }),
  );

  it('takes words with + for words of a search, and after -- for paths', async () => {
    expect(await invoke('search +40')).toMatchObject({ command: 'search', options: { words: '+40' } });
    expect(await invoke('-- +G')).toMatchObject({ options: { startKeys: '', paths: ['+G'] } });
    expect(await errorFor('--at nowhere')).toMatch(/^2: .*nowhere/);
  });

  it('reads its input as the format asked for, whatever the command', async () => {
    for (const line of ['-i text', 'list -i text', 'search mot --input text', 'show - --input=text'])
      expect(await invoke(line)).toMatchObject({ options: { input: 'text' } });
  });

  it('runs list or search without a screen', async () => {
    expect(await invoke('dir', false)).toMatchObject({
      command: 'list',
      options: { paths: ['dir'], order: 'date' },
    });
    expect(await invoke('--json', false)).toMatchObject({ command: 'list', options: { json: true } });
    expect(await invoke('--width 40', false, true)).toMatchObject({
      command: 'show',
      options: { words: ['-'], width: 40 },
    });
    expect(await invoke('-', false)).toMatchObject({ command: 'show', options: { words: ['-'] } });
    expect(await invoke('--from -', false)).toEqual(await invoke('-', false));
    expect(await invoke('-n 5', false, true)).toMatchObject({ command: 'list' });
    expect(await invoke('dir', false, true)).toMatchObject({ command: 'list', options: { paths: ['dir'] } });
    expect(await invoke('-s mot', false)).toMatchObject({ command: 'search', options: { words: 'mot' } });
  });

  it('takes a command word after -- for a path', async () => {
    expect(await invoke('-- list')).toEqual({ command: 'read', options: { ...options, paths: ['list'] } });
    expect(await invoke('--accessible -- search --from')).toEqual({
      command: 'read',
      options: { ...options, accessible: true, paths: ['search', '--from'] },
    });
    expect(await invoke('show -- list')).toMatchObject({ options: { words: ['list'] } });
  });

  it('shows the help for kiosque help', async () => {
    expect(await invoke('help')).toEqual({ command: 'help', words: [] });
    expect(await invoke('help list')).toEqual({ command: 'help', words: ['list'] });
  });
});

describe('global options', () => {
  it.each([
    ['--lang fr --nope', 'fr'],
    ['list --nope --lang=en', 'en'],
    ['--lang en --lang fr', 'fr'],
    ['--lang de', undefined],
    ['--lang', undefined],
    ['fr', undefined],
    ['-- --lang fr', undefined],
  ])('tell the language before the command line is parsed: %s', (line, language) => {
    expect(languageIn(wordsOf(line))).toBe(language);
  });

  it('make any command private with --no-memory', async () => {
    const isPrivate = async (line: string) => (await programOptions(line)).isPrivate;
    expect(await Promise.all(['', 'show a', '--no-memory --memory'].map(isPrivate))).toEqual([
      false,
      false,
      false,
    ]);
    expect(await Promise.all(['--no-memory', 'show a --no-memory'].map(isPrivate))).toEqual([true, true]);
    expect(await invoke('search mot --no-memory')).toMatchObject({ command: 'search' });
  });

  it('show the help or the version instead of running the command', async () => {
    const instead = async (line: string) => (await programOptions(line)).instead;
    expect(await instead('-h')).toEqual({ command: 'help', words: [] });
    expect(await instead('dir --help')).toEqual({ command: 'help', words: [] });
    expect(await instead('list --sort title --help')).toEqual({ command: 'help', words: ['list'] });
    expect(await instead('help keys --help')).toEqual({ command: 'help', words: ['keys'] });
    expect(await instead('-v')).toEqual({ command: 'version' });
    expect((await programOptions('list')).instead).toBeUndefined();
  });

  it('choose colours in three ways, and with --no-color', async () => {
    const color = async (line: string) => (await programOptions(line)).color;
    expect(await color('')).toBe('auto');
    expect(await color('--color always')).toBe('always');
    expect(await color('--color=never')).toBe('never');
    expect(await color('--no-color')).toBe('never');
    expect(await color('--no-color --color auto -hv')).toBe('auto');
    expect(await color('--color auto --no-color -hv')).toBe('never');
  });
});

describe('kiosque list', () => {
  it('accepts its options anywhere', async () => {
    expect(await invoke('--from x list --sort length --reverse --tag a --tag b -n5 --json')).toEqual({
      command: 'list',
      options: {
        paths: ['x'],
        tags: ['a', 'b'],
        is: [],
        order: 'length',
        reverse: true,
        limit: 5,
        json: true,
        endsWithNull: false,
      },
    });
  });

  it('takes a template where other commands take a format', async () => {
    expect(await invoke('list --format {id} -n5 -0')).toMatchObject({
      options: { template: '{id}', limit: 5, endsWithNull: true },
    });
    expect(await invoke('show a --format json')).toMatchObject({ options: { format: 'json' } });
    expect(await invoke('search a --format {snippet} -0')).toMatchObject({
      options: { template: '{snippet}', endsWithNull: true },
    });
    expect(await errorFor('stats --format {id}')).toContain('--format only works with');
    expect(await errorFor('list --template x')).toContain('unknown option --template');
  });

  it('uses the last of two values', async () => {
    expect(await invoke('list --sort title --sort date --reverse --no-reverse')).toMatchObject({
      options: { order: 'date', reverse: false },
    });
  });

  it('accepts any number as a limit', async () => {
    expect(await invoke('list -n 99999999999999999999')).toMatchObject({ options: { limit: 1e20 } });
  });
});

describe('kiosque search', () => {
  it('joins its words, with excluded words last', async () => {
    expect(await invoke('search bon client -prix -n 3')).toMatchObject({
      options: { words: 'bon client -prix', limit: 3 },
    });
    expect(await invoke('search -élan "a')).toMatchObject({ options: { words: '"a -élan' } });
    expect(await invoke('search a -- -b')).toMatchObject({ options: { words: 'a -b', limit: 20 } });
  });

  it('needs no words to find the articles with a mark', async () => {
    expect(await invoke('search --is starred')).toMatchObject({ options: { words: '', is: ['starred'] } });
    expect(await invoke('list --is read --is starred')).toMatchObject({
      options: { is: ['read', 'starred'] },
    });
    expect(await invoke('list --is unread --sort read')).toMatchObject({
      options: { is: ['unread'], order: 'read' },
    });
  });
});

describe('a dash', () => {
  it('is standard input for the reader and for show', async () => {
    for (const line of ['-', '--from -', '-f -', '--from=- --justify'])
      expect(await invoke(line)).toMatchObject({ command: 'read', options: { paths: ['-'] } });
    for (const line of ['show -', 'show --from -', 'show -f - -w20'])
      expect(await invoke(line)).toMatchObject({ command: 'show', options: { words: ['-'], paths: [] } });
  });

  it.each([
    ['a.md -', 'standard input (-) cannot be read together with files and folders'],
    ['list --from -', 'kiosque list reads files and folders; to read standard input (-): … | kiosque show -'],
    [
      'search -f - a',
      'kiosque search reads files and folders; to read standard input (-): … | kiosque show -',
    ],
    ['show -f - a', 'kiosque show reads files and folders; to read standard input (-): … | kiosque show -'],
  ])('is explained where it is no path: kiosque %s', async (line, message) => {
    expect(await errorFor(line)).toBe(`2: ${message}`);
  });
});

it('parses kiosque stats, which takes no arguments', async () => {
  expect(await invoke('stats --from a -f b --json')).toEqual({
    command: 'stats',
    options: { paths: ['a', 'b'], input: undefined, json: true },
  });
  expect(await errorFor('stats dir')).toBe(
    '2: kiosque stats takes no arguments (got “dir”); for a folder: kiosque stats --from dir',
  );
});

describe('kiosque show', () => {
  it('accepts the words that name one article or several', async () => {
    const options = { paths: [] };
    expect(await invoke('show grandir par')).toEqual({
      command: 'show',
      options: { ...options, words: ['grandir', 'par'] },
    });
    expect(await invoke('show - -w 0 --format markdown')).toEqual({
      command: 'show',
      options: { ...options, words: ['-'], width: 0, format: 'markdown' },
    });
    expect(await invoke('show a --json')).toMatchObject({ options: { format: 'json' } });
  });
});

describe('an invalid command line', () => {
  it.each([
    ['--colour always', 'unknown option --colour (did you mean --color?)'],
    ['list --nope', 'unknown option --nope; see kiosque --help'],
    ['list -x', 'unknown option -x; see kiosque --help'],
    ['list -prix', 'unknown option -p; see kiosque --help'],
    ['--from search list -prix', 'unknown option -prix; see kiosque --help'],
    ['--from.a b', 'unknown option --from.a (did you mean --from?)'],
    ['--__proto__ x', 'unknown option --__proto__; see kiosque --help'],
    ['--no-from', 'unknown option --no-from; see kiosque --help'],
    ['list --from', '--from needs a value; see kiosque --help'],
    ['list --sort --json', '--sort needs a value; see kiosque --help'],
    ['list --sort size', '--sort must be date, title, length or read (got “size”)'],
    ['show a --format rtf', '--format must be text, ansi, markdown, html, pdf or json (got “rtf”)'],
    ['show - -i pdf', '--input must be markdown, text, html, org, gemtext, code or asciidoc (got “pdf”)'],
    ['list --color blue', '--color must be auto, always or never (got “blue”)'],
    ['list --lang de', '--lang must be fr or en (got “de”)'],
    ['list -n 0', '--limit must be a whole number of at least 1 (got “0”)'],
    ['show a --width -3', '--width must be a whole number between 0 and 10000 (got “-3”)'],
    ['show a --width 1e3', '--width must be a whole number between 0 and 10000 (got “1e3”)'],
    ['show a --width 10001', '--width must be a whole number between 0 and 10000 (got “10001”)'],
    ['show a --sort date', '--sort only works with kiosque list'],
    ['list --is new', '--is must be starred, read, unread, started, highlighted or noted (got “new”)'],
    ['show a --is read', '--is only works with kiosque list or kiosque search'],
    ['list --justify', '--justify only works with kiosque or kiosque show'],
    [
      '--json',
      '--json only works with kiosque list, kiosque search, kiosque show, kiosque notes, kiosque stats or kiosque config',
    ],
    ['list dir', 'kiosque list takes no arguments (got “dir”); for a folder: kiosque list --from dir'],
    ['search', 'nothing to search for; usage: kiosque search WORDS…'],
    [`search ${'a'.repeat(1001)}`, 'the search is too long: 1001 characters, at most 1000'],
    [`--search ${'a'.repeat(1001)}`, 'the search is too long: 1001 characters, at most 1000'],
    ['show', 'no article given; usage: kiosque show ARTICLE… (kiosque list shows them all)'],
  ])('is explained: %s', async (line, message) => {
    expect(await errorFor(line)).toBe(`2: ${message}`);
  });

  it.each([
    ['--colour always', 'option inconnue : --colour (vouliez-vous dire --color ?)'],
    ['list --tag', '--tag attend une valeur ; voir kiosque --help'],
    [`search ${'a'.repeat(1001)}`, 'la recherche est trop longue : 1001 caractères, au plus 1000'],
    ['list --sort size', '--sort attend date, title, length ou read (reçu : « size »)'],
    ['list -n x', '--limit attend un entier d’au moins 1 (reçu : « x »)'],
    ['show a --width -3', '--width attend un entier entre 0 et 10000 (reçu : « -3 »)'],
    ['show a --sort date', '--sort ne s’utilise qu’avec kiosque list'],
  ])('is explained in French: %s', async (line, message) => {
    expect(await errorFor(line, 'fr')).toBe(`2: ${message}`);
  });

  it('is quoted without control characters', async () => {
    expect(await errorFor('list --sort \x1b[31mred')).toBe(
      '2: --sort must be date, title, length or read (got “red”)',
    );
    expect(await errorFor('--\x1b[31mred')).not.toContain('\x1b');
  });
});

it('parses plain command lines as meow does', async () => {
  const plain = 'list search show - 12 1e3 a=b no-color true false " /'.split(' ');
  const odd =
    '-- -n5 -n=5 --json=true --json=x --from=a --sort=--json -s=b --no-memory --no-json --no-color --no-from -hv --nope --from= -3 --Json'.split(
      ' ',
    );
  const options = TYPED_NAMES.flatMap((name) => [`--${name}`, `-${name[0]!}`]);
  const word = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...options) },
    { weight: 4, arbitrary: fc.constantFrom('', ...plain) },
    { weight: 2, arbitrary: fc.constantFrom(...odd) },
    fc.string(),
  );
  let parsed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (argv) => {
      const found = parsePlain(argv);
      if (!found) return;
      parsed += 1;
      expect(found).toEqual(await parseAny(argv));
    }),
    { numRuns: 2000 },
  );
  expect(parsed).toBeGreaterThan(200);
});
