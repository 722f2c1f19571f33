import { cloneNode } from 'domhandler';
import { BACKLINK_SIGNS, isShortReference, REFERENCE_SIGNS } from '../../../document/html/note-signs.ts';
import {
  attribute,
  type Element,
  edit,
  elementOf,
  elementsIn,
  isTag,
  lineOf,
  type Node,
  type ParentNode,
} from '../../../document/html/tree.ts';
import { type Book, type BookPage, type BookRange, parsedPage } from './book.ts';
import { fragmentOf, isOutside, spellingsOf } from './names.ts';
import { offsetOf } from './page.ts';

/** Notes that are taken from other pages into a chapter. */
const MAX_NOTES = 2000;
/** Elements that may be a note. */
const NOTE_ELEMENTS = new Set(['li', 'aside', 'tr', 'dd', 'p', 'div', 'section', 'dt']);
/** Characters of the longest note. */
const MAX_NOTE = 20_000;

const NONE: ReadonlySet<string> = new Set();

/** The name of an element in a chapter, which its pages after the first have in common with no other. */
export const idIn = (page: number, id: string): string => (page > 0 ? `page${page}-${id}` : id);

/** Makes the links of a chapter lead to places in it, to notes, which are brought into it, or to other pages of the book. */
export class ChapterLinks {
  readonly #book: Book;
  readonly #range: BookRange;
  /** The numbers in the chapter of its pages, by their names. */
  readonly #numbers: ReadonlyMap<string, number>;
  /** The names of elements in the chapter, by those of its pages. */
  readonly #names = new Map<string, ReadonlySet<string>>();
  /** The notes that were brought in, by their ids. */
  readonly #notes = new Map<string, Element>();

  /**
   * @param range  that of the chapter
   * @param pages  those that it is in
   */
  constructor(book: Book, range: BookRange, pages: readonly BookPage[]) {
    this.#book = book;
    this.#range = range;
    this.#numbers = new Map(pages.map(({ name }, number) => [name, number]));
  }

  /** Rewrites the links and ids of a page of the chapter, of which only what is in the chapter is left. */
  rewrite(root: ParentNode, page: BookPage): void {
    const number = this.#numbers.get(page.name) ?? 0;
    const own = new Set([...elementsIn(root)].flatMap(({ attribs }) => [attribs.id, attribs.name]));
    this.#leaveOutNotes(root, page, own);
    const elements = [...elementsIn(root)];
    for (const element of elements) {
      if (element.name === 'a') this.#rewriteLink(element, page, own);
      // A picture cannot be opened outside the book: its alternative text is left.
      if (element.name === 'img') delete element.attribs.src;
    }
    if (number === 0) return;
    for (const { attribs, name } of elements) {
      if (attribs.id) attribs.id = idIn(number, attribs.id);
      if (attribs.name && name === 'a') attribs.name = idIn(number, attribs.name);
    }
  }

  /** Leaves out the notes of other chapters that stand on a page of this one: they are brought into those. */
  #leaveOutNotes(root: ParentNode, page: BookPage, own: ReadonlySet<string | undefined>): void {
    const foreign = new Set<Node>();
    for (const link of elementsIn(root)) {
      const href = link.name === 'a' ? attribute(link, 'href') : undefined;
      if (href === undefined || isOutside(href) || !isBacklink(link)) continue;
      const fragment = fragmentOf(href);
      const note = noteAround(link);
      if (fragment === undefined || !note || this.#book.files.find(page.name, href) !== page.name) continue;
      if (!own.has(spellingIn(own, fragment))) foreign.add(emptiedBy(note));
    }
    if (foreign.size > 0) edit(root, (element) => (foreign.has(element) ? 'remove' : 'keep'));
  }

  /** The notes that were brought in. */
  notes(): readonly Node[] {
    return [...this.#notes.values()];
  }

  #rewriteLink(link: Element, page: BookPage, own: ReadonlySet<string | undefined>): void {
    const href = attribute(link, 'href');
    if (href === undefined || isOutside(href)) return;
    const name = this.#book.files.find(page.name, href);
    if (name === undefined) return;
    const fragment = fragmentOf(href);
    const number = this.#numbers.get(name);
    const isOwn = name === page.name;
    const names = number === undefined || fragment === undefined ? NONE : isOwn ? own : this.#namesIn(name);
    const id = fragment && spellingIn(names, fragment);
    const isHere = number !== undefined && (id === undefined ? isOwn || this.#begins(name) : names.has(id));
    if (isHere) link.attribs.href = id === undefined ? '#' : `#${idIn(number, id)}`;
    else {
      const note = fragment === undefined ? undefined : this.#noteAt(link, page, name, fragment);
      link.attribs.href = note ?? addressOf(name, fragment);
    }
  }

  /** The names of elements of a page of the chapter; only a part of the page may be in the chapter. */
  #namesIn(name: string): ReadonlySet<string> {
    const known = this.#names.get(name);
    if (known) return known;
    const page = this.#pageOf(name);
    const isIn = (element: Element): boolean => {
      const at = page.base + offsetOf(element);
      return at >= this.#range.from && at < this.#range.to;
    };
    const places = [...(parsedPage(this.#book, page)?.places() ?? [])];
    const names = new Set(places.flatMap(([each, element]) => (isIn(element) ? [each] : [])));
    this.#names.set(name, names);
    return names;
  }

  /** True if the beginning of a page is in the chapter. */
  #begins(name: string): boolean {
    const { base } = this.#pageOf(name);
    return base >= this.#range.from && base < this.#range.to;
  }

  #pageOf(name: string): BookPage {
    return this.#book.pages.find((each) => each.name === name) ?? { name, base: 0, size: 0 };
  }

  /** The address in the chapter of a note on another page, if a link leads to one. */
  #noteAt(link: Element, page: BookPage, name: string, fragment: string): string | undefined {
    const isMarked = REFERENCE_SIGNS.test(marksOf(link));
    if (BACKLINK_SIGNS.test(marksOf(link)) || (!isMarked && !isShortReference(lineOf(link))))
      return undefined;
    const id = `note-${name}-${fragment}`;
    if (this.#notes.has(id)) return `#${id}`;
    const places = this.#notes.size < MAX_NOTES ? this.#placesIn(name) : undefined;
    const spelling = places && [...spellingsOf(fragment)].find((each) => places.has(each));
    const target = spelling === undefined ? undefined : places?.get(spelling);
    const note = target && noteAround(target);
    if (!note || lineOf(note).length > MAX_NOTE) return undefined;
    const leadsBack = (element: Element): boolean =>
      element.name === 'a' && this.#book.files.find(name, attribute(element, 'href') ?? '') === page.name;
    const label = labelOf(note);
    // The page is that of other chapters, too.
    const own = cloneNode(note, true);
    const back = elementsIn(own).filter(leadsBack);
    if (!isMarked && back.length === 0 && !(label && elementsIn(label).some(leadsBack))) return undefined;
    for (const element of back) element.attribs.role = 'doc-backlink';
    this.#notes.set(id, elementOf('div', { id, role: 'doc-footnote' }, own.children));
    return `#${id}`;
  }

  /** The elements of a page of the book that have a name. */
  #placesIn(name: string): ReadonlyMap<string, Element> | undefined {
    return parsedPage(this.#book, this.#pageOf(name))?.places();
  }
}

/** A page of the book, or a place in it, as an address that is relative to the book. */
const addressOf = (name: string, fragment: string | undefined): string =>
  name.split('/').map(encodeURIComponent).join('/') + (fragment === undefined ? '' : `#${fragment}`);

/** True if a link leads from a note back to its reference: it is marked so, or is an arrow. */
const isBacklink = (link: Element): boolean =>
  BACKLINK_SIGNS.test(marksOf(link)) || (/^[^\p{L}\d]*$/u.test(lineOf(link)) && lineOf(link) !== '');

const marksOf = ({ attribs }: Element): string => `${attribs['epub:type']} ${attribs.role} ${attribs.class}`;

/** The outermost element that has no text without `element`. */
function emptiedBy(element: Element): Element {
  let outer = element;
  for (let node = element.parent; node && isTag(node) && node.name !== 'body'; node = node.parent) {
    if (lineOf(node) !== lineOf(outer)) break;
    outer = node;
  }
  return outer;
}

const spellingIn = (ids: ReadonlySet<string | undefined>, fragment: string): string =>
  [...spellingsOf(fragment)].find((spelling) => ids.has(spelling)) ?? fragment;

/** The block that is the note in which an element is; of a term, its description. */
function noteAround(target: Element): Element | undefined {
  for (let node: ParentNode | null = target; node && isTag(node); node = node.parent) {
    if (!NOTE_ELEMENTS.has(node.name)) continue;
    return node.name === 'dt' ? siblingOf(node, 1) : node;
  }
  return undefined;
}

/** The label of a note that is the description of a term. */
function labelOf(note: Element): Element | undefined {
  const before = note.name === 'dd' ? siblingOf(note, -1) : undefined;
  return before?.name === 'dt' ? before : undefined;
}

/** The next element beside another (1), or the one before it (-1). */
function siblingOf(element: Element, by: 1 | -1): Element | undefined {
  const siblings = element.parent?.children.filter(isTag) ?? [];
  return siblings[siblings.indexOf(element) + by];
}
