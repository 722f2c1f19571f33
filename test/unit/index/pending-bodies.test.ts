import { describe, expect, it } from 'vitest';
import type { Body } from '../../../src/document/body.ts';
import { Bodies } from '../../../src/index/pending-bodies.ts';
import { article as anArticle } from '../../support/articles.ts';

const article = (path: string) => anArticle(path, { path });
const body = (source: string): Body => ({ format: 'text', source, firstLine: 0 });

describe('bodies that were read', () => {
  it('are given away once', () => {
    const bodies = new Bodies();
    bodies.add(article('a'), body('x'));
    expect(bodies.take('a')).toEqual(body('x'));
    expect(bodies.take('a')).toBeUndefined();
  });

  it('are kept as far as there is room, which giving away makes', () => {
    const bodies = new Bodies(5);
    bodies.add(article('a'), body('xxx'));
    bodies.add(article('b'), body('yyy'));
    expect(bodies.take('b')).toBeUndefined();
    bodies.take('a');
    bodies.add(article('b'), body('yyy'));
    expect(bodies.take('b')).toEqual(body('yyy'));
  });

  it('are given away while others come, to the end', async () => {
    const bodies = new Bodies();
    bodies.add(article('a'), body('x'));
    const given: string[] = [];
    const giving = (async () => {
      for await (const addition of bodies.all()) given.push(addition.article.path);
    })();
    for (const path of ['b', 'c', 'd']) {
      await new Promise((resolve) => setImmediate(resolve));
      bodies.add(article(path), body('x'));
    }
    bodies.end();
    await giving;
    bodies.add(article('e'), body('x'));
    expect(given).toEqual(['a', 'b', 'c', 'd']);
    expect(bodies.take('e')).toBeUndefined();
  });

  it('tell whether they are many', async () => {
    const many = new Bodies();
    const few = new Bodies();
    const answers = Promise.all([many.reach(2), few.reach(2)]);
    for (const path of ['a', 'b']) many.add(article(path), body(''));
    few.add(article('a'), body(''));
    few.end();
    expect(await answers).toEqual([true, false]);
  });
});
