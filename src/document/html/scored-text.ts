import { serialize } from './serialize.ts';
import { type Element, elementsIn, isTag, isText, type Node } from './tree.ts';

/** Limits of pages whose text is found by scores: UTF-16 units of HTML, units of text times levels around it, elements. */
const MAX_LENGTH = 1_000_000;
const MAX_WEIGHT = 30_000_000;
const MAX_ELEMENTS = 30_000;

/** The attribute that tells which elements are left of a page. */
const NUMBER = 'data-element-number';

/**
 * The elements of a page that Readability takes for its main text, by scores for paragraphs, commas, links and names.
 * Undefined if it finds no text, or if the page is so large or deep that it would take too long.
 */
export function scoredElements(body: Element): ReadonlySet<Element> | undefined {
  if (weightOf(body) > MAX_WEIGHT) return undefined;
  const elements = elementsIn(body);
  for (const [index, element] of elements.entries()) element.attribs[NUMBER] = String(index);
  const html = serialize(body);
  for (const element of elements) delete element.attribs[NUMBER];
  const content = html.length > MAX_LENGTH ? undefined : readable(html);
  if (content === undefined) return undefined;
  const numbers = content.matchAll(/data-element-number="(\d+)"/g);
  return new Set(Array.from(numbers, ([, number]) => elements[Number(number)]!));
}

/** The HTML of the main text. */
function readable(body: string): string | undefined {
  // `require`, because esbuild runs a module that is imported at every start, and these take longer than all the rest.
  const { parseHTML } = require('linkedom') as typeof import('linkedom');
  const { Readability } = require('@mozilla/readability') as typeof import('@mozilla/readability');
  const { document } = parseHTML(`<html><head><title>${TITLE}</title></head>${body}</html>`);
  return new Readability(document, OPTIONS).parse()?.content ?? undefined;
}

/** The usual threshold of 500 takes side columns and notices into short pages. */
const OPTIONS = { charThreshold: 140, keepClasses: true, linkDensityModifier: 0.2, disableJSONLD: true };

/** No page has this title: Readability removes headings like the title. */
const TITLE = 'A title that no page has, of a length that is usual';

/** How long it takes to look at all text of each element: units of text times levels; infinite for too many elements. */
function weightOf(root: Element): number {
  let weight = 0;
  let elements = 0;
  const add = (node: Node, depth: number): void => {
    if (isText(node)) weight += node.data.length * depth;
    if (!isTag(node)) return;
    elements++;
    weight += depth;
    for (const child of node.children) add(child, depth + 1);
  };
  add(root, 1);
  return elements > MAX_ELEMENTS ? Number.POSITIVE_INFINITY : weight;
}
