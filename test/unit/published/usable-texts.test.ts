import { describe, expect, it } from 'vitest';
import { usableTexts } from '../../../src/published/earlier-state.ts';
import type { FileReference } from '../../../src/published/format.ts';
import type { PublishedArticle } from '../../../src/published/published-article.ts';

const file = (hash: string, size: number): FileReference => ({ kind: 'texts', hash, size });
const at = (hash: string, from: number, length: number): Pick<PublishedArticle, 'text'> => ({
  text: { file: hash, at: from, length, hash: '', index: 0 },
});

describe('files of texts', () => {
  it('are kept while half of them is used', () => {
    const files = [file('a', 1_000_000), file('b', 1_000_000)];
    const articles = [at('a', 0, 499_999), at('b', 0, 300_000), at('b', 600_000, 200_000)];
    expect([...usableTexts(files, articles)]).toEqual(['b']);
  });

  it('count a group once, however many texts are in it', () => {
    const articles = [at('a', 0, 400_000), at('a', 0, 400_000)];
    expect([...usableTexts([file('a', 1_000_000)], articles)]).toEqual([]);
  });

  it('are joined when they are small and many', () => {
    const large = file('large', 1_000_000);
    const small = Array.from({ length: 33 }, (_, i) => file(`small${i}`, 1000));
    const articles = [large, ...small].map(({ hash, size }) => at(hash, 0, size));
    expect([...usableTexts([large, ...small], articles)]).toEqual(['large']);
    expect(usableTexts([large, ...small.slice(1)], articles).size).toBe(33);
  });
});
