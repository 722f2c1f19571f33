import { isBlock } from '../markdown/tags.ts';
import { isTag, isText, type Node } from './tree.ts';

/** The text in a node, with an empty line between two blocks. */
export function visibleText(node: Node): string {
  if (isText(node)) return node.data;
  if (isTag(node) && node.name === 'br') return '\n';
  const text = 'children' in node ? node.children.map(visibleText).join('') : '';
  return isTag(node) && isBlock(node.name) ? `\n\n${text}\n\n` : text;
}
