import { isBlock } from '../markdown/tags.ts';
import { isTag, isText, type Node } from './tree.ts';

/** Text between the borders of two blocks. */
export interface TextBlock {
  /** On one line. */
  readonly text: string;
  /** True for headings of sections: of the second and third level. */
  readonly isHeading: boolean;
  /** UTF-16 units of it that are in links. */
  readonly links: number;
}

/** The text of a page, block by block. */
export function textBlocksIn(root: Node): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let [written, links, isHeading] = ['', 0, false];
  const close = (): void => {
    const text = written.replace(/\s+/g, ' ').trim();
    if (text !== '') blocks.push({ text, isHeading, links });
    written = '';
    links = 0;
  };
  const add = (node: Node, isInLink: boolean): void => {
    if (isText(node)) {
      written += node.data;
      if (isInLink) links += node.data.length;
    } else if ('children' in node) {
      const isBorder = isTag(node) && (isBlock(node.name) || node.name === 'br');
      if (isBorder) close();
      isHeading = isTag(node) && /^h[23]$/.test(node.name) ? true : isHeading && !isBorder;
      for (const child of node.children) add(child, isInLink || (isTag(node) && node.name === 'a'));
      if (isBorder) close();
    }
  };
  add(root, false);
  close();
  return blocks;
}
