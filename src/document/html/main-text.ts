import { landmarkIn } from './landmark.ts';
import { scoredElements } from './scored-text.ts';
import { removeSurroundings } from './surroundings.ts';
import { textBlocksIn } from './text-blocks.ts';
import { linkShareOf } from './text-size.ts';
import { childrenOf, type Element, elementsIn, isTag, isText } from './tree.ts';

/** The share of the prose of a page that may be outside of its main text, and that of its headings that must be in it. */
const MAX_OUTSIDE = 0.1;
const MIN_HEADINGS = 0.6;
/** Words from which a block is prose, not the label of something. */
const PROSE = 8;
/** The share of its text in links from which a part that has no score is a list of links. */
const MANY_LINKS = 0.5;

/**
 * The main text of a page, without what is around it, which is removed: the element that the page marks as such, else the one
 * around all that scores as text, else all of the page but its navigation.
 *
 * @param isDocumentation  whether there is hardly anything around the text, and names mean something else than elsewhere
 */
export function mainText(body: Element, isDocumentation: boolean): Element {
  const landmark = landmarkIn(body);
  const scored = landmark || isDocumentation ? undefined : scoredElements(body);
  const around = landmark ?? body;
  removeSurroundings(around, isDocumentation);
  const element = scored && elementAround(body, scored);
  if (!element || !isWhole(element, body)) return around;
  removeLists(element, scored);
  return element;
}

/** The innermost element below `root` that holds all texts of some elements; undefined if there is no text. */
function elementAround(root: Element, elements: ReadonlySet<Element>): Element | undefined {
  let around: Element | undefined;
  for (const element of [root, ...elementsIn(root)]) {
    const parts = element.children.filter((child) => isTag(child) && holds(child, elements));
    if (parts.length === 0) return around;
    around = element;
    if (parts.length > 1 || hasOwnText(element)) return around;
  }
  return around;
}

/** True if there is text in an element that is one of some elements. */
const holds = (element: Element, elements: ReadonlySet<Element>): boolean =>
  (elements.has(element) && hasOwnText(element)) ||
  childrenOf(element).some((child) => isTag(child) && holds(child, elements));

const hasOwnText = (element: Element): boolean =>
  element.children.some((child) => isText(child) && child.data.trim() !== '');

/** True if an element has the text of the page: little prose and few headings are outside of it. */
function isWhole(element: Element, page: Element): boolean {
  const inside = new Set(textBlocksIn(element).map(({ text }) => text));
  let [prose, outside, headings, otherHeadings] = [0, 0, 0, 0];
  for (const { text, isHeading, links } of textBlocksIn(page)) {
    const isOutside = !inside.has(text);
    if (isHeading) headings++;
    if (isHeading && isOutside) otherHeadings++;
    const words = text.split(' ').length;
    if (words < PROSE || links > text.length * MANY_LINKS) continue;
    prose += words;
    if (isOutside) outside += words;
  }
  return outside <= prose * MAX_OUTSIDE && headings - otherHeadings >= headings * MIN_HEADINGS;
}

/** Removes parts that hold none of the scored elements and are mostly links: menus, other articles. */
function removeLists(element: Element, scored: ReadonlySet<Element>): void {
  const isList = (child: Element): boolean =>
    linkShareOf(child) > MANY_LINKS && !/^(?:p|li|td|dd|h[1-6])$/.test(child.name);
  element.children = element.children.filter((child) => {
    if (!isTag(child) || scored.has(child)) return true;
    if (holds(child, scored)) {
      removeLists(child, scored);
      return true;
    }
    return !isList(child);
  });
}
