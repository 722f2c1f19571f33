import { describe, expect, it } from 'vitest';
import { PendingTexts } from '../../../src/index/pending-texts.ts';
import { article as anArticle } from '../../support/articles.ts';

const article = (path: string) => anArticle(path, { path });

describe('texts that were read', () => {
  it('are given away once', () => {
    const texts = new PendingTexts();
    texts.add(article('a'), 'x');
    expect(texts.take('a')).toEqual('x');
    expect(texts.take('a')).toBeUndefined();
  });

  it('are kept as far as there is room, which giving away makes', () => {
    const texts = new PendingTexts(5);
    texts.add(article('a'), 'xxx');
    texts.add(article('b'), 'yyy');
    expect(texts.take('b')).toBeUndefined();
    texts.take('a');
    texts.add(article('b'), 'yyy');
    expect(texts.take('b')).toEqual('yyy');
  });

  it('are given away while others come, to the end', async () => {
    const texts = new PendingTexts();
    texts.add(article('a'), 'x');
    const given: string[] = [];
    const giving = (async () => {
      for await (const addition of texts.all()) given.push(addition.article.path);
    })();
    for (const path of ['b', 'c', 'd']) {
      await new Promise((resolve) => setImmediate(resolve));
      texts.add(article(path), 'x');
    }
    texts.end();
    await giving;
    texts.add(article('e'), 'x');
    expect(given).toEqual(['a', 'b', 'c', 'd']);
    expect(texts.take('e')).toBeUndefined();
  });

  it('tell whether they are many', async () => {
    const many = new PendingTexts();
    const few = new PendingTexts();
    const answers = Promise.all([many.reach(2), few.reach(2)]);
    for (const path of ['a', 'b']) many.add(article(path), '');
    few.add(article('a'), '');
    few.end();
    expect(await answers).toEqual([true, false]);
  });
});
