// Scores Kiosque and the peers that are installed on the relevance sets.
// usage: relevance [FOLDER] [--verbose] [--thesauri]; the Debian set runs only if FOLDER holds its texts (see bench/README.md).
import { spawnSync } from 'node:child_process';
import { HELP_SETS } from '../test/support/help-sets.ts';
import {
  type Document,
  documentsIn,
  type Expectation,
  kiosque,
  miniSearch,
  miniSearchHelped,
  plainWords,
  type Search,
} from '../test/support/relevance.ts';
import { BUNDLED, DEBIAN } from '../test/unit/search/relevance-queries.ts';
import { intervalOf, mean, reciprocal, type Score, scoreOf } from './statistics.ts';

type RelevanceSet = readonly [name: string, documents: readonly Document[], queries: readonly Expectation[]];

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const verbose = process.argv.includes('--verbose');
const thesauri = process.argv.includes('--thesauri') ? ['/usr/share/mythes'] : [];
const sets: readonly RelevanceSet[] = [
  ['Bundled articles', await documentsIn('articles'), BUNDLED],
  ...HELP_SETS.map(({ name, pages, queries }) => [name, pages, queries] as const),
  ...(folder ? [['Debian', await documentsIn(folder), DEBIAN] as const] : []),
];

/** The scores of each engine, query by query through all sets. */
const all = new Map<string, Score[]>();
for (const set of sets) run(set);
summarize();

function run([name, documents, set]: RelevanceSet): void {
  if (documents.length === 0) {
    console.log(`\n${name}: not installed (see bench/README.md)`);
    return;
  }
  const missing = set
    .flatMap(([, ids]) => ids.split(' '))
    .filter((id) => !documents.some((each) => each.id === id));
  console.log(
    `\n${name}: ${documents.length} articles, ${set.length} queries${missing.length ? `; not there: ${missing.join(' ')}` : ''}`,
  );
  const ours = kiosque(documents, thesauri);
  report('Kiosque', ours, set);
  if (verbose) listMisses(ours, set);
  report('MiniSearch', miniSearch(documents), set);
  report('… helped', miniSearchHelped(documents), set);
  const language = /French|Bundled|Debian/.test(name) ? 'french' : 'english';
  for (const [peer, search] of pythonPeers(documents, set, language)) report(peer, search, set);
}

function report(name: string, search: Search, set: readonly Expectation[]): void {
  const scores = set.map(([query, ids]) => scoreOf(search(query), ids));
  console.log(`${name.padEnd(12)} ${figures(scores)}`);
  all.set(name, [...(all.get(name) ?? []), ...scores]);
}

function figures(scores: readonly Score[]): string {
  const within = (limit: number): string =>
    `${scores.filter(({ rank }) => rank > 0 && rank <= limit).length}/${scores.length}`;
  const ndcg = mean(scores.map((each) => each.ndcg)).toFixed(3);
  return `first ${within(1)}  in three ${within(3)}  nDCG ${ndcg}  MRR ${mean(scores.map(reciprocal)).toFixed(3)}`;
}

function listMisses(search: Search, set: readonly Expectation[]): void {
  for (const [query, ids] of set) {
    const found = search(query);
    const { rank } = scoreOf(found, ids);
    if (rank !== 1) console.log(`   ${rank} ${query}: ${found.slice(0, 4).join(' ')} (expected ${ids})`);
  }
}

/** The engines that Python has; none without it. */
function pythonPeers(
  documents: readonly Document[],
  set: readonly Expectation[],
  language: string,
): readonly (readonly [name: string, search: Search])[] {
  const queries = set.map(([query]) => query);
  const input = JSON.stringify({
    documents: documents.map(({ id, title, tags, author = '', body }) => ({
      ...{ id, title, author, body },
      tags: tags.join(' '),
    })),
    queries: queries.map(plainWords),
    language,
  });
  // Debian's packages are in the system's Python, which need not be the first.
  const stdout = ['/usr/bin/python3', 'python3']
    .map((python) => spawnSync(python, ['bench/peers.py'], { input, encoding: 'utf8', maxBuffer: 1e9 }))
    .find(({ status }) => status === 0)?.stdout;
  if (stdout === undefined) return [];
  const found = JSON.parse(stdout) as Record<string, readonly (readonly string[])[]>;
  return Object.entries(found).map(([name, results]) => [
    name,
    (query) => results[queries.indexOf(query)] ?? [],
  ]);
}

/** All sets together, and how far Kiosque is ahead of each peer in MRR. */
function summarize(): void {
  const ours = all.get('Kiosque') ?? [];
  console.log(`\nAll sets: ${ours.length} queries`);
  for (const [name, scores] of all) {
    const differences = ours.map((each, i) => reciprocal(each) - reciprocal(scores[i]!));
    const [low, high] = intervalOf(differences);
    const lead = `${signed(mean(differences))} (95 %: ${signed(low)} to ${signed(high)})`;
    console.log(`${name.padEnd(12)} ${figures(scores)}${name === 'Kiosque' ? '' : `  lead ${lead}`}`);
  }
}

function signed(value: number): string {
  return (value < 0 ? '−' : '+') + Math.abs(value).toFixed(3);
}
