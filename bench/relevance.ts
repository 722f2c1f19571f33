// Scores Kiosque and the peers that are installed on the relevance sets.
// usage: relevance [FOLDER] [--root DIR] [--verbose] [--thesauri] [--apart] (see bench/README.md)
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { helpPages } from '../test/support/help-pages.ts';
import { helpSets } from '../test/support/help-sets.ts';
import {
  type Document,
  documentsIn,
  type Expectation,
  kiosque,
  type Search,
} from '../test/support/relevance.ts';
import { BUNDLED, DEBIAN } from '../test/unit/search/relevance-queries.ts';
import type { GradedQuery } from './judging/graded.ts';
import { django, helpOfPrograms, libreOfficeHelp, lilyPond, pythonManual } from './judging/libraries.ts';
import { DJANGO, SYNONYMS_EN } from './judging/queries-en.ts';
import { LILYPOND, PROGRAMS_FR, SYNONYMS_FR } from './judging/queries-fr.ts';
import { LIBREOFFICE_FR, PYTHON } from './judging/queries-manuals.ts';
import { peersOf } from './peers.ts';
import { intervalOf, mean, reciprocal, type Score, scoreOf } from './statistics.ts';

interface RelevanceSet {
  readonly name: string;
  readonly language: 'french' | 'english';
  readonly documents: readonly Document[];
  readonly queries: readonly GradedQuery[];
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    root: { type: 'string', default: '/' },
    verbose: { type: 'boolean', default: false },
    thesauri: { type: 'boolean', default: false },
    apart: { type: 'boolean', default: false },
  },
});

if (!options.apart) runAll('All sets', await ownSets(positionals[0]));
runAll('The sets that stay apart', await setsApart(options.root));
if (options.thesauri)
  for (const set of synonymSets(options.root)) runAll(`Queries by synonyms, ${set.language}`, [set]);

/** The sets that weights are chosen by. */
async function ownSets(folder: string | undefined): Promise<readonly RelevanceSet[]> {
  return [
    withGrades('Bundled articles', await documentsIn('articles'), BUNDLED),
    ...helpSets(options.root).map(({ name, pages, queries }) => withGrades(name, pages, queries)),
    {
      name: 'documentation of Python (python3.11-doc)',
      language: 'english',
      documents: await pythonManual(options.root),
      queries: PYTHON,
    },
    {
      name: 'French help of LibreOffice (libreoffice-help-fr)',
      language: 'french',
      documents: await libreOfficeHelp(options.root),
      queries: LIBREOFFICE_FR,
    },
    ...(folder ? [withGrades('Debian', await documentsIn(folder), DEBIAN)] : []),
  ];
}

/** The sets that no weight is chosen by, with graded answers. */
async function setsApart(root: string): Promise<readonly RelevanceSet[]> {
  const [lily, programs, manual] = [await lilyPond(root), helpOfPrograms(root), await django(root)];
  return [
    {
      name: 'French manuals of LilyPond (lilypond-doc-html-fr)',
      language: 'french',
      documents: lily,
      queries: LILYPOND,
    },
    {
      name: 'French help of the programs of GNOME',
      language: 'french',
      documents: programs,
      queries: PROGRAMS_FR,
    },
    {
      name: 'documentation of Django (python-django-doc)',
      language: 'english',
      documents: manual,
      queries: DJANGO,
    },
  ];
}

/** Queries by words that no page has. */
function synonymSets(root: string): readonly RelevanceSet[] {
  return [
    {
      name: 'French help of the programs of GNOME, by synonyms',
      language: 'french',
      documents: helpOfPrograms(root),
      queries: SYNONYMS_FR,
    },
    {
      name: 'English help of GNOME, by synonyms',
      language: 'english',
      documents: helpPages(join(root, 'usr/share/help/C/gnome-help')),
      queries: SYNONYMS_EN,
    },
  ];
}

/** A set whose answers are all alike. */
function withGrades(name: string, documents: readonly Document[], set: readonly Expectation[]): RelevanceSet {
  const language = /French|Bundled|Debian/.test(name) ? 'french' : 'english';
  const queries = set.map(([query, ids]) => ({
    query,
    grades: new Map(ids.split(' ').map((id) => [id, 3])),
  }));
  return { name, language, documents, queries };
}

function runAll(title: string, sets: readonly RelevanceSet[]): void {
  /** The scores of each engine, query by query through all sets; undefined if one of them skipped it. */
  const all = new Map<string, Score[] | undefined>();
  const installed = sets.filter(({ name, documents }) => {
    if (documents.length === 0) console.log(`\n${name}: not installed (see bench/README.md)`);
    return documents.length > 0;
  });
  for (const set of installed)
    for (const [name, scores] of run(set)) {
      const known = all.has(name) ? all.get(name) : [];
      all.set(name, known && scores && [...known, ...scores]);
    }
  summarize(title, all);
}

/** Prints and returns the scores of each engine on a set. */
function run({ name, language, documents, queries }: RelevanceSet): Map<string, Score[] | undefined> {
  const missing = queries
    .flatMap(({ grades }) => [...grades.keys()])
    .filter((id) => !documents.some((each) => each.id === id));
  const note = missing.length > 0 ? `; not there: ${missing.join(' ')}` : '';
  console.log(`\n${name}: ${documents.length} articles, ${queries.length} queries${note}`);
  const ours = kiosque(documents, options.thesauri ? ['/usr/share/mythes'] : []);
  const task = { documents, queries: queries.map(({ query }) => query), language, root: options.root };
  const found = new Map<string, Score[] | undefined>();
  for (const { name: peer, search } of [{ name: 'Kiosque', search: ours }, ...peersOf(task)]) {
    if (typeof search === 'string') console.log(`${peer.padEnd(12)} skipped: ${search}`);
    found.set(peer, typeof search === 'string' ? undefined : report(peer, search, queries));
    if (peer === 'Kiosque' && options.verbose) listMisses(ours, queries);
  }
  return found;
}

function report(name: string, search: Search, queries: readonly GradedQuery[]): Score[] {
  const scores = queries.map(({ query, grades }) => scoreOf(search(query), grades));
  console.log(`${name.padEnd(12)} ${figures(scores)}`);
  return scores;
}

function figures(scores: readonly Score[]): string {
  const within = (limit: number): string =>
    `${scores.filter(({ rank }) => rank > 0 && rank <= limit).length}/${scores.length}`;
  const ndcg = mean(scores.map((each) => each.ndcg)).toFixed(3);
  return `first ${within(1)}  in three ${within(3)}  nDCG ${ndcg}  MRR ${mean(scores.map(reciprocal)).toFixed(3)}`;
}

function listMisses(search: Search, queries: readonly GradedQuery[]): void {
  for (const { query, grades } of queries) {
    const found = search(query);
    const { rank } = scoreOf(found, grades);
    const expected = [...grades.keys()].join(' ');
    if (rank !== 1) console.log(`   ${rank} ${query}: ${found.slice(0, 4).join(' ')} (expected ${expected})`);
  }
}

/** All sets together, and how far Kiosque is ahead of each peer. */
function summarize(title: string, all: ReadonlyMap<string, readonly Score[] | undefined>): void {
  const ours = all.get('Kiosque') ?? [];
  console.log(`\n${title}: ${ours.length} queries`);
  for (const [name, scores] of all) {
    if (!scores) continue;
    const lead = (measure: (score: Score) => number): string => {
      const differences = ours.map((each, i) => measure(each) - measure(scores[i]!));
      const [low, high] = intervalOf(differences);
      return `${signed(mean(differences))} (95 %: ${signed(low)} to ${signed(high)})`;
    };
    const leads = `  lead in MRR ${lead(reciprocal)}, in nDCG ${lead(({ ndcg }) => ndcg)}`;
    console.log(`${name.padEnd(12)} ${figures(scores)}${name === 'Kiosque' ? '' : leads}`);
  }
}

function signed(value: number): string {
  return (value < 0 ? '−' : '+') + Math.abs(value).toFixed(3);
}
