import { describe, expect, it } from 'vitest';
import { boundedJson } from '../../../src/published/bounded-json.ts';

/** More bytes than are parsed without a look. */
const LONG = 2 * 1024 * 1024;
const parse = (text: string): unknown => boundedJson(Buffer.from(text), 'a page');

describe('bounded JSON', () => {
  it.each(['[]', '{"a":[1,"x\\"[[[[",null]}', '"é"'])('is read: %s', (text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  });

  it('is read if most of it is text, whatever is in its strings', () => {
    const value = { source: '[],{}\\"\\\\"'.repeat(LONG / 8), end: '\\' };
    expect(parse(JSON.stringify(value))).toEqual(value);
  });

  it('is read if it has many articles', () => {
    const articles = Array.from({ length: 20_000 }, (_, i) => ({
      id: `article-${i}`,
      title: `Article ${i}`,
      tags: ['a', 'b'],
      words: 300,
      path: `folder/article-${i}.md`,
      text: { file: '0123456789abcdef0123456789abcdef', at: i, length: 10, index: 0 },
    }));
    expect(parse(JSON.stringify(articles))).toEqual(articles);
  });

  it.each(['[],', '{},', '[', '1,', '{"":[]},'])('is refused if it is long and has many of %s', (dense) => {
    const text = `[${dense.repeat(LONG / dense.length)}0]`;
    expect(() => parse(text)).toThrow('too many values');
  });

  it('is refused if a string does not end', () => {
    expect(() => parse(`["${'\\"'.repeat(LONG)}`)).toThrow('no JSON');
  });
});
