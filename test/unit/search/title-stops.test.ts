import { describe, expect, it } from 'vitest';
import { SegmentBuilder } from '../../../src/search/builder.ts';
import { createMemoryIndex, createSearcher, type SearchDocument } from '../../../src/search/engine.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { Segment, sourceOf } from '../../../src/search/segment.ts';

const document = (title: string, body = 'Soup with leeks.'): SearchDocument => ({ title, tags: [], body });

/** Articles without any of the words that are searched for. */
const others = Array.from({ length: 30 }, (_, i) => document(`Recipe ${i}`));

const titles = (documents: readonly SearchDocument[], query: string): string[] =>
  createMemoryIndex(documents)
    .search(parseQuery(query))
    .map(({ doc }) => documents[doc]!.title);

describe('the stop words of titles', () => {
  it.each([
    ['what to back up ', 'What to back up', 'How to back up', 'Where to back up'],
    ['how to back up ', 'How to back up', 'Where to back up', 'What to back up'],
    ['imprimer sans marges ', 'Imprimer sans marges', 'Imprimer les marges', 'Imprimer avec des marges'],
    ['imprimer avec marges ', 'Imprimer avec des marges', 'Imprimer les marges', 'Imprimer sans marges'],
  ])('tell titles apart that have the same other words: %s', (query, first, ...rest) => {
    for (const order of [
      [first, ...rest],
      [...rest, first],
    ])
      expect(titles([...order.map((title) => document(title)), ...others], query)[0]).toBe(first);
  });

  it('tell them apart for a single other word', () => {
    const documents = ['Printing', 'Why printing', 'When printing'].map((title) => document(title));
    expect(titles([...documents, ...others], 'why printing ')[0]).toBe('Why printing');
  });

  it('do not make a title longer', () => {
    const documents = [document('Searching your address'), document('What is it about an address?')];
    const swapped = [document('Searching an address now'), document('What is it about an address?')];
    for (const each of [documents, swapped])
      expect(titles([...each, ...others], 'address ')[0]).toBe('What is it about an address?');
  });

  it('are no reason if most titles have them', () => {
    const documents = [document('Leeks and cream'), document('Leeks with the cream')];
    const all = [...documents, ...others.map(({ title }) => document(`The ${title}`, 'Nothing.'))];
    const scores = (query: string) =>
      createMemoryIndex(all)
        .search(parseQuery(query))
        .map(({ score }) => score);
    expect(scores('the leeks ')).toEqual(scores('leeks '));
  });

  it('say nothing of an article whose title lacks the other words', () => {
    const documents = [document('Why soup', 'Leeks.'), document('Soup', 'Leeks.'), ...others.slice(0, 3)];
    const [one, two] = createMemoryIndex(documents).search(parseQuery('why leeks '));
    expect(one!.score).toBe(two!.score);
  });

  it('are never found as a word, a beginning or a misspelling, and never suggested', () => {
    const documents = [document('Plusieurs soupes', 'Rien.')];
    const index = createMemoryIndex(documents);
    expect(index.suggest(parseQuery('xplusieurs '))).toBeUndefined();
    expect(index.search(parseQuery('\u0002plusieurs '))).toEqual(index.search(parseQuery('plusieurs ')));
  });

  it('are the same in several segments as in one', () => {
    const documents = [document('How to back up'), document('What to back up'), ...others];
    const half = Math.ceil(documents.length / 2);
    const segments = [documents.slice(0, 1), documents.slice(1, half), documents.slice(half)].map((part) => {
      const builder = new SegmentBuilder();
      for (const each of part) builder.add(each);
      return new Segment(sourceOf(builder.finish()));
    });
    const query = parseQuery('what to back up ');
    const whole = createMemoryIndex(documents).search(query);
    expect(whole[0]!.doc).toBe(1);
    expect(createSearcher(segments).search(query)).toEqual(whole);
  });
});
