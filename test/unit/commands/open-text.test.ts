import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DocumentCache } from '../../../src/cache/document-cache.ts';
import { openText } from '../../../src/commands/open-text.ts';
import type { Document } from '../../../src/document/document.ts';
import { readBody } from '../../../src/library/read-body.ts';
import { article } from '../../support/articles.ts';
import { temporaryFolder } from '../../support/home.ts';

const SOURCE = Array.from(
  { length: 4000 },
  (_, i) => `## Part ${i}\n\nAnd then it *goes* [on](https://x.fr/${i}) and on.[^${i % 7}]\n`,
).join('\n');
const NOTES = Array.from({ length: 7 }, (_, i) => `[^${i}]: Note ${i}.\n`).join('\n');

const contents = ({ text, blocks, headings, links, lang, complete }: Document) =>
  structuredClone({ text, blocks: [...blocks], headings, links, lang, complete });

/** Opens a long text for the second time, when its beginning is in the cache. */
async function opened() {
  const folder = temporaryFolder();
  const path = join(folder, 'long.md');
  writeFileSync(path, `${SOURCE}\n${NOTES}`);
  const { size, mtimeMs } = statSync(path);
  const about = article('long', { path, size, mtime: mtimeMs });
  const cache = () => new DocumentCache({ cache: folder, build: 'b1' });
  const open = async () => (await openText(about, () => readBody(about), cache())).document;
  const first = await open();
  await expect.poll(() => cache().get(about)).toBeDefined();
  return { path, first, document: await open() };
}

describe('a long text with a cached beginning', () => {
  it('begins as cached and continues as parsed', async () => {
    const { first, document } = await opened();
    const beginning = contents(document);
    expect(beginning).toEqual(contents(first));
    expect(beginning).toMatchObject({ complete: false, lang: 'en' });
    const { length } = beginning.blocks;
    expect(length).toBeGreaterThan(100);
    document.extend(length);
    expect(contents(document)).toEqual(beginning);
    document.extend(length + 1);
    expect(document.blocks.length).toBeGreaterThan(length);
    expect([...document.blocks].slice(0, length)).toEqual(beginning.blocks);
    expect(document.text.startsWith(beginning.text)).toBe(true);
    document.extend(Number.POSITIVE_INFINITY);
    first.extend(Number.POSITIVE_INFINITY);
    expect(contents(document)).toEqual(contents(first));
  });

  it('ends with its cached beginning if the file has been removed', async () => {
    const { path, document } = await opened();
    const beginning = contents(document);
    rmSync(path);
    document.extend(Number.POSITIVE_INFINITY);
    expect(contents(document)).toEqual({ ...beginning, complete: true });
  });
});
