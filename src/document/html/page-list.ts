import type { Item } from '../document.ts';
import { LISTS } from '../markdown/tags.ts';
import { type Element, elementOf, isTag, isText, type Node } from './tree.ts';

/** The number of the first item of a numbered list. */
export function firstOf(list: Element): number | undefined {
  if (list.name !== 'ol') return undefined;
  const item = list.children.find((child): child is Element => isTag(child) && child.name === 'li');
  const first = Number.parseInt(list.attribs.start ?? item?.attribs.value ?? '1', 10);
  return Number.isFinite(first) ? first : 1;
}

/** The contents of the items of a list; a list between items belongs to the item before it. */
export function itemsOf(list: Element): readonly (readonly Node[])[] {
  const items: Node[][] = [];
  for (const child of list.children) {
    if (!isTag(child)) {
      if (isText(child) && child.data.trim() !== '') items.push([child]);
    } else if (child.name === 'li') items.push([anchor(child), ...child.children]);
    else if (LISTS.has(child.name) && items.length > 0) items.at(-1)!.push(child);
    else items.push([child]);
  }
  return items;
}

/** An empty element with the name of an item. */
const anchor = ({ attribs: { id } }: Element): Node => elementOf('span', id ? { id } : {}, []);

/** The nodes of an item, those of its only paragraph without it. */
export function unwrapped(nodes: readonly Node[]): readonly Node[] {
  const index = nodes.findIndex(
    (node) => (isTag(node) && node.children.length > 0) || (isText(node) && node.data.trim() !== ''),
  );
  const first = nodes[index];
  if (!first || !isTag(first) || first.name !== 'p') return nodes;
  return [...nodes.slice(0, index), ...first.children, ...nodes.slice(index + 1)];
}

/** The task that an item is, by the box that it begins with, which is removed. */
export function takeTask(nodes: readonly Node[]): Item['task'] {
  for (const node of nodes) {
    if (isText(node)) {
      const [box] = /^\s*\[[ x]\]\s+/.exec(node.data) ?? [];
      if (box === undefined && node.data.trim() !== '') return undefined;
      if (box === undefined) continue;
      node.data = node.data.slice(box.length);
      return box.includes('x') ? 'done' : 'open';
    }
    if (isTag(node) && node.children.length > 0)
      return /^(?:p|label|span|div)$/.test(node.name) ? takeTask(node.children) : undefined;
  }
  return undefined;
}

/** The terms and descriptions of a list, which may stand in groups. */
export function* definitionsIn(list: Element): Generator<Element> {
  for (const child of list.children) {
    if (!isTag(child)) continue;
    if (child.name === 'div') yield* definitionsIn(child);
    else yield child;
  }
}
