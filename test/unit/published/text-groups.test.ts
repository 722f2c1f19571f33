import { beforeEach, describe, expect, it } from 'vitest';
import type { FileReference, TextPlace } from '../../../src/published/format.ts';
import { referenceTo } from '../../../src/published/references.ts';
import type { StoredText } from '../../../src/published/stored-text.ts';
import { TextGroups } from '../../../src/published/text-groups.ts';
import { TextsWriter } from '../../../src/published/texts.ts';
import { MemoryFiles } from '../../support/published-files.ts';

const TEXTS: readonly StoredText[] = ['one', 'two', 'x'.repeat(30_000)].map((source) => ({
  body: { format: 'text', source, firstLine: 0 },
}));

let host: MemoryFiles;
let groups: TextGroups;
let file: FileReference;
/** Two texts in one group, and one in another. */
let places: readonly TextPlace[];

beforeEach(async () => {
  host = new MemoryFiles();
  const writer = new TextsWriter(async (bytes) => {
    const reference = referenceTo('texts', bytes);
    host.add(reference, bytes);
    return reference;
  });
  for (const text of TEXTS) await writer.add(text);
  const stored = await writer.finish();
  [file] = stored.files as [FileReference];
  ({ places } = stored);
  groups = new TextGroups(host);
});

describe('groups of texts', () => {
  it('are fetched once for texts that are read at the same time', async () => {
    const read = [...places, ...places].map((place) => groups.text(file, place));
    expect(await Promise.all(read)).toEqual([...TEXTS, ...TEXTS]);
    expect(host.fetched.requests).toBe(2);
  });

  it('are not fetched again, even if nothing is kept', async () => {
    await groups.text(file, places[0]!);
    host.cache.clear();
    expect(await groups.text(file, places[1]!)).toEqual(TEXTS[1]);
    expect(groups.kept(file, places[0]!)).toEqual(TEXTS[0]);
    expect(host.fetched.requests).toBe(1);
  });

  it('are fetched again if they came wrong, and refused if they do so twice', async () => {
    let wrong = 1;
    host.tamper = (bytes) => (wrong-- > 0 ? bytes.fill(7) : bytes);
    expect(await groups.text(file, places[0]!)).toEqual(TEXTS[0]);
    wrong = 2;
    await expect(groups.text(file, places[2]!)).rejects.toThrow('damaged');
    expect(await groups.text(file, places[2]!)).toEqual(TEXTS[2]);
  });

  it('are not asked for beyond the end of the file', async () => {
    const beyond = { ...places[2]!, at: file.size };
    await expect(groups.text(file, beyond)).rejects.toThrow('not in its file');
    expect(host.fetched.requests).toBe(0);
  });
});
