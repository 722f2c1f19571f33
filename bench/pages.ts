// How much of the text of pages is kept, and how much of what is around it. See README.md.
import { readFileSync, statSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { loadParser } from '../src/document/late-parsers.ts';
import { parseDocument } from '../src/document/parse-document.ts';
import { decode } from '../src/library/decode.ts';
import { filesIn } from '../test/support/installed-files.ts';
import { HELD_OUT_COLLECTIONS } from './held-out-pages.ts';
import { COLLECTIONS, type Collection, HIDDEN } from './page-collections.ts';
import { countsOf, difference, sum } from './words.ts';

const args = process.argv.slice(2);
const verbose = args.includes('--verbose');
const [only, ...roots] = args.filter((arg) => !arg.startsWith('-'));
/** Pages of a collection that are read. */
const PAGES = args.includes('--all') ? 100_000 : 4;
/** Sizes of pages in bytes: smaller ones are mostly lists of links. */
const [LEAST, MOST] = [4000, 1_000_000];

const INLINE = new Set(
  'a abbr b bdi cite code em font i kbd mark q s samp small span strong sub sup tt u var'.split(' '),
);

interface Score {
  readonly isHeldOut: boolean;
  readonly tool: string;
  readonly path: string;
  readonly words: number;
  /** Shares from 0 to 1 of the words of the text: those kept, and those that are not in it. */
  readonly kept: number;
  readonly foreign: number;
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

await loadParser('html');
const scores = [...COLLECTIONS, ...HELD_OUT_COLLECTIONS]
  .filter(({ tool }) => only === undefined || only === '' || tool.includes(only))
  .flatMap(scoresOf);
for (const { tool, path, words, kept, foreign, missing, added } of scores) {
  const name = path.split('/').slice(-3).join('/');
  console.log(
    `${tool.padEnd(24)} ${name.slice(-56).padEnd(57)} ${String(words).padStart(6)} ${percent(kept)} ${percent(foreign)}`,
  );
  if (verbose && missing.length > 0) console.log(`    missing: ${missing.slice(0, 40).join(' ')}`);
  if (verbose && added.length > 0) console.log(`    added: ${added.slice(0, 40).join(' ')}`);
}
summarize(
  'pages',
  scores.filter(({ isHeldOut }) => !isHeldOut),
);
summarize(
  'pages held out',
  scores.filter(({ isHeldOut }) => isHeldOut),
);

function summarize(name: string, some: readonly Score[]): void {
  if (some.length === 0) return;
  const good = some.filter(({ kept, foreign }) => kept >= 0.99 && foreign <= 0.01);
  const mean = (figure: (score: Score) => number): string =>
    percent(some.reduce((sum, score) => sum + figure(score), 0) / some.length).trim();
  console.log(
    `${some.length} ${name}: ${mean(({ kept }) => kept)} % of the words kept, ` +
      `${mean(({ foreign }) => foreign)} % foreign; ${good.length} with 99 % and 1 %`,
  );
}

function percent(share: number): string {
  return (share * 100).toFixed(1).padStart(6);
}

function scoresOf(collection: Collection): Score[] {
  const paths = collection.folders.flatMap((folder) =>
    ['', ...roots].flatMap((root) => [...filesIn(root + folder, /\.x?html?$/, 6)]),
  );
  const fit = paths.filter((path) => {
    const { size } = statSync(path);
    return size >= LEAST && size <= MOST && !/genindex|search\.html|\/index\.html$|ix01|modindex/.test(path);
  });
  return sampled(fit).flatMap((path) => scoreOf(collection, path) ?? []);
}

/** Pages at even distances. */
function sampled(paths: readonly string[]): string[] {
  const step = (index: number): number => Math.floor((index * PAGES) / paths.length);
  return paths.filter((_, index) => step(index) !== step(index - 1));
}

function scoreOf(collection: Collection, path: string): Score | undefined {
  const { tool, text, without = '', neutral = '', isHeldOut = false } = collection;
  const source = decode(readFileSync(path))!;
  // linkedom alone loses the body of pages that leave out its tag.
  const { document } = parseHTML(serialize(parse(source.replace(/<\?xml[^>]*\?>/, ''))));
  const neutrals = [...document.querySelectorAll('img[alt], title')].map(
    (each) => each.getAttribute('alt') ?? each.textContent ?? '',
  );
  for (const element of document.querySelectorAll([HIDDEN, without].filter(Boolean).join(',')))
    element.remove();
  if (neutral)
    for (const element of document.querySelectorAll(neutral)) {
      neutrals.push(spaced(element));
      element.remove();
    }
  const chosen = [...document.querySelectorAll(text)];
  const expected = countsOf(
    chosen
      .filter((each) => !chosen.some((other) => other !== each && other.contains(each)))
      .map(spaced)
      .join(' '),
  );
  const page = parseDocument({ format: 'html', source, firstLine: 0 }, { takeTitle: true });
  page.extend(Number.POSITIVE_INFINITY);
  const read = countsOf(`${page.ownTitle ?? ''} ${page.text}`);
  const words = sum(expected);
  if (words < 50) return undefined;
  const missing = difference(expected, read);
  const added = difference(difference(read, expected), countsOf(neutrals.join(' ')));
  return {
    tool,
    isHeldOut,
    path,
    words,
    kept: 1 - sum(missing) / words,
    foreign: sum(added) / words,
    missing: [...missing.keys()],
    added: [...added.keys()],
  };
}

/** The text of an element with spaces between its parts. */
function spaced(element: { readonly childNodes: Iterable<unknown> }): string {
  let text = '';
  for (const child of element.childNodes) {
    const node = child as {
      nodeType: number;
      data: string;
      childNodes: Iterable<unknown>;
      localName: string;
    };
    if (node.nodeType === 3) text += node.data;
    else if (node.nodeType === 1) text += INLINE.has(node.localName) ? spaced(node) : ` ${spaced(node)} `;
  }
  return text;
}
