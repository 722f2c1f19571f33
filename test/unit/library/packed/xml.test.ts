import { describe, expect, it } from 'vitest';
import { isTag, type Node, nodesIn, rawText } from '../../../../src/document/html/tree.ts';
import { parseMarkup, parseXml } from '../../../../src/library/packed/xml.ts';

function levelsOf(root: Node): number {
  let levels = 0;
  for (let level = [root]; level.length > 0; levels++)
    level = level.flatMap((node) => ('children' in node ? node.children.filter(isTag) : []));
  return levels - 1;
}

const nested = (levels: number): string => `${'<b>'.repeat(levels)}deep${'</b>'.repeat(levels)}<i>after</i>`;

describe.each([
  ['XML', parseXml],
  ['a page', parseMarkup],
])('the tree of %s', (_, parse) => {
  it('has a limited number of levels, and all of the text', () => {
    const root = parse(nested(1500));
    expect(levelsOf(root)).toBe(500);
    expect(rawText(root)).toBe('deepafter');
  });

  it('has the text of what is nested beyond reason', () => {
    const root = parse(nested(3000));
    expect(levelsOf(root)).toBe(500);
    expect(rawText(root).replace(/\s+/g, ' ').trim()).toBe('deep after');
  });

  it('has a limited number of elements, and all of the text', () => {
    const root = parse(`${'<a></a>'.repeat(200_000)}<i>one</i> <i>two</i> <`);
    expect(nodesIn(root).filter(isTag)).toHaveLength(200_000);
    expect(rawText(root).replace(/\s+/g, ' ').trim()).toBe('one two <');
  });
});
