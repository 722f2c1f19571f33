import {
  attribute,
  type Element,
  findNamed,
  isTag,
  isText,
  type Node,
  type ParentNode,
} from '../../../document/html/tree.ts';
import { detached } from '../../../unicode/detached.ts';
import { parseMarkup } from '../xml.ts';

/** UTF-16 units of the longest page that is parsed; of a longer one, the beginning. */
const MAX_PAGE = 5_000_000;

/** Parses a page of a book. Offsets of nodes are those in `source`. */
export const parsePage = (source: string): ParentNode => parseMarkup(source.slice(0, MAX_PAGE));

/** The offset of a node in the source of its page. */
export const offsetOf = (node: Node): number => node.startIndex ?? 0;

/** What a page is made of between two places at which a chapter may begin. */
export interface Segment {
  /** Its offset in the page. */
  readonly at: number;
  /** The heading that it begins with. */
  readonly heading?: { readonly depth: number; readonly text: string };
  /** Characters, white space aside, of all its text, of links inside the book, and outside both links and headings. */
  letters: number;
  linkLetters: number;
  plainLetters: number;
  pictures: number;
}

/** What is known of a page before its text is read. */
export interface PageOutline {
  /** Its language tag, if it has one. */
  readonly lang: string | undefined;
  /** What its author says that it is, in the vocabulary of EPUB (`cover`, `toc`, …). */
  readonly types: string;
  /** In order; the first begins at 0. */
  readonly segments: readonly Segment[];
  /** The offsets of the fragments that were asked for and exist. */
  readonly fragments: ReadonlyMap<string, number>;
  /** The beginning of its text, on one line. */
  readonly beginning: string;
  /** How many elements it has. */
  readonly elements: number;
}

/** Characters of the beginning of a page's text. */
const BEGINNING = 600;

/** Outlines a page. `wanted` are the names of elements at which chapters may begin, percent-decoded or not. */
export function outlinePage(root: ParentNode, wanted: ReadonlySet<string>): PageOutline {
  const outline = new Outline(wanted);
  outline.read(root);
  const html = findNamed(root, 'html');
  return { lang: html && (attribute(html, 'xml:lang') || attribute(html, 'lang')), ...outline.result() };
}

/** Elements whose text does not show. */
const UNREAD = new Set(['head', 'script', 'style', 'template']);

class Outline {
  readonly #wanted: ReadonlySet<string>;
  readonly #fragments = new Map<string, number>();
  readonly #segments: Segment[] = [emptySegment(0)];
  readonly #types: string[] = [];
  #beginning = '';
  #elements = 0;
  #hasLetters = false;

  constructor(wanted: ReadonlySet<string>) {
    this.#wanted = wanted;
  }

  result(): Omit<PageOutline, 'lang'> {
    const types = this.#types.join(' ');
    return {
      types,
      segments: this.#segments,
      fragments: this.#fragments,
      beginning: detached(this.#beginning),
      elements: this.#elements,
    };
  }

  /** Visits all nodes without recursion, headings and links with what is in them. */
  read(root: ParentNode): void {
    const pending: { readonly node: Node; readonly inHeading: boolean; readonly inLink: boolean }[] = [];
    const push = (parent: ParentNode, inHeading: boolean, inLink: boolean): void => {
      for (let i = parent.children.length - 1; i >= 0; i--)
        pending.push({ node: parent.children[i]!, inHeading, inLink });
    };
    push(root, false, false);
    for (let next = pending.pop(); next; next = pending.pop()) {
      const { node, inHeading, inLink } = next;
      if (isText(node)) this.#text(node.data, inHeading, inLink);
      else if (isTag(node) && !UNREAD.has(node.name)) {
        this.#element(node);
        push(node, inHeading || HEADING.test(node.name), inLink || isInnerLink(node));
      }
    }
  }

  #text(text: string, inHeading: boolean, inLink: boolean): void {
    const segment = this.#segments.at(-1)!;
    const letters = lettersIn(text);
    segment.letters += letters;
    this.#hasLetters ||= letters > 0;
    if (inLink) segment.linkLetters += letters;
    else if (!inHeading) segment.plainLetters += letters;
    if (this.#beginning.length < BEGINNING && letters > 0)
      this.#beginning += ` ${text.trim()}`.slice(0, BEGINNING);
  }

  #element(element: Element): void {
    this.#elements++;
    const { name, attribs } = element;
    const at = offsetOf(element);
    for (const id of [attribs.id, name === 'a' ? attribs.name : undefined]) {
      if (id === undefined || !this.#wanted.has(id) || this.#fragments.has(id)) continue;
      this.#fragments.set(id, at);
      this.#begin(emptySegment(at));
    }
    if (HEADING.test(name)) {
      const heading = { depth: Number(name[1]), text: headingText(element) };
      this.#begin({ ...emptySegment(at), heading });
    } else if (/^(?:img|image|svg|video|audio|math)$/.test(name)) this.#segments.at(-1)!.pictures++;
    const type = `${attribs['epub:type'] ?? ''} ${attribs.role ?? ''}`.trim();
    // What begins after text says nothing of the page.
    if (type !== '' && !this.#hasLetters) this.#types.push(type);
  }

  #begin(segment: Segment): void {
    this.#segments.push(segment);
  }
}

const HEADING = /^h[1-6]$/;

const emptySegment = (at: number): Segment => ({
  at,
  letters: 0,
  linkLetters: 0,
  plainLetters: 0,
  pictures: 0,
});

const isInnerLink = ({ name, attribs }: Element): boolean =>
  name === 'a' && attribs.href !== undefined && !/^\s*(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(attribs.href);

const lettersIn = (text: string): number => text.replace(/\s+/g, '').length;

/** The text of a heading, a line break in it as a blank. */
function headingText(heading: Element): string {
  let text = '';
  const add = (node: Node): void => {
    if (isText(node)) text += node.data;
    else if (isTag(node) && node.name === 'br') text += ' ';
    else if ('children' in node) for (const child of node.children) add(child);
  };
  add(heading);
  return text.replace(/\s+/g, ' ').trim();
}
