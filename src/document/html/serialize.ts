import { VOID } from '../markdown/tags.ts';
import { isTag, isText, type Node } from './tree.ts';

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
};

const escaped = (text: string): string => text.replace(/[&<>"\u00a0]/g, (char) => ESCAPED[char]!);

/** Names of attributes that can be written; others, such as those with quotes in them, are dropped. */
const ATTRIBUTE = /^[A-Za-z_][\w.:-]*$/;

/** A node as HTML. There must be none of the elements whose content is no HTML, such as `script`. */
export function serialize(node: Node): string {
  if (isText(node)) return escaped(node.data);
  const inside = 'children' in node ? node.children.map(serialize).join('') : '';
  if (!isTag(node)) return inside;
  const attributes = Object.entries(node.attribs).map(([name, value]) =>
    ATTRIBUTE.test(name) ? ` ${name}="${escaped(value)}"` : '',
  );
  const opening = `<${node.name}${attributes.join('')}>`;
  if (VOID.has(node.name)) return opening;
  // The parser drops a line end that preformatted text begins with.
  return `${opening}${node.name === 'pre' ? '\n' : ''}${inside}</${node.name}>`;
}
