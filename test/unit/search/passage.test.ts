import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingText } from '../../../src/document/parse-document.ts';
import { memorySource } from '../../../src/search/bytes.ts';
import { createMemoryIndex } from '../../../src/search/engine.ts';
import { Offsets, OffsetsWriter, offsetOf, SPACING } from '../../../src/search/offsets.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';

describe('offsets', () => {
  const lists = fc.array(
    fc.array(fc.nat(3000), { maxLength: 6 }).map((gaps) => {
      let at = 0;
      return gaps.map((gap) => {
        at += gap;
        return at;
      });
    }),
    { maxLength: 80, size: 'max' },
  );

  it('are read as they were written', () => {
    fc.assert(
      fc.property(lists, (documents) => {
        const writer = new OffsetsWriter();
        for (const each of documents) writer.add(each);
        const offsets = new Offsets(memorySource(writer.finish()), documents.length);
        expect(documents.map((_, doc) => offsets.get(doc))).toEqual(documents);
      }),
    );
  });

  it('tell of any word about where it is', () => {
    const offsets = [10, 10 + 4 * SPACING, 10 + 10 * SPACING];
    expect([0, 1, SPACING, SPACING + 1, 2 * SPACING].map((word) => offsetOf(word, offsets))).toEqual([
      10,
      14,
      offsets[1],
      offsets[1]! + 6,
      offsets[2],
    ]);
    expect(offsetOf(7, [])).toBe(0);
  });
});

describe('passages', () => {
  const filler = (words: number): string => 'Rien de neuf. '.repeat(words / 3);
  const source = `${filler(90)}\n\nUn [premier](https://exemple.fr/client) client, ${filler(90)}\nDes clients du premier jour. ${filler(60)}portemonnaie.`;
  const text = readingText({ format: 'markdown', source, firstLine: 0 }, '');
  const index = createMemoryIndex([
    { title: 'Client', tags: [], body: filler(300) },
    { title: 'Sans titre', tags: [], body: text },
  ]);
  /** The text near the passage of the second document. */
  const near = (query: string): string => {
    const { start, end } = index.passages(parseQuery(query), [0, 1], 40).get(1)!;
    return text.slice(start - 40, end + 40);
  };

  it('are where most of the query is, in the reading text', () => {
    expect(near('premier client ')).toContain('client,');
    expect(near('jour clients ')).toContain('Des clients du');
    expect(near('"du premier jour" ')).toContain('du premier jour');
    expect(near('porte-monnaie ')).toContain('portemonnaie');
  });

  it('are the beginning, for no clause, where the body answers nothing', () => {
    const none = { start: 0, end: 0, clauses: 0 };
    expect(index.passages(parseQuery('client '), [0], 40)).toEqual(new Map([[0, none]]));
    expect(index.passages(parseQuery('title:client -absent '), [0], 40)).toEqual(new Map([[0, none]]));
  });

  it('are near a word wherever it stands', () => {
    const words = fc.array(fc.constantFrom('a', 'mot', 'entrepreneur', '**fort**', '[lien](x)', '\n\n'), {
      maxLength: 300,
      size: 'max',
    });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const source = [...before, 'cible', ...after].join(' ');
        const text = readingText({ format: 'markdown', source, firstLine: 0 }, '');
        const one = createMemoryIndex([{ title: '', tags: [], body: text }]);
        const { start, clauses } = one.passages(parseQuery('cible '), [0], 40).get(0)!;
        expect(clauses).toBe(1);
        // Words are as far apart between two that are known as they are on either side, at most.
        expect(Math.abs(start - text.indexOf('cible'))).toBeLessThan(SPACING * 13);
      }),
    );
  });
});
