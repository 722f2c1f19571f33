import { DomUtils, parseDocument } from 'htmlparser2';
import {
  attribute,
  childrenOf,
  type Element,
  elementsIn,
  isTag,
  lineOf,
  type Node,
  type ParentNode,
} from '../../document/html/tree.ts';

/** Reads XML, however malformed. Names keep their prefixes; entities that a document defines stay as they are written. */
export const parseXml = (source: string): ParentNode => parseDocument(source, { xmlMode: true });

/**
 * Reads a page of XHTML or HTML, however malformed. The offset of each element in `source` is its `startIndex`.
 * An element that is closed by its opening tag (`<title/>`) is empty.
 */
export const parseMarkup = (source: string): ParentNode =>
  parseDocument(source, { recognizeSelfClosing: true, recognizeCDATA: true, withStartIndices: true });

/** Writes a node as HTML. */
export const toHtml = (node: Node): string => DomUtils.getOuterHTML(node, { encodeEntities: 'utf8' });

/** The name of an element without its prefix. */
export const localName = ({ name }: Element): string => name.slice(name.indexOf(':') + 1);

/** The elements below `root` with a name, whatever its prefix, in document order. */
export const elementsNamed = (root: Node, name: string): readonly Element[] =>
  [...elementsIn(root)].filter((element) => localName(element) === name);

/** The children of a node with a name, whatever its prefix. */
export const childrenNamed = (node: Node, name: string): readonly Element[] =>
  childrenOf(node).filter((child): child is Element => isTag(child) && localName(child) === name);

/** An attribute of an element, whatever its prefix; undefined if it is absent. */
export const attributeNamed = (element: Element, name: string): string | undefined =>
  attribute(element, name) ?? Object.entries(element.attribs).find(([key]) => key.endsWith(`:${name}`))?.[1];

export { lineOf as textOf };
