import { type Element, isTag, isText, type Node } from './tree.ts';

/** How much text is in a node, and how much of that in links; in UTF-16 units without white space. */
export interface TextSize {
  readonly text: number;
  readonly links: number;
}

/** The size of the text in a node. */
export function sizeOf(node: Node): TextSize {
  let text = 0;
  let links = 0;
  const add = (each: Node, isInLink: boolean): void => {
    if (isText(each)) {
      const length = each.data.replace(/\s+/g, '').length;
      text += length;
      if (isInLink) links += length;
    } else if ('children' in each) {
      const isLink = isInLink || (isTag(each) && isOutward(each));
      for (const child of each.children) add(child, isLink);
    }
  };
  add(node, false);
  return { text, links };
}

/** True if an element is a link to another page. */
const isOutward = ({ name, attribs }: Element): boolean =>
  name === 'a' && attribs.href !== undefined && !attribs.href.startsWith('#');

/** The share of the text in a node that is in links, from 0 to 1. */
export function linkShareOf(node: Node): number {
  const { text, links } = sizeOf(node);
  return text === 0 ? 0 : links / text;
}
