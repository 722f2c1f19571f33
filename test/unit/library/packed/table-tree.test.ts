import { expect, it } from 'vitest';
import type { OutlinedPage } from '../../../../src/library/packed/epub/book.ts';
import type { Segment } from '../../../../src/library/packed/epub/page.ts';
import { treeOf } from '../../../../src/library/packed/epub/table-tree.ts';

const segment = (at: number, heading?: Segment['heading']): Segment => ({
  at,
  ...(heading && { heading }),
  letters: heading ? 1 : 5,
  linkLetters: 0,
  plainLetters: heading ? 0 : 5,
  pictures: 0,
});

/** A page of `count` headings at 0, 10, 20 …, each before a text, whose segments count how often they are read. */
function pageOf(count: number): { page: OutlinedPage; reads: () => number } {
  const segments = Array.from({ length: count }, (_, i) => [
    segment(10 * i, { depth: 1 + (i % 2), text: `h${i}` }),
    segment(10 * i + 5),
  ]).flat();
  let reads = 0;
  const counted = segments.map(
    (each) =>
      new Proxy(each, {
        get: (target, name) => {
          reads++;
          return Reflect.get(target, name);
        },
      }),
  );
  const fragments = new Map(Array.from({ length: count }, (_, i) => [`h${i}`, 10 * i]));
  const outline = {
    types: '',
    segments: counted,
    fragments,
    beginning: '',
    elements: count,
    lang: undefined,
  };
  const page = { name: 'p', base: 100, size: 10 * count, isLeftOut: false, outline } as OutlinedPage;
  return { page, reads: () => reads };
}

const tableOf = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    label: `c${i}`,
    page: 'p',
    fragments: [`h${i}`],
    entries: [],
  }));

it('knows the depth of the heading that an entry leads to, and which entry begins a page', () => {
  const tree = treeOf(tableOf(3), new Map([['p', pageOf(3).page]]), undefined);
  const flat = tree.flatMap((entry) => [entry, ...entry.entries]);
  expect(flat.map(({ label, at, isPage, depth }) => [label, at, isPage, depth])).toEqual([
    ['c0', 100, true, 1],
    ['c1', 110, false, 2],
    ['c2', 120, false, 1],
  ]);
});

it('reads the segments of a page with thousands of chapters a few times each', () => {
  const count = 4000;
  const { page, reads } = pageOf(count);
  treeOf(tableOf(count), new Map([['p', page]]), undefined);
  expect(reads()).toBeLessThan(50 * count);
});
