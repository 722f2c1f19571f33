// Scores Kiosque and MiniSearch on the relevance sets.
// usage: relevance [FOLDER]; the Debian set runs only if FOLDER holds its texts (see bench/README.md).
import { HELP_SETS } from '../test/support/help-sets.ts';
import {
  type Document,
  documentsIn,
  type Expectation,
  kiosque,
  meanReciprocal,
  miniSearch,
  miniSearchHelped,
  rankOf,
  type Search,
} from '../test/support/relevance.ts';
import { BUNDLED, DEBIAN } from '../test/unit/search/relevance-queries.ts';

function score(name: string, search: Search, set: readonly Expectation[], verbose: boolean): void {
  const ranks = set.map(([query, ids]) => rankOf(search(query), ids));
  const within = (limit: number): string =>
    `${ranks.filter((rank) => rank > 0 && rank <= limit).length}/${set.length}`;
  console.log(
    `${name.padEnd(12)} first ${within(1)}  in three ${within(3)}  in ten ${within(10)}  MRR ${meanReciprocal(ranks).toFixed(3)}`,
  );
  if (!verbose) return;
  set.forEach(([query, ids], i) => {
    if (ranks[i] !== 1)
      console.log(`   ${ranks[i]} ${query}: ${search(query).slice(0, 4).join(' ')} (expected ${ids})`);
  });
}

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const verbose = process.argv.includes('--verbose');
const sets: readonly (readonly [string, readonly Document[], readonly Expectation[]])[] = [
  ['Bundled articles', await documentsIn('articles'), BUNDLED],
  ...HELP_SETS.map(({ name, pages, queries }) => [name, pages, queries] as const),
  ...(folder ? [['Debian', await documentsIn(folder), DEBIAN] as const] : []),
];
for (const [name, documents, set] of sets) {
  if (documents.length === 0) {
    console.log(`\n${name}: not installed (see bench/README.md)`);
    continue;
  }
  const missing = set
    .flatMap(([, ids]) => ids.split(' '))
    .filter((id) => !documents.some((each) => each.id === id));
  console.log(
    `\n${name}: ${documents.length} articles, ${set.length} queries${missing.length ? `; not there: ${missing.join(' ')}` : ''}`,
  );
  score('Kiosque', kiosque(documents), set, verbose);
  score('MiniSearch', miniSearch(documents), set, process.argv.includes('--all'));
  score('… helped', miniSearchHelped(documents), set, process.argv.includes('--all'));
}
