import { editDistance } from '../algorithms/edit-distance.ts';
import { slugOf } from '../unicode/slug.ts';
import type { Article } from './article.ts';

/** How many suggestions are of use, and how alike they must be (1 is the same). */
const MOST = 3;
const LEAST = 0.45;

/** The articles whose id or title looks most like `reference`, best first, at most three; none where nothing does. */
export function nearest(articles: readonly Article[], reference: string): Article[] {
  const wanted = slugOf(reference);
  if (wanted === '') return [];
  const pairs = bigrams(wanted);
  const rated: { article: Article; score: number }[] = [];
  for (const article of articles) {
    const score = Math.max(
      likeness(pairs, wanted, article.id),
      likeness(pairs, wanted, slugOf(article.title)),
    );
    if (score >= LEAST) rated.push({ article, score });
  }
  rated.sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1));
  return rated.slice(0, MOST).map(({ article }) => article);
}

/**
 * How much of the wanted pairs of letters a text holds (Dice's coefficient, the text's length counted half, since people
 * type parts), or, where it is more, how close its closest word is by edits.
 */
function likeness(pairs: ReadonlySet<string>, wanted: string, text: string): number {
  const own = bigrams(text);
  let shared = 0;
  for (const pair of pairs) if (own.has(pair)) shared++;
  const dice = pairs.size === 0 ? 0 : shared / (pairs.size + 0.5 * Math.max(0, own.size - pairs.size));
  if (wanted.includes('-') || shared < pairs.size * 0.3) return dice;
  let best = dice;
  for (const word of text.split('-')) {
    const longest = Math.max(word.length, wanted.length);
    best = Math.max(best, 1 - editDistance(wanted, word) / longest);
  }
  return best;
}

function bigrams(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}
