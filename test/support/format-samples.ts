import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Reading, Sample } from './format-score.ts';
import { filesIn, packages, textOf } from './installed-files.ts';
import { readmeBlocks, readmeFences, wholeReadmes } from './readme-samples.ts';

/** A rule that finds samples of one kind; `most` are taken, spread by a hash of their ids. */
interface Source {
  readonly name: string;
  readonly most: number;
  find(): Iterable<Found>;
}

export interface Found {
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

const FIXTURES = 'test/fixtures/formats';

/** The fixtures, by file: several texts in each, a line with `%` between two. */
const FIXTURE_READINGS: Readonly<Record<string, Reading>> = {
  address: 'lines',
  agenda: 'lines',
  chat: 'code',
  code: 'code',
  csv: 'table',
  diff: 'code',
  drawing: 'code',
  html: 'html',
  ini: 'code',
  log: 'code',
  mail: 'text',
  markdown: 'markdown',
  poem: 'lines',
  prose: 'text',
  records: 'code',
  shell: 'code',
  todo: 'lines',
  toml: 'code',
  traceback: 'code',
  tree: 'code',
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

/** Runs a program; no sample if it is missing. */
function run(kind: string, reading: Reading, program: string, ...args: string[]): Found[] {
  const { stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 20_000 });
  if (error) return [];
  return [{ id: [program, ...args].join(' '), kind, reading, text: stdout || stderr }];
}

/** Commands that print a line for each commit, match, file, user, process or file system. */
function* records(): Generator<Found> {
  const files = ['README.md', 'src/cli.tsx', 'package.json', 'biome.json', 'CONTRIBUTING.md'];
  for (const file of files) {
    yield* run('git blame', 'code', 'git', 'blame', file);
    yield* run('grep -n', 'code', 'grep', '-n', 'e', file);
    yield* run('grep -n', 'code', 'grep', '-nH', '-C1', 'co', file);
  }
  for (const word of ['kiosque', 'article', 'width']) yield* run('git grep', 'code', 'git', 'grep', word);
  for (const program of ['sha256sum', 'md5sum', 'wc']) yield* run('checksums', 'code', program, ...files);
  yield* run('checksums', 'code', 'sha256sum', '--tag', ...files);
  for (const file of ['passwd', 'group']) yield* run('records', 'code', 'cat', `/etc/${file}`);
  for (const program of ['mount', 'df', 'lscpu', 'lsblk', 'ps']) yield* run('records', 'code', program);
  yield* run('records', 'code', 'df', '-h');
  yield* run('records', 'code', 'ps', 'aux');
  yield* run('records', 'code', 'ldd', '/bin/ls');
  for (const option of ['--normal', '--context', '--unified'])
    yield* run('diff', 'code', 'diff', option, 'tsconfig.json', 'biome.json');
}

/** What commands print about this repository and this machine; none of a command that is missing. */
function* outputs(): Generator<Found> {
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
  yield* records();
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
    name: 'Debian: common licenses; changelogs, news and README.Debian in /usr/share/doc',
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
