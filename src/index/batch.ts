import type { HeadingRanges } from '../document/heading-ranges.ts';
import type { Article } from '../library/article.ts';
import type { Addition } from './update.ts';

/** Articles on their way to the thread that indexes them: as JSON, which is copied in half the time that objects take. */
export interface Batch {
  readonly articles: string;
  /** Their reading texts, as far as they are at hand. */
  readonly texts: readonly (string | undefined)[];
  /** Where the headings of these are. */
  readonly headings: readonly (HeadingRanges | undefined)[];
}

/** Says that no more articles will come. */
export const NO_BATCH: Batch = { articles: '[]', texts: [], headings: [] };

export const toBatch = (additions: readonly Addition[]): Batch => ({
  articles: JSON.stringify(additions.map(({ article }) => article)),
  texts: additions.map(({ text }) => text),
  headings: additions.map(({ headings }) => headings),
});

/** The articles of a batch, in order. */
export function fromBatch({ articles, texts, headings }: Batch): Addition[] {
  return (JSON.parse(articles) as Article[]).map((article, i) => {
    const text = texts[i];
    return text === undefined ? { article } : { article, text, headings: headings[i] ?? [] };
  });
}
