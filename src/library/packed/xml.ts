import type { DomHandlerOptions } from 'domhandler';
import { DomHandler, DomUtils, Parser, type ParserOptions } from 'htmlparser2';
import {
  attribute,
  childrenOf,
  type Element,
  elementsIn,
  flatten,
  isTag,
  lineOf,
  type Node,
  type ParentNode,
} from '../../document/html/tree.ts';

/** Reads XML, however malformed. Names keep their prefixes; entities that a document defines stay as they are written. */
export const parseXml = (source: string): ParentNode => parsed(source, { xmlMode: true });

/**
 * Reads a page of XHTML or HTML, however malformed. The offset of each element in `source` is its `startIndex`.
 * An element that is closed by its opening tag (`<title/>`) is empty.
 */
export const parseMarkup = (source: string): ParentNode =>
  parsed(source, { recognizeSelfClosing: true, recognizeCDATA: true, withStartIndices: true });

/** Levels of open elements up to which a source is parsed: htmlparser2 moves all of them at each tag. */
const MAX_OPEN = 2000;
/** Levels of elements in a tree, which functions visit by recursion. */
const MAX_LEVELS = 500;
/** Elements of a tree: with the texts between them about 100 MB, and as much for a copy. */
const MAX_ELEMENTS = 200_000;

/** A tree of at most `MAX_LEVELS` levels. Beyond the other two limits, the rest of the source is only its text. */
function parsed(source: string, options: DomHandlerOptions & ParserOptions): ParentNode {
  const builder = new TreeBuilder(undefined, options);
  const parser = new Parser(builder, options);
  try {
    parser.end(source);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    builder.ontext(source.slice(parser.startIndex).replace(/<[^<>]*>/g, ' '));
  }
  flatten(builder.root, MAX_LEVELS);
  return builder.root;
}

class TooMuch extends Error {}

class TreeBuilder extends DomHandler {
  #elements = 0;

  override onopentag(name: string, attribs: Record<string, string>): void {
    this.#elements++;
    if (this.tagStack.length > MAX_OPEN || this.#elements > MAX_ELEMENTS) throw new TooMuch();
    super.onopentag(name, attribs);
  }
}

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
