import type { Article } from '../library/article.ts';
import type { Addition } from './update.ts';

/** Articles on their way to the thread that indexes them: as JSON, which is copied in half the time that objects take. */
export interface Batch {
  readonly articles: string;
  /** Their reading texts, as far as they are at hand. */
  readonly texts: readonly (string | undefined)[];
}

/** Says that no more articles will come. */
export const NO_BATCH: Batch = { articles: '[]', texts: [] };

export const toBatch = (additions: readonly Addition[]): Batch => ({
  articles: JSON.stringify(additions.map(({ article }) => article)),
  texts: additions.map(({ text }) => text),
});

/** The articles of a batch, in order. */
export function fromBatch({ articles, texts }: Batch): Addition[] {
  return (JSON.parse(articles) as Article[]).map((article, i) => {
    const text = texts[i];
    return text === undefined ? { article } : { article, text };
  });
}
