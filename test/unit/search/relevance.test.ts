import { beforeAll, describe, expect, it } from 'vitest';
import {
  FIRST_HEADING,
  GIMP_FOLDER,
  GIT_FOLDER,
  GNUCASH_FOLDER,
  helpFolder,
  helpPages,
  htmlPages,
  MANUAL_NAME,
} from '../../support/help-pages.ts';
import {
  documentsIn,
  type Expectation,
  kiosque,
  meanReciprocal,
  miniSearch,
  rankOf,
  type Search,
} from '../../support/relevance.ts';
import { HELP_EN, HELP_FR } from './relevance-help.ts';
import { EVOLUTION_FR, GIMP_FR, GIT_EN, GNUCASH_EN } from './relevance-programs.ts';
import { BUNDLED } from './relevance-queries.ts';

/** Queries whose article does not come first, and why; a list that may only grow shorter. */
const NOT_FIRST = new Set(['auteur:"kiosque" newsletter lang']);

/** Mean reciprocal rank of a search over a set of queries. */
const score = (search: Search, set: readonly Expectation[]): number =>
  meanReciprocal(set.map(([query, ids]) => rankOf(search(query), ids)));

describe('the bundled articles', () => {
  let ours: Search;
  let theirs: Search;

  beforeAll(async () => {
    const documents = await documentsIn('articles');
    ours = kiosque(documents);
    theirs = miniSearch(documents);
  });

  it.each(BUNDLED.filter(([query]) => !NOT_FIRST.has(query)))('%s → %s: %s', (query, ids) => {
    expect(ids.split(' ')).toContain(ours(query)[0]);
  });

  it('are found better than by MiniSearch with folded and stemmed words', () => {
    expect(score(ours, BUNDLED)).toBeGreaterThan(score(theirs, BUNDLED) + 0.03);
  });
});

/** The least that these sets score: what they scored when they were written, less what another release may change. */
const HELP = [
  ['French help of GNOME (gnome-user-docs)', helpPages(helpFolder('fr', 'gnome-help')), HELP_FR, 0.85],
  ['English help of GNOME (gnome-user-docs)', helpPages(helpFolder('C', 'gnome-help')), HELP_EN, 0.9],
  [
    'French help of Evolution (evolution-common)',
    helpPages(helpFolder('fr', 'evolution')),
    EVOLUTION_FR,
    0.87,
  ],
  ['French help of GIMP (gimp-help-fr)', htmlPages(GIMP_FOLDER, FIRST_HEADING), GIMP_FR, 0.93],
  ['manual pages of Git (git-doc)', htmlPages(GIT_FOLDER, MANUAL_NAME), GIT_EN, 0.83],
  ['manual of GnuCash (gnucash-docs)', htmlPages(GNUCASH_FOLDER, FIRST_HEADING), GNUCASH_EN, 0.92],
] as const;

describe.each(HELP)('the %s', (_, pages, set, floor) => {
  it.skipIf(pages.length === 0)('are found better than by MiniSearch (skipped where not installed)', () => {
    const ours = score(kiosque(pages), set);
    expect(ours).toBeGreaterThan(floor);
    expect(ours).toBeGreaterThan(score(miniSearch(pages), set));
  });
});
