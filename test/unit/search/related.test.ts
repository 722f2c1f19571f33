import { describe, expect, it } from 'vitest';
import { createMemoryIndex, type SearchDocument } from '../../../src/search/engine.ts';
import { keyTerms, relatedTo } from '../../../src/search/related.ts';

const document = (title: string, body: string, tags: readonly string[] = []): SearchDocument => ({
  title,
  tags,
  body,
});

const bread = document(
  'Le pain au levain',
  'Le levain fait lever la pâte. La farine et la pâte font le pain.',
);
const flour = document('Choisir sa farine', 'La farine de blé donne une pâte qui lève ; le pain en dépend.');
const cheese = document('Le fromage', 'Le lait caille, et le fromage vieillit à la cave avec le pain.');
const prices = document('Fixer son prix', 'Un prix se calcule : les heures, les frais, la marge.');

describe('keyTerms', () => {
  it('prefers frequent words, title and tags, without stop words and numbers', () => {
    const words = keyTerms(document('Le pain', 'Il y a du blé, du blé et 12 blés.', ['Cuisine'])).map(
      ({ word }) => word,
    );
    expect(words).toEqual(['pain', 'cuisine', 'ble', 'bles']);
  });

  it('returns few words, from a bounded part of the text', () => {
    const endless = Array.from({ length: 50_000 }, (_, i) => `mot${i}x`).join(' ');
    expect(keyTerms(document('Sans fin', `${endless} baleine baleine baleine`))).toHaveLength(16);
    expect(keyTerms(document('', ''))).toEqual([]);
  });
});

describe('relatedTo', () => {
  it('finds documents that share key terms, the most similar first', () => {
    const index = createMemoryIndex([prices, cheese, flour, bread]);
    expect(relatedTo(index, bread)).toEqual([3, 2]);
    expect(relatedTo(index, flour)).toEqual([2, 3]);
  });

  it('finds nothing if hardly a word is shared, or the text is empty', () => {
    expect(relatedTo(createMemoryIndex([bread, cheese]), prices)).toEqual([]);
    expect(relatedTo(createMemoryIndex([bread]), document('', ''))).toEqual([]);
    expect(relatedTo(createMemoryIndex([]), bread)).toEqual([]);
  });
});
