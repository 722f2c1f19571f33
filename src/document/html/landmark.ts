import { linkShareOf, sizeOf } from './text-size.ts';
import { attribute, childrenOf, classesOf, type Element, isTag, type Node } from './tree.ts';

/** Units of text from which an element may be the main text of a page. */
const MIN_TEXT = 200;
/** The share of the text of all articles that the main one has, and that of the text around it. */
const MAIN_ARTICLE = 0.75;
const MAIN_PART = 0.7;

const isMain = (element: Element): boolean =>
  element.name === 'main' || attribute(element, 'role') === 'main';

const isArticle = (element: Element): boolean =>
  element.name === 'article' ||
  attribute(element, 'itemprop') === 'articleBody' ||
  attribute(element, 'role') === 'article';

/** Names of the main text in microformats, MediaWiki, Sphinx and common themes. */
const CONVENTION =
  / (?:e-content|entry-content|post-content|article-content|article-body|article__body|markdown-body|mw-parser-output|body|rst-content|theme-doc-markdown) /;
const IDS: ReadonlySet<string> = new Set([
  'main-content',
  'mw-content-text',
  'content',
  'bodyContent',
  'article',
]);

const isNamed = (element: Element): boolean =>
  (element.name !== 'body' && CONVENTION.test(classesOf(element))) || IDS.has(attribute(element, 'id') ?? '');

/** The element that a page marks as its main text, if there is one and it is text; undefined otherwise. */
export function landmarkIn(body: Element): Element | undefined {
  const mains = outermost(body, isMain).filter(isReading);
  const main = mains.length === 1 ? mains[0] : undefined;
  const article = mainOf(outermost(main ?? body, isArticle), main);
  if (article ?? main) return article ?? main;
  return mainOf(outermost(body, isNamed), undefined);
}

/** The one of several elements that has nearly all their text, and most of the text of `around`. */
function mainOf(elements: readonly Element[], around: Element | undefined): Element | undefined {
  const sizes = elements.map((element) => sizeOf(element).text);
  const most = Math.max(0, ...sizes);
  const sum = sizes.reduce((total, size) => total + size, 0);
  const element = elements[sizes.indexOf(most)];
  if (!element || !isReading(element) || most < sum * MAIN_ARTICLE) return undefined;
  return around && most < sizeOf(around).text * MAIN_PART ? undefined : element;
}

/** True if an element has enough text, and more of it than links. */
const isReading = (element: Element): boolean =>
  sizeOf(element).text > MIN_TEXT && linkShareOf(element) < 0.5;

/** The elements that pass and are in no other that does. */
function outermost(root: Node, passes: (element: Element) => boolean): Element[] {
  return childrenOf(root).flatMap((child) => {
    if (!isTag(child)) return [];
    return passes(child) ? [child] : outermost(child, passes);
  });
}
