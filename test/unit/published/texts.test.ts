import { randomFillSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compressJson } from '../../../src/published/compressed.ts';
import { hashOf, referenceTo } from '../../../src/published/references.ts';
import type { StoredText } from '../../../src/published/stored-text.ts';
import { type StoredTexts, TextsWriter, textAt } from '../../../src/published/texts.ts';
import { text } from './arbitrary.ts';

/** Stores texts in files in memory, by their hashes. */
async function stored(
  texts: readonly StoredText[],
): Promise<StoredTexts & { readonly bytes: ReadonlyMap<string, Uint8Array> }> {
  const bytes = new Map<string, Uint8Array>();
  const writer = new TextsWriter(async (file) => {
    const reference = referenceTo('texts', file);
    bytes.set(reference.hash, file);
    return reference;
  });
  for (const each of texts) await writer.add(each);
  return { ...(await writer.finish()), bytes };
}

const plain = (source: string): StoredText => ({ body: { format: 'text', source, firstLine: 0 } });

describe('texts', () => {
  it('are read as they were stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 6 }), async (texts) => {
        const { places, files, bytes } = await stored(texts);
        expect(places).toHaveLength(texts.length);
        expect(files).toHaveLength(texts.length > 0 ? 1 : 0);
        for (const [i, place] of places.entries()) {
          const { file, at, length } = place;
          expect(textAt(place, bytes.get(file)!.subarray(at, at + length))).toEqual(texts[i]);
        }
      }),
    );
  });

  it('share a group up to its size, and a long text is alone', async () => {
    const { places } = await stored([
      plain('a'.repeat(1500)),
      plain('b'.repeat(1500)),
      plain('c'.repeat(1500)),
      plain('d'.repeat(40_000)),
      plain('e'),
    ]);
    expect(places.map(({ index }) => index)).toEqual([0, 1, 0, 0, 0]);
    expect(new Set(places.map(({ at }) => at)).size).toBe(4);
  });

  it('begin another file when one is full', async () => {
    const noise = (): StoredText => plain(randomFillSync(Buffer.alloc(4_200_000)).toString('base64'));
    const { files } = await stored([noise(), noise(), noise()]);
    expect(files).toHaveLength(2);
  });

  it('are refused if a bit of their group has changed', async () => {
    const { places, bytes } = await stored([plain('tides')]);
    const [place] = places;
    const group = Buffer.from(bytes.get(place!.file)!);
    group[3]! ^= 1;
    expect(() => textAt(place!, group)).toThrow('other bytes');
  });

  it.each<[string, unknown]>([
    ['no list', { source: 'x' }],
    ['no object', ['x']],
    ['no text', [{ body: { format: 'text', firstLine: 0 } }]],
    ['no known word', [{ body: { format: 'program', source: '', firstLine: 0 } }]],
    ['no number', [{ body: { format: 'text', source: '', firstLine: -1 } }]],
    ['no switch', [{ body: { format: 'text', source: '', firstLine: 0, keepLines: 'no' } }]],
  ])('are refused: %s', (why, value) => {
    const bytes = compressJson(value);
    const place = { file: '', at: 0, length: bytes.length, hash: hashOf(bytes), index: 0 };
    expect(() => textAt(place, bytes)).toThrow(why);
  });
});
