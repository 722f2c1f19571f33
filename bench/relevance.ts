// Scores ours and MiniSearch (folded and stemmed as ours) on the relevance sets.
// usage: relevance [FOLDER]: the second set is measured where FOLDER has its texts (see bench/README.md).
import MiniSearch, { type Options } from 'minisearch';
import { openLibrary } from '../src/library/open.ts';
import { readBody } from '../src/library/read.ts';
import { createMemoryIndex, type SearchDocument } from '../src/search/engine.ts';
import { parseQuery } from '../src/search/query.ts';
import { stemFrench } from '../src/search/stem-fr.ts';
import { isStopWord } from '../src/search/stop-words.ts';
import { searchText } from '../src/search/strip.ts';
import { tokenize } from '../src/search/tokenize.ts';
import { BUNDLED, DEBIAN, type Expectation } from '../test/unit/search/relevance-queries.ts';

type Document = SearchDocument & { id: string };

async function documentsIn(folder: string): Promise<Document[]> {
  const { articles } = await openLibrary([folder]);
  return Promise.all(
    articles.map(async (article) => ({ ...article, body: searchText(await readBody(article)) })),
  );
}

/** As its documentation has it, with folding and stemming. */
function miniSearch(documents: readonly Document[]): (query: string) => string[] {
  const fold = (term: string): string =>
    term.toLowerCase().replace(/œ/g, 'oe').normalize('NFD').replace(/\p{M}/gu, '');
  return miniSearchWith(documents, { processTerm: (term) => stemFrench(fold(term)) }, ['OR']);
}

/** With the words, stop words and stems of ours, and all words before some. */
function miniSearchHelped(documents: readonly Document[]): (query: string) => string[] {
  const options = {
    tokenize: (text: string) => tokenize(text).map((word) => word.folded),
    processTerm: (term: string) => (isStopWord(term) ? null : stemFrench(term)),
  };
  return miniSearchWith(documents, options, ['AND', 'OR']);
}

function miniSearchWith(
  documents: readonly Document[],
  options: Partial<Options>,
  combine: readonly ('AND' | 'OR')[],
): (query: string) => string[] {
  const engine = new MiniSearch({ fields: ['title', 'tags', 'author', 'body'], ...options });
  engine.addAll(documents.map((each) => ({ ...each, tags: each.tags.join(' ') })));
  const search = { boost: { title: 8, tags: 4, author: 3 }, prefix: true, fuzzy: 0.2 };
  return (query) => {
    // It has no such language: what is left out and names of fields are not words for it.
    const words = query.replace(/(?:^|\s)-\S+/g, ' ').replace(/\p{L}+:/gu, ' ');
    for (const combineWith of combine) {
      const found = engine.search(words, { ...search, combineWith });
      if (found.length > 0) return found.map((hit) => String(hit.id));
    }
    return [];
  };
}

function ours(documents: readonly Document[]): (query: string) => string[] {
  const engine = createMemoryIndex(documents);
  return (query) => engine.search(parseQuery(query)).map((hit) => documents[hit.doc]!.id);
}

/** Rank of the best expected article, from 1; 0 for none. */
const rankOf = (found: readonly string[], ids: string): number =>
  Math.min(...ids.split(' ').map((id) => found.indexOf(id) + 1 || 1e9)) % 1e9;

function score(
  name: string,
  search: (query: string) => string[],
  set: readonly Expectation[],
  verbose: boolean,
): void {
  const ranks = set.map(([query, ids]) => rankOf(search(query), ids));
  const within = (limit: number): string =>
    `${ranks.filter((rank) => rank > 0 && rank <= limit).length}/${set.length}`;
  const mean = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / set.length;
  console.log(
    `${name.padEnd(12)} first ${within(1)}  in three ${within(3)}  in ten ${within(10)}  MRR ${mean.toFixed(3)}`,
  );
  if (!verbose) return;
  set.forEach(([query, ids], i) => {
    if (ranks[i] !== 1)
      console.log(`   ${ranks[i]} ${query}: ${search(query).slice(0, 4).join(' ')} (expected ${ids})`);
  });
}

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const verbose = process.argv.includes('--verbose');
const sets: readonly (readonly [string, string, readonly Expectation[]])[] = [
  ['Bundled articles', 'articles', BUNDLED],
  ...(folder ? [['Debian', folder, DEBIAN] as const] : []),
];
for (const [name, path, set] of sets) {
  const documents = await documentsIn(path);
  const missing = set
    .flatMap(([, ids]) => ids.split(' '))
    .filter((id) => !documents.some((each) => each.id === id));
  console.log(
    `\n${name}: ${documents.length} articles, ${set.length} queries${missing.length ? `; not there: ${missing.join(' ')}` : ''}`,
  );
  score('Kiosque', ours(documents), set, verbose);
  score('MiniSearch', miniSearch(documents), set, process.argv.includes('--all'));
  score('… helped', miniSearchHelped(documents), set, process.argv.includes('--all'));
}
