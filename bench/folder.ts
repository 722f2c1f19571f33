// Makes a folder of files by many tools, and says what Kiosque reads of each. See README.md.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadParser } from '../src/document/late-parsers.ts';
import { parseDocument } from '../src/document/parse-document.ts';
import type { Article } from '../src/library/article.ts';
import { articlesAt } from '../src/library/articles-at.ts';
import { setConverters } from '../src/library/converters.ts';
import { loadLibrary } from '../src/library/load-library.ts';
import { openBody } from '../src/library/open-body.ts';
import { copied, type Facts, INSTALLED, MAKERS, type Maker } from './folder-makers.ts';
import { bundledSources, output, type Source } from './folder-sources.ts';
import { countsOf, difference, sum } from './words.ts';

const isVerbose = process.argv.includes('--verbose');

/** The kinds that pandoc converts, as a user’s settings would name them. */
const CONVERTED: Readonly<Record<string, string>> = {
  rst: 'rst',
  odt: 'odt',
  fb2: 'fb2',
  textile: 'textile',
};

/** A file, and what should be read of it. */
interface Made {
  readonly kind: string;
  readonly tool: string;
  readonly path: string;
  /** The article that it is made of; undefined for a file of a package. */
  readonly source?: Source;
  readonly facts: Facts;
  readonly text: string;
}

interface Score extends Made {
  readonly right: Readonly<Record<keyof Pick<Source, 'title' | 'author' | 'date'>, boolean | undefined>>;
  readonly found: string;
  /** Shares from 0 to 1 of the words of the text: those kept, and those that are not in it. */
  readonly kept: number;
  readonly foreign: number;
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'kiosque-folder-'));
const config = mkdtempSync(join(tmpdir(), 'kiosque-config-'));

async function* filesOf(maker: Maker, sources: readonly Source[]): AsyncGenerator<Made> {
  const { kind, tool, suffix, count, facts } = maker;
  for (const [index, source] of sources.slice(0, count).entries()) {
    const name = `${tool.replace(/[^a-z0-9]+/gi, '-')}-${index}`;
    const path = join(folder, suffix === '' ? name : `${name}.${suffix}`);
    try {
      maker.make(source, path);
      yield { kind, tool, path, source, facts, text: source.text };
    } catch (error) {
      console.log(`${tool} failed: ${String(error).split('\n')[0]}`);
    }
  }
}

async function files(): Promise<readonly Made[]> {
  mkdirSync(folder, { recursive: true });
  const all = bundledSources();
  const made: Made[] = [];
  let next = 0;
  for (const maker of MAKERS) {
    if (!isInstalled(maker.program)) {
      console.log(`not installed: ${maker.program}`);
      continue;
    }
    // Other articles for each tool.
    const fit = maker.isSimple ? all.filter(({ markdown }) => !/\[\^|^\|/m.test(markdown)) : all;
    const sources = Array.from({ length: maker.count }, (_, i) => fit[(next + i) % fit.length]!);
    next += maker.count;
    for await (const each of filesOf(maker, sources)) made.push(each);
  }
  for (const installed of INSTALLED) {
    const path = copied(installed, folder);
    const { kind, tool, reader } = installed;
    if (!path) console.log(`not installed: ${installed.path}`);
    else made.push({ kind, tool, path, facts: [], text: textRead(reader, path) });
  }
  return made;
}

/** The text that another program reads of a file. */
function textRead([program = '', ...args]: readonly string[], path: string): string {
  const printed = output(program, [...args, path]);
  return printed.startsWith('<') ? textOfPage(printed) : printed;
}

/** The text of a page, its tags as blanks where they are blocks. */
const textOfPage = (html: string): string =>
  html
    .replace(/<(style|script|title)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<\/?(?:a|b|code|em|i|span|strong|sub|sup)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#8217;/g, '’')
    .replace(/&(?:#\d+|\w+);/g, ' ');

function isInstalled(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function articlesIn(path: string): Promise<readonly Article[]> {
  try {
    return (await articlesAt(path)).articles;
  } catch {
    // A Maildir is a folder.
    return (await loadLibrary([path])).articles;
  }
}

async function scoreOf(made: Made): Promise<Score> {
  const articles = await articlesIn(made.path);
  const texts: string[] = [];
  for (const article of articles) {
    const body = await openBody(article);
    await loadParser(body.format);
    const document = parseDocument(body, { title: article.title });
    document.extend(Number.POSITIVE_INFINITY);
    texts.push(article.title, document.text);
  }
  const [first] = articles;
  const title = articles.length > 1 ? first?.series : first?.title;
  const { source, facts } = made;
  const isRight = (fact: Facts[number], value: string | undefined): boolean | undefined =>
    source && facts.includes(fact) ? same(value, source[fact]) : undefined;
  const [expected, read] = [countsOf(made.text), countsOf(texts.join('\n').replaceAll('↩', ''))];
  const [missing, added] = [wordsOnly(difference(expected, read)), wordsOnly(difference(read, expected))];
  const words = Math.max(1, sum(expected));
  return {
    ...made,
    right: {
      title: isRight('title', title),
      author: isRight('author', first?.author),
      date: isRight('date', first?.date),
    },
    found: JSON.stringify([articles.length, title, first?.author, first?.date]),
    kept: 1 - sum(missing) / words,
    foreign: sum(added) / words,
    missing: [...missing.keys()],
    added: [...added.keys()],
  };
}

const same = (found: string | undefined, expected: string): boolean =>
  found?.replaceAll('’', "'").normalize() === expected.replaceAll('’', "'").normalize();

/** Without numbers: those of lists are text for some programs only. */
const wordsOnly = (counts: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...counts].filter(([word]) => !/^\d+$/.test(word)));

function print(scores: readonly Score[]): void {
  const groups = grouped(scores);
  console.log(`${'kind'.padEnd(25)} ${'made by'.padEnd(26)} files title author date   kept foreign`);
  for (const group of groups.values()) {
    const { kind, tool } = group[0]!;
    const facts = (['title', 'author', 'date'] as const).map((fact) =>
      share(group.map(({ right }) => right[fact])),
    );
    console.log(
      `${kind.padEnd(25)} ${tool.padEnd(26)} ${String(group.length).padStart(5)} ${facts[0]!.padStart(5)} ${facts[1]!.padStart(6)} ${facts[2]!.padStart(4)} ${percent(mean(group, 'kept'))} ${percent(mean(group, 'foreign'))}`,
    );
    for (const score of group) if (isVerbose) printDetails(score);
  }
  const kinds = new Set(scores.map(({ kind }) => kind.replace(/,.*/, '')));
  console.log(
    `${scores.length} files of ${kinds.size} kinds by ${groups.size} tools: ${percent(mean(scores, 'kept'))} of the words kept, ${percent(mean(scores, 'foreign'))} foreign`,
  );
}

function printDetails({ path, found, kept, foreign, missing, added }: Score): void {
  console.log(`    ${path.slice(folder.length + 1)} ${found} ${percent(kept)} ${percent(foreign)}`);
  if (missing.length > 0) console.log(`      missing: ${missing.slice(0, 25).join(' ')}`);
  if (added.length > 0) console.log(`      added: ${added.slice(0, 25).join(' ')}`);
}

const keyOf = ({ kind, tool }: Score): string => `${kind} ${tool}`;

function grouped(scores: readonly Score[]): Map<string, Score[]> {
  const groups = new Map<string, Score[]>();
  for (const score of scores) groups.set(keyOf(score), [...(groups.get(keyOf(score)) ?? []), score]);
  return groups;
}

/** How many are right, of those that can be. */
function share(right: readonly (boolean | undefined)[]): string {
  const known = right.filter((each) => each !== undefined);
  return known.length === 0 ? '–' : `${known.filter(Boolean).length}/${known.length}`;
}

const percent = (value: number): string => (value * 100).toFixed(1).padStart(6);

const mean = (scores: readonly Score[], figure: 'kept' | 'foreign'): number =>
  scores.reduce((total, score) => total + score[figure], 0) / Math.max(1, scores.length);

/** Lists, searches and prints the folder by the built program. */
function printProgram(count: number): void {
  const settings = Object.entries(CONVERTED).map(
    ([suffix, format]) => `${suffix} = "pandoc -s -f ${format} -t html {}"`,
  );
  mkdirSync(join(config, 'kiosque'));
  writeFileSync(join(config, 'kiosque/config.toml'), `[convert]\n${settings.join('\n')}\n`);
  const variables = ['CONFIG', 'CACHE', 'STATE', 'DATA'].map((name) => [`XDG_${name}_HOME`, config]);
  const env = { ...process.env, ...Object.fromEntries(variables) };
  const kiosque = (...args: string[]): string =>
    execFileSync('node', [resolve('bin/kiosque.js'), ...args], { env, encoding: 'utf8', maxBuffer: 1 << 28 });
  const listed = JSON.parse(kiosque('list', '--from', folder, '--json')) as readonly Article[];
  const files = new Set(listed.map(({ path }) => path.slice(folder.length + 1).split('/')[0]));
  // The first article stands for its file: the others are of the same kind.
  const firsts = [...files].map((file) => listed.find(({ path }) => path.startsWith(join(folder, file!)))!);
  const found = firsts.filter(({ id, title }) =>
    kiosque('search', `title:"${title}"`, '--from', folder, '--all', '--json').includes(`"${id}"`),
  );
  // An object for each, one after the other.
  const printed = kiosque('show', ...firsts.map(({ id }) => id), '--from', folder, '--format', 'json')
    .split(/^(?=\{$)/m)
    .map((object) => JSON.parse(object) as { readonly text: string });
  console.log(
    `the program lists ${listed.length} articles of ${files.size} of ${count} files, finds ${found.length} of ${firsts.length} by their titles, and prints ${printed.filter(({ text }) => text.trim() !== '').length}`,
  );
}

try {
  setConverters({
    bySuffix: new Map(
      Object.entries(CONVERTED).map(([suffix, format]) => [
        suffix,
        ['pandoc', '-s', '-f', format, '-t', 'html', '{}'],
      ]),
    ),
    cache: undefined,
    readOnly: true,
  });
  await loadParser('html');
  const made = [...(await files())];
  const scores: Score[] = [];
  for (const each of made) scores.push(await scoreOf(each));
  print(scores);
  printProgram(made.length);
} finally {
  rmSync(folder, { recursive: true });
  rmSync(config, { recursive: true });
}
