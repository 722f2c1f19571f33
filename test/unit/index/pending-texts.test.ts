import { describe, expect, it } from 'vitest';
import { PendingTexts } from '../../../src/index/pending-texts.ts';
import { article as anArticle } from '../../support/articles.ts';

const article = (path: string) => anArticle(path, { path });
const read = (path: string, text = 'x') => ({ article: article(path), text, headings: [0, text.length] });

describe('texts that were read', () => {
  it('are given away once', () => {
    const texts = new PendingTexts();
    texts.add(read('a'));
    expect(texts.take(article('a'))).toEqual(read('a'));
    expect(texts.take(article('a'))).toEqual({ article: article('a') });
  });

  it('are kept as far as there is room, which giving away makes', () => {
    const texts = new PendingTexts(5);
    texts.add(read('a', 'xxx'));
    texts.add(read('b', 'yyy'));
    expect(texts.take(article('b')).text).toBeUndefined();
    texts.take(article('a'));
    texts.add(read('b', 'yyy'));
    expect(texts.take(article('b')).text).toEqual('yyy');
  });

  it('are given away while others come, to the end', async () => {
    const texts = new PendingTexts();
    texts.add(read('a'));
    const given: string[] = [];
    const giving = (async () => {
      for await (const addition of texts.all()) given.push(addition.article.path);
    })();
    for (const path of ['b', 'c', 'd']) {
      await new Promise((resolve) => setImmediate(resolve));
      texts.add(read(path));
    }
    texts.end();
    await giving;
    texts.add(read('e'));
    expect(given).toEqual(['a', 'b', 'c', 'd']);
    expect(texts.take(article('e')).text).toBeUndefined();
  });

  it('tell whether they are many', async () => {
    const many = new PendingTexts();
    const few = new PendingTexts();
    const answers = Promise.all([many.reach(2), few.reach(2)]);
    for (const path of ['a', 'b']) many.add(read(path, ''));
    few.add(read('a', ''));
    few.end();
    expect(await answers).toEqual([true, false]);
  });
});
