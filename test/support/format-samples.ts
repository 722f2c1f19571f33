import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, gunzipSync } from 'node:zlib';
import { lexer, type Token } from 'marked';
import { bodyOf } from '../../src/library/read-body.ts';

/** How a text is to be read. `text` may join lines, `lines` and `code` may not. */
export const READINGS = ['markdown', 'html', 'text', 'lines', 'table', 'code', 'terminal'] as const;
export type Reading = (typeof READINGS)[number];

/** A text with the reading that is right for it. Texts of others are taken from installed files and never committed. */
export interface Sample {
  /** Where it comes from: a file and lines, a command, or a fixture. */
  readonly id: string;
  readonly kind: string;
  readonly reading: Reading;
  readonly text: string;
  /** True if detectors were tuned on it; the others are for the test. */
  readonly tuned: boolean;
}

/** A rule that finds samples of one kind; `most` are taken, spread by a hash of their ids. */
interface Source {
  readonly name: string;
  readonly most: number;
  find(): Iterable<Found>;
}

interface Found {
  readonly id: string;
  readonly kind: string;
  readonly reading: Reading;
  readonly text: string;
}

/** All sources with their samples; a source that is not installed has none. */
export function formatSamples(): { readonly name: string; readonly samples: readonly Sample[] }[] {
  return SOURCES.map(({ name, most, find }) => ({ name, samples: chosen(find(), most) }));
}

function chosen(found: Iterable<Found>, most: number): Sample[] {
  const byKind = new Map<string, Found[]>();
  const seen = new Set<string>();
  for (const each of found) {
    if (each.text.trim() === '' || seen.has(each.text)) continue;
    seen.add(each.text);
    byKind.set(each.kind, [...(byKind.get(each.kind) ?? []), each]);
  }
  return [...byKind.values()].flatMap((same) =>
    same
      .toSorted((a, b) => crc32(a.id) - crc32(b.id))
      .slice(0, most)
      .map((each) => ({ ...each, tuned: crc32(`tuned ${each.id}`) % 2 === 0 })),
  );
}

/** The reading that is detected for a text of which nothing else is known. */
function detected(text: string): Reading {
  const { format, keepLines } = bodyOf(text, 'stdin');
  return keepLines ? 'lines' : format;
}

/** How samples are read. */
export interface Score {
  readonly count: number;
  /** The share that is read right. */
  readonly right: number;
  /** A row for each reading with what its texts are taken for, and the samples that are read wrong. */
  readonly table: string;
}

export function scoreOf(samples: readonly Sample[]): Score {
  const counts = new Map<string, number>();
  const wrong: string[] = [];
  for (const { id, kind, reading, text } of samples) {
    const found = detected(text);
    counts.set(`${reading} ${found}`, (counts.get(`${reading} ${found}`) ?? 0) + 1);
    if (found !== reading) wrong.push(`${found} instead of ${reading} (${kind}): ${id}`);
  }
  const row = (name: string, cells: readonly unknown[]): string =>
    name.padEnd(10) + cells.map((cell) => String(cell).padStart(9)).join('');
  const rows = READINGS.map((reading) =>
    row(
      reading,
      READINGS.map((found) => counts.get(`${reading} ${found}`) ?? '·'),
    ),
  );
  const table = [row('is \\ as', READINGS), ...rows, ...wrong].join('\n');
  return { count: samples.length, right: 1 - wrong.length / samples.length, table };
}

const FIXTURES = 'test/fixtures/formats';

/** The fixtures, by file: several texts in each, a line with `%` between two. */
const FIXTURE_READINGS: Readonly<Record<string, Reading>> = {
  address: 'lines',
  code: 'code',
  csv: 'table',
  html: 'html',
  ini: 'code',
  log: 'code',
  mail: 'text',
  markdown: 'markdown',
  poem: 'lines',
  prose: 'text',
  shell: 'code',
  todo: 'lines',
  toml: 'code',
  traceback: 'code',
  tsv: 'table',
  words: 'lines',
  yaml: 'code',
};

function* fixtures(): Generator<Found> {
  for (const [kind, reading] of Object.entries(FIXTURE_READINGS)) {
    const texts = readFileSync(join(FIXTURES, `${kind}.txt`), 'utf8').split(/^%\n/m);
    for (const [i, text] of texts.entries()) yield { id: `${kind}.txt, text ${i + 1}`, kind, reading, text };
  }
}

/** The packages of the lockfile that are installed, by name. */
const packages = (): string[] =>
  Object.keys(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages)
    .filter((path) => path.startsWith('node_modules/') && !path.includes('/node_modules/'))
    .filter((path) => existsSync(path))
    .sort();

/** The files below a folder by path, at most `depth` folders deep; none if it does not exist. */
function* filesIn(folder: string, pattern: RegExp, depth = 4): Generator<string> {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isFile() && pattern.test(entry.name)) yield path;
    else if (entry.isDirectory() && entry.name !== 'node_modules' && depth > 0)
      yield* filesIn(path, pattern, depth - 1);
  }
}

/** The text of a file of reasonable size, unpacked if it is a `.gz`; empty if it cannot be read. */
function textOf(path: string): string {
  try {
    if (statSync(path).size > 500_000) return '';
    const bytes = readFileSync(path);
    return new TextDecoder('utf-8', { fatal: true }).decode(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  } catch {
    return '';
  }
}

interface Readme {
  readonly path: string;
  readonly text: string;
  readonly tokens: ReturnType<typeof lexer>;
}

/** The READMEs of packages, with their tokens by marked, which knows nothing of our signs. */
const readmes = once((): Readme[] =>
  packages().flatMap((folder) =>
    [...filesIn(folder, /^readme\.(?:md|markdown)$/i, 0)].map((path) => {
      const text = textOf(path);
      return { path, text, tokens: lexer(text) };
    }),
  ),
);

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** The blocks of READMEs, each read as the marks in it require; those that may be read in two ways are left out. */
function* readmeBlocks(): Generator<Found> {
  for (const { path, tokens } of readmes()) {
    let line = 1;
    const hasDefinitions = Object.keys(tokens.links).length > 0;
    for (const token of tokens) {
      const found = blockSample(token, hasDefinitions);
      if (found) yield { ...found, id: `${path}:${line}`, text: `${token.raw.trim()}\n` };
      line += token.raw.split('\n').length - 1;
    }
  }
}

function blockSample(token: Token, hasDefinitions: boolean): Pick<Found, 'kind' | 'reading'> | undefined {
  switch (token.type) {
    case 'table':
    case 'blockquote':
      return { kind: `block of Markdown: ${token.type}`, reading: 'markdown' };
    case 'heading':
      return token.raw.startsWith('#')
        ? { kind: 'block of Markdown: heading', reading: 'markdown' }
        : undefined;
    case 'code':
      return token.codeBlockStyle === 'indented'
        ? undefined
        : { kind: 'block of Markdown: fence', reading: 'markdown' };
    case 'html':
      return /^\s*<(?!!--)/.test(token.raw) ? { kind: 'block of HTML', reading: 'html' } : undefined;
    case 'list':
    case 'paragraph': {
      const types = inlineTypes(token);
      if (types.size === 1 && types.has('html') && /^<[\s\S]*>\s*$/.test(token.raw))
        return { kind: 'block of HTML', reading: 'html' };
      if (types.size === 0 && token.type === 'list') return undefined;
      if (types.size === 0) {
        // Marks whose definitions are elsewhere.
        const isPlain = !(hasDefinitions && /\]/.test(token.raw));
        return isPlain ? { kind: 'paragraph without marks', reading: 'text' } : undefined;
      }
      const kind = types.size > 1 ? 'several marks' : [...types][0]!;
      return { kind: `${token.type} of Markdown: ${kind}`, reading: 'markdown' };
    }
    default:
      return undefined;
  }
}

const MARKS = new Set(['strong', 'em', 'codespan', 'image', 'html', 'del', 'link', 'task']);

/** The kinds of marks in a token, those in its parts included. Bare addresses are no marks. */
function inlineTypes(token: Token, types = new Set<string>()): Set<string> {
  const isBare = token.type === 'link' && !token.raw.startsWith('[');
  if (MARKS.has(token.type) && !isBare) types.add(token.type);
  if ('task' in token && token.task === true) types.add('task');
  const parts = [
    ...('tokens' in token ? (token.tokens ?? []) : []),
    ...('items' in token ? token.items : []),
  ];
  for (const part of parts as Token[]) inlineTypes(part, types);
  return types;
}

/** Whole READMEs, and their first lines. */
function* wholeReadmes(): Generator<Found> {
  for (const { path, text } of readmes()) {
    if (!/^#|\]\(|```/m.test(text)) continue;
    yield { id: path, kind: 'whole README', reading: 'markdown', text };
    const head = text.split('\n').slice(0, 25).join('\n');
    if (/^#|\]\(|```/m.test(head))
      yield { id: `${path}:1-25`, kind: 'beginning of a README', reading: 'markdown', text: `${head}\n` };
  }
}

/** The languages of fences that are samples. */
const FENCES: Readonly<Record<string, Reading>> = {
  ...Object.fromEntries(
    'js javascript jsx mjs ts typescript tsx json json5 jsonc yaml yml css scss diff python py rust go java c cpp toml ini sql'
      .split(' ')
      .map((language) => [language, 'code']),
  ),
  ...Object.fromEntries('sh bash shell console'.split(' ').map((language) => [language, 'code'])),
  html: 'html',
};

/** The content of fences of three lines and more, read as their language requires. */
function* readmeFences(): Generator<Found> {
  for (const { path, tokens } of readmes()) {
    let line = 1;
    for (const token of tokens) {
      const reading = token.type === 'code' ? FENCES[token.lang ?? ''] : undefined;
      if (token.type === 'code' && reading && token.text.trim().split(/\n+/).length >= 3) {
        // A page is another matter, and scripts in it are code.
        const isHidden = /<(?:!doctype|html|script|style|template|svg)/i.test(token.text);
        const found: Reading = reading === 'html' && isHidden ? 'code' : reading;
        if (!/<!doctype html|<html/i.test(token.text))
          yield {
            id: `${path}:${line}`,
            kind: `fence: ${token.lang}`,
            reading: found,
            text: `${token.text}\n`,
          };
      }
      line += token.raw.split('\n').length - 1;
    }
  }
}

/** Files of which samples are made, at most, of each kind. */
const MOST_FILES = 40;

/** Some of the paths, spread over all by a hash. */
const spread = (paths: Iterable<string>): string[] =>
  [...paths].toSorted((a, b) => crc32(a) - crc32(b)).slice(0, MOST_FILES);

/** Whole files whose names match, and lines of them if `slice` is set. */
function* files(
  paths: Iterable<string>,
  kind: string,
  reading: Reading,
  { slice, only }: { slice?: readonly [from: number, to: number]; only?: RegExp } = {},
): Generator<Found> {
  for (const path of spread(paths)) {
    const text = textOf(path);
    const lines = text.split('\n');
    if (text.trim().split(/\n+/).length < 3 || (only && !only.test(text))) continue;
    if (!slice) yield { id: path, kind, reading, text };
    else if (
      lines.length >= slice[1] &&
      !/^(?:(?!\/\*)[\s\S])*\*\//.test(lines.slice(slice[0] - 1).join('\n'))
    )
      yield {
        id: `${path}:${slice.join('-')}`,
        kind: `${kind}, lines`,
        reading,
        text: `${lines.slice(slice[0] - 1, slice[1]).join('\n')}\n`,
      };
  }
}

function* inPackages(pattern: RegExp, depth = 3): Generator<string> {
  for (const folder of packages()) {
    let count = 0;
    for (const path of filesIn(folder, pattern, depth)) {
      if (count++ === 4) break;
      yield path;
    }
  }
}

/** Files with a first line that names an interpreter. */
function* scripts(folder: string, interpreter: RegExp): Generator<string> {
  for (const path of filesIn(folder, /^[^.]+$/, 0))
    if (interpreter.test(textOf(path).slice(0, 60))) yield path;
}

/** What commands print about this repository and this machine; none of a command that is missing. */
function* outputs(): Generator<Found> {
  const run = (kind: string, reading: Reading, program: string, ...args: string[]): Found[] => {
    const { stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 20_000 });
    if (error) return [];
    return [{ id: [program, ...args].join(' '), kind, reading, text: stdout || stderr }];
  };
  for (const folder of [
    'src',
    'src/document',
    'test',
    'node_modules',
    'bench',
    'articles',
    '.',
    '/etc',
    '/usr',
  ])
    for (const option of ['-l', '-la', '-lh']) yield* run('ls -l', 'code', 'ls', option, folder);
  for (const folder of ['src', 'src/text', 'src/document/markdown', 'test/unit', 'articles', 'node_modules'])
    yield* run('ls', 'lines', 'ls', folder);
  for (const [i, commit] of commits().entries()) {
    yield* run('git show', 'code', 'git', 'show', commit);
    yield* run('git diff', 'code', 'git', 'diff', `${commit}~1`, commit, '--', 'src');
    if (i < 6) yield* run('git log', 'code', 'git', 'log', '-n', String(i + 2), commit);
    if (i < 3) yield* run('git log', 'code', 'git', 'log', '--stat', '-n', String(i + 1), commit);
  }
  for (const code of ['null.x', 'JSON.parse("{")', 'require("missing")', 'new Array(-1)'])
    yield* run('traceback', 'code', process.execPath, '-e', code);
  for (const code of ['1/0', 'import json; json.loads("{")', '{}["x"]', 'open("/missing")'])
    yield* run('traceback', 'code', 'python3', '-c', code);
}

/** Commits of this repository, spread over its history; none outside a clone. */
function commits(): string[] {
  try {
    const all = execFileSync('git', ['log', '--no-merges', '--format=%H'], { encoding: 'utf8' }).split('\n');
    // The oldest, which stay the same.
    return all
      .filter((commit) => commit !== '')
      .reverse()
      .filter((_, i) => i % 25 === 1)
      .slice(0, 14);
  } catch {
    return [];
  }
}

/** Manual pages as `man` sets them for a pager, with overstrikes. */
function* manPages(): Generator<Found> {
  for (const page of ['ls', 'cp', 'sed', 'gzip']) {
    const env = { ...process.env, MANWIDTH: '80', MAN_KEEP_FORMATTING: '1', GROFF_NO_SGR: '1' };
    const { stdout, error } = spawnSync('man', ['-P', 'cat', page], {
      encoding: 'utf8',
      env,
      timeout: 20_000,
    });
    if (error || stdout === '') continue;
    yield { id: `man ${page}`, kind: 'man', reading: 'terminal', text: stdout };
    // As it comes through `col -b`.
    const text = stdout.replace(/.\u0008/g, '');
    yield { id: `man ${page} | col -b`, kind: 'man, plain', reading: 'terminal', text };
  }
}

/** Some licenses are written in Markdown. */
const NO_MARKDOWN = /^(?![\s\S]*(?:\n#|\]\(|`))/;

const SOURCES: readonly Source[] = [
  { name: `${FIXTURES}: written for the test`, most: 100, find: fixtures },
  { name: 'blocks of the READMEs in node_modules, by their marks', most: 24, find: readmeBlocks },
  { name: 'READMEs in node_modules, whole and 25 lines', most: 24, find: wholeReadmes },
  { name: 'fences of the READMEs in node_modules, by their language', most: 16, find: readmeFences },
  {
    name: 'licenses in node_modules, whole and 12 lines',
    most: 16,
    find: function* () {
      const names = /^licen[cs]e(?:\.txt|-mit\.txt)?$/i;
      yield* files(inPackages(names, 0), 'license', 'text', { only: NO_MARKDOWN });
      yield* files(inPackages(names, 0), 'license', 'text', { slice: [5, 16], only: NO_MARKDOWN });
    },
  },
  {
    name: 'files in node_modules by suffix, whole and 20 lines',
    most: 12,
    find: function* () {
      for (const suffix of ['js', 'mjs', 'ts', 'css', 'h', 'json', 'yml']) {
        const pattern = new RegExp(`^(?!.*\\.min\\.).*\\.${suffix}$`);
        yield* files(inPackages(pattern), `.${suffix}`, 'code');
        if (suffix !== 'json') yield* files(inPackages(pattern), `.${suffix}`, 'code', { slice: [21, 40] });
      }
    },
  },
  { name: 'output of ls, git, node and python3', most: 12, find: outputs },
  { name: 'output of man', most: 8, find: manPages },
  {
    name: 'Debian: /usr/share/common-licenses, NEWS, TODO and README.Debian in /usr/share/doc',
    most: 16,
    find: function* () {
      yield* files(filesIn('/usr/share/common-licenses', /./, 0), 'common license', 'text');
      yield* files(filesIn('/usr/share/doc', /^changelog\.Debian\.gz$/, 1), 'Debian changelog', 'text');
      yield* files(filesIn('/usr/share/doc', /^NEWS\.Debian\.gz$/, 1), 'Debian news', 'text');
      yield* files(filesIn('/usr/share/doc', /^README\.Debian(?:\.gz)?$/, 1), 'Debian README', 'text');
    },
  },
  {
    name: 'Debian: sources of manual pages in /usr/share/man',
    most: 16,
    find: () => files(filesIn('/usr/share/man/man1', /\.1\.gz$/, 0), 'roff', 'code'),
  },
  {
    name: 'Debian: code in /usr/lib/python3, /usr/share/perl, /usr/include, /etc, /usr/bin, /var/lib/dpkg/info',
    most: 12,
    find: function* () {
      yield* files(filesIn('/usr/lib/python3/dist-packages', /\.py$/, 1), '.py', 'code', { only: /\n\n/ });
      yield* files(filesIn('/usr/share/perl5', /\.pm$/, 1), '.pm', 'code', { only: /^use strict/m });
      yield* files(filesIn('/usr/include', /\.h$/, 0), '.h', 'code');
      yield* files(filesIn('/etc/init.d', /./, 0), 'init script', 'code');
      yield* files(filesIn('/var/lib/dpkg/info', /\.(?:postinst|prerm)$/, 0), 'package script', 'code');
      yield* files(scripts('/usr/bin', /^#!.*\b(?:ba)?sh\b/), 'shell script', 'code');
      yield* files(scripts('/usr/bin', /^#!.*python/), 'python script', 'code');
    },
  },
  {
    name: 'Debian: settings in /etc, /usr/lib/systemd/system and /usr/share/applications',
    most: 12,
    find: function* () {
      yield* files(filesIn('/usr/lib/systemd/system', /\.service$/, 0), '.service', 'code');
      yield* files(filesIn('/usr/share/applications', /\.desktop$/, 0), '.desktop', 'code');
      yield* files(filesIn('/etc/systemd', /\.conf$/, 0), '.conf', 'code');
      yield* files(filesIn('/usr/share/bash-completion/completions', /^[a-z]+$/, 0), 'completion', 'code');
    },
  },
  {
    name: 'Debian: /usr/share/distro-info, /usr/share/iso-codes, /var/log',
    most: 12,
    find: function* () {
      yield* files(filesIn('/usr/share/distro-info', /\.csv$/, 0), '.csv', 'table');
      yield* files(filesIn('/usr/share/iso-codes/json', /\.json$/, 0), 'iso-codes', 'code');
      for (const slice of [
        [1, 20],
        [41, 60],
        [81, 100],
      ] as const)
        yield* files(filesIn('/var/log', /^(?:dpkg|alternatives)\.log$/, 0), 'log', 'code', { slice });
    },
  },
];
