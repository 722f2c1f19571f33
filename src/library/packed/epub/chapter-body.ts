import { cloneNode } from 'domhandler';
import { partitionPoint } from '../../../algorithms/partition-point.ts';
import type { Body } from '../../../document/body.ts';
import {
  childrenOf,
  type Element,
  elementOf,
  findNamed,
  isTag,
  isText,
  lineOf,
  type Node,
  nodesIn,
  type ParentNode,
} from '../../../document/html/tree.ts';
import { fold } from '../../../unicode/slug.ts';
import { toHtml } from '../xml.ts';
import { type Book, type BookPage, type BookRange, parsedPage } from './book.ts';
import { ChapterLinks } from './chapter-links.ts';
import { offsetOf } from './page.ts';
import { applyStyles, readStyles, type StyleRules } from './style-rules.ts';

/**
 * The text of a range of a book as HTML, with links that lead to places in it or to pages of the book.
 *
 * @param title  that stands above the text, and is left out of it
 */
export function bodyOfRange(
  book: Book,
  { from, to }: BookRange,
  title: string | undefined,
  rules = stylesOf(book),
): Body {
  const pages = pagesIn(book, { from, to });
  const links = new ChapterLinks(book, { from, to }, pages);
  const content: Node[] = [];
  let lang: string | undefined;
  for (const page of pages) {
    const parsed = parsedPage(book, page);
    if (!parsed || parsed.isLeftOut) continue;
    const { outline } = parsed;
    const root = rangeOf(parsed.root, from - page.base, to - page.base);
    applyStyles(root, rules);
    links.rewrite(root, page);
    lang ??= outline.lang;
    for (const node of (findNamed(root, 'body') ?? root).children) content.push(node);
  }
  if (title !== undefined) leaveOutTitle(content, title);
  for (const note of links.notes()) content.push(note);
  const html = elementOf('html', lang ? { lang } : {}, [elementOf('body', {}, content)]);
  return { format: 'html', source: toHtml(html), firstLine: 0, page: { extract: false } };
}

/** The pages of a book that a range is in. */
export function pagesIn({ pages }: Book, { from, to }: BookRange): readonly BookPage[] {
  const first = partitionPoint(pages.length, (index) => pages[index]!.base + pages[index]!.size <= from);
  const end = partitionPoint(pages.length, (index) => pages[index]!.base < to);
  return pages.slice(first, end).filter(({ size }) => size > 0);
}

const stylesOf = (book: Book): StyleRules => readStyles(book.files, book.package.styles);

/**
 * A copy of what is in a range of offsets of a page, with the elements around it. Only these and their children are looked
 * at: a page may be cut into thousands of chapters.
 */
function rangeOf<T extends Node & ParentNode>(node: T, from: number, to: number): T {
  const { children } = node;
  const copy = cloneNode(node);
  // All in a node is before the next one begins.
  const first = partitionPoint(children.length, (index) => offsetOf(children[index]!) <= from) - 1;
  const kept: Node[] = [];
  for (let index = Math.max(0, first); index < children.length; index++) {
    const child = children[index]!;
    const at = offsetOf(child);
    if (at >= to) break;
    const own = isTag(child) && child.children.length > 0 ? rangeOf(child, from, to) : cloneNode(child, true);
    if (at < from && childrenOf(own).length === 0) continue;
    own.parent = copy;
    kept.push(own);
  }
  copy.children = kept as T['children'];
  return copy;
}

/**
 * Leaves the title out of the headings that a chapter begins with. The others, such as the name of a part, become paragraphs:
 * below the title, they are no headings of what follows.
 */
function leaveOutTitle(content: readonly Node[], title: string): void {
  const headings: Element[] = [];
  for (const node of content.flatMap((each) => [each, ...nodesIn(each)])) {
    if (isTag(node) && /^h[1-6]$/.test(node.name)) headings.push(node);
    else if (isText(node) && node.data.trim() !== '' && !isIn(node, headings.at(-1))) break;
  }
  const own = headings.findLastIndex((heading) => fold(lineOf(heading)) === fold(title));
  for (const [index, heading] of headings.slice(0, own + 1).entries()) {
    heading.name = 'p';
    if (index === own) heading.children = [elementOf('span', namesOf(heading), [])] as Element['children'];
  }
}

const namesOf = ({ attribs: { id } }: Element): Record<string, string> => (id ? { id } : {});

function isIn(node: Node, element: Element | undefined): boolean {
  for (let around = node.parent; around && element; around = around.parent)
    if (around === element) return true;
  return false;
}
