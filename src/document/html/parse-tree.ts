import type { Document } from 'domhandler';
import { parse, type TreeAdapter } from 'parse5';
import { adapter, type Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter';
import { flatten } from './tree.ts';
import { withClosedElements } from './xml-tags.ts';

/** UTF-16 units of the longest source that is parsed. */
const MAX_SOURCE = 5_000_000;
/**
 * Elements, attributes, comments and texts of a tree at most: with the blocks, about 200 MB and a second and a half, from
 * measurements. The longest manuals of one page have half as many.
 */
const MAX_NODES = 150_000;
/** Signs that may begin a tag. */
const MAX_TAGS = 200_000;
/** Levels of elements that are kept. What is deeper loses its elements. */
const MAX_DEPTH = 500;
/**
 * The parser looks through the elements that are open at each tag, so tags times levels may be this many: about a second. Few
 * sources have elements that are open on so many levels, most of them on purpose.
 */
const MAX_STEPS = 30_000_000;

/** A source that is XML, or means to be. */
const XML = /^\s*<\?xml\b|<html\s[^<>]*xmlns=/i;

/**
 * Parses HTML as browsers do, or XHTML. Returns undefined if the source is too long, or would take too much time or memory;
 * that depends on nothing but the source.
 *
 * @param xml  whether the source is XML, where any element may be closed by its opening tag (`<title/>`)
 */
export function parseTree(source: string, xml = XML.test(source.slice(0, 1000))): Document | undefined {
  const tags = source.length > MAX_SOURCE ? MAX_TAGS : countTags(source);
  if (tags >= MAX_TAGS) return undefined;
  try {
    const text = xml ? withClosedElements(source) : source;
    const maxDepth = Math.max(MAX_DEPTH, MAX_STEPS / tags);
    const tree = parse<Htmlparser2TreeAdapterMap>(text, { treeAdapter: boundedAdapter(maxDepth) });
    flatten(tree, MAX_DEPTH);
    return tree;
  } catch (error) {
    if (error instanceof TooMuch) return undefined;
    throw error;
  }
}

/** Thrown by the adapter, since the parser cannot be stopped otherwise. */
class TooMuch extends Error {}

/** Makes the nodes of one tree, as long as it is not too large or too deep. */
function boundedAdapter(maxDepth: number): TreeAdapter<Htmlparser2TreeAdapterMap> {
  let nodes = 0;
  let depth = 0;
  const count = (more: number): void => {
    nodes += more;
    if (nodes > MAX_NODES) throw new TooMuch();
  };
  return {
    ...adapter,
    createElement(name, namespace, attributes) {
      count(1 + attributes.length);
      return adapter.createElement(name, namespace, attributes);
    },
    createTextNode(text) {
      count(1);
      return adapter.createTextNode(text);
    },
    insertText(parent, text) {
      if (!isLastText(parent)) count(1);
      adapter.insertText(parent, text);
    },
    createCommentNode(text) {
      count(1);
      return adapter.createCommentNode(text);
    },
    onItemPush() {
      if (++depth > maxDepth) throw new TooMuch();
    },
    onItemPop() {
      depth--;
    },
  };
}

function isLastText({ children }: Htmlparser2TreeAdapterMap['parentNode']): boolean {
  const last = children.at(-1);
  return last !== undefined && adapter.isTextNode(last);
}

function countTags(source: string): number {
  let count = 1;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) count++;
  return count;
}
