import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlain } from '../../../../src/document/plain/read-plain.ts';
import { outline } from './outline.ts';

const FOLDER = 'test/fixtures/plain';

describe('readPlain on whole texts', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
  it.each(names)('%s', async (name) => {
    const source = readFileSync(`${FOLDER}/${name}`, 'utf8');
    await expect(`${outline(readPlain(source))}\n`).toMatchFileSnapshot(
      `../../../fixtures/plain/goldens/${name.replace('.txt', '.outline')}`,
    );
  });
});

describe('a list of thousands of items', () => {
  it('goes on as other lists, with its numbers', () => {
    const source = Array.from({ length: 2500 }, (_, i) => `${(i % 900) + 1}. pomme ${i}\n`).join('');
    const lists = [...readPlain(source).blocks].flatMap((block) => (block.kind === 'list' ? [block] : []));
    expect(lists.map(({ start, items }) => [start, items.length])).toEqual([
      [1, 900],
      [1, 900],
      [1, 700],
    ]);
  });

  it('is read in parts', () => {
    const { blocks } = readPlain('- pomme\n'.repeat(2500));
    const lists = [...blocks].flatMap((block) => (block.kind === 'list' ? [block.items.length] : []));
    expect(lists).toEqual([1000, 1000, 500]);
  });
});
