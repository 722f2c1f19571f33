import { BACKLINK_SIGNS, isShortReference, REFERENCE_SIGNS } from './note-signs.ts';
import {
  attribute,
  childrenOf,
  classesOf,
  type Element,
  edit,
  elementsIn,
  findElement,
  isTag,
  isText,
  lineOf,
  type Node,
  type ParentNode,
} from './tree.ts';

/** The footnotes of a page by their labels: the content of each, without its number and the links back. */
export type PageNotes = ReadonlyMap<string, readonly Node[]>;

/** The attribute of a link to a note, with the note's label: attributes outlive the search for the main text. */
const LABEL = 'data-note-label';

/** The label of the note that a link leads to; undefined for other links. */
export const noteLabelOf = (link: Element): string | undefined => attribute(link, LABEL);

/** Says that an element is a note. */
const NOTE =
  /\b(?:doc-(?:foot|end)note|rearnote|(?:foot|end)notes?(?:-item|-body|-text)?|sdfootnote|sdendnote|note-?text)\b/;
/** Elements that can be a note, if a link leads to something in them. */
const NOTE_ELEMENTS: ReadonlySet<string> = new Set(['li', 'aside', 'tr', 'dd', 'p', 'div', 'section', 'dt']);

const marks = ({ attribs }: Element): string => `${attribs['epub:type']} ${attribs.role} ${attribs.class}`;

/** Finds the footnotes of a page, and takes them out of it with what was only around them. */
export function takeNotes(root: ParentNode): PageNotes {
  for (const element of elementsIn(root)) delete element.attribs[LABEL];
  const finder = new NoteFinder(root);
  const labels = new Map<Element, string>();
  for (const link of finder.links) {
    const note = finder.noteOf(link);
    if (!note) continue;
    const label = labels.get(note) ?? `note ${labels.size + 1}`;
    labels.set(note, label);
    link.attribs[LABEL] = label;
  }
  // A note in a note stays in its text.
  const links = new Set(finder.links);
  const taken = new Set<Element>();
  const bodies = new Map<string, readonly Node[]>();
  for (const [note, label] of labels) {
    taken.add(note);
    const term = note.name === 'dd' && finder.termOf(note);
    if (term) taken.add(term);
    bodies.set(label, bodyOf(note, links));
  }
  if (taken.size > 0) removeNotes(root, taken);
  return bodies;
}

/** The notes to which there are links in a part of the page, and in these notes. */
export function notesFor(root: Node, notes: PageNotes): PageNotes {
  const found = new Map<string, readonly Node[]>();
  const visit = (node: Node): void => {
    for (const element of elementsIn(node)) {
      const label = noteLabelOf(element);
      const body = label === undefined || found.has(label) ? undefined : notes.get(label);
      if (label === undefined || !body) continue;
      found.set(label, body);
      for (const each of body) visit(each);
    }
  };
  visit(root);
  return found;
}

/** Finds out which links lead to notes. */
class NoteFinder {
  /** The links inside the page that are not in headings. */
  readonly links: readonly Element[];
  readonly #parents = new Map<Node, ParentNode>();
  readonly #order = new Map<Element, number>();
  readonly #named = new Map<string, Element>();

  constructor(root: ParentNode) {
    const links: Element[] = [];
    for (const child of root.children) this.#parents.set(child, root);
    for (const element of elementsIn(root)) {
      this.#order.set(element, this.#order.size);
      for (const child of element.children) this.#parents.set(child, element);
      const { id, name } = element.attribs;
      for (const each of [id, element.name === 'a' || element.name === 'span' ? name : undefined])
        if (each && !this.#named.has(each)) this.#named.set(each, element);
      if (element.name === 'a' && /^#./.test(attribute(element, 'href') ?? '')) links.push(element);
    }
    this.links = links;
  }

  /** The note that a link leads to; undefined if it leads to something else. */
  noteOf(link: Element): Element | undefined {
    const target = this.#named.get(nameIn(link));
    if (!target || BACKLINK_SIGNS.test(marks(link))) return undefined;
    const text = lineOf(link);
    const isMarked =
      REFERENCE_SIGNS.test(marks(link)) || REFERENCE_SIGNS.test(marks(this.#parentOf(link) ?? link));
    if (!isMarked && !isShortReference(text)) return undefined;
    const note = this.#noteAround(target);
    if (!note || note.children.length === 0 || this.#isIn(link, note)) return undefined;
    const isLater = this.#order.get(note)! > this.#order.get(link)!;
    if (findElement(note, ({ name }) => /^h[1-3]$|^(?:nav|article|main)$/.test(name))) return undefined;
    return isMarked || NOTE.test(marks(note)) || (isLater && this.#leadsBack(note, link)) ? note : undefined;
  }

  /** The block that is the note in which `target` is. */
  #noteAround(target: Element): Element | undefined {
    for (let node: Element | undefined = target; node; node = this.#parentOf(node)) {
      if (!NOTE_ELEMENTS.has(node.name)) continue;
      const around = this.#parentOf(node);
      // The label and the text of a note may be beside each other.
      if (node.name === 'dt') return nextElement(around, node);
      return node.name === 'p' && around && around.name !== 'body' && NOTE.test(` ${around.attribs.role} `)
        ? around
        : node;
    }
    return undefined;
  }

  /** The label beside a note that is a description. */
  termOf(note: Element): Element | undefined {
    const siblings = childrenOf(this.#parentOf(note) ?? note).filter(isTag);
    const before = siblings[siblings.indexOf(note) - 1];
    return before?.name === 'dt' ? before : undefined;
  }

  #leadsBack(note: Element, link: Element): boolean {
    const names = new Set<string>();
    for (let node: Element | undefined = link, level = 0; node && level < 3; level++) {
      for (const name of [node.attribs.id, node.attribs.name]) if (name) names.add(name);
      node = this.#parentOf(node);
    }
    // In XHTML of old, the name is in an element before the link.
    return findElement(note, (element) => element.name === 'a' && names.has(nameIn(element))) !== undefined;
  }

  #isIn(link: Element, note: Element): boolean {
    for (let node: Element | undefined = link; node; node = this.#parentOf(node))
      if (node === note) return true;
    return false;
  }

  #parentOf(element: Element): Element | undefined {
    const parent = this.#parents.get(element);
    return parent && isTag(parent) ? parent : undefined;
  }
}

/** The name of the place in the page that a link leads to. */
function nameIn(link: Element): string {
  const href = attribute(link, 'href') ?? '';
  if (!href.startsWith('#')) return '';
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

function nextElement(parent: Element | undefined, element: Element): Element | undefined {
  const siblings = childrenOf(parent ?? element).filter(isTag);
  return siblings[siblings.indexOf(element) + 1];
}

/** The content of a note without its number and its links back. */
function bodyOf(note: Element, links: ReadonlySet<Element>): readonly Node[] {
  edit(note, (element) => {
    if (BACKLINK_SIGNS.test(marks(element))) return 'remove';
    if (/ (?:label|fn-label|footnote-label|fn-bracket) /.test(classesOf(element))) return 'remove';
    // Links back are short, or arrows.
    const isBack =
      links.has(element) && (isShortReference(lineOf(element)) || /^[^\p{L}\d]*$/u.test(lineOf(element)));
    return isBack ? 'remove' : 'keep';
  });
  trimNumber(note);
  return note.name === 'tr' ? childrenOf(note).flatMap((cell) => childrenOf(cell)) : childrenOf(note);
}

/** Removes the number and the brackets that a note begins with. */
function trimNumber(note: Element): void {
  for (const node of textsIn(note)) {
    node.data = node.data.replace(/^\s*(?:[[(]?\s*(?:\d{1,4})?\s*[\])]?\s*[.:)^]?\s*)(?=\S|$)/, '');
    if (node.data.trim() !== '') return;
  }
}

function* textsIn(root: Node): Generator<{ data: string }> {
  for (const node of 'children' in root ? root.children : []) {
    if (isText(node)) yield node;
    else yield* textsIn(node);
  }
}

/** Removes notes, and the lists, rules and parts of the page that are empty without them. True if there were some. */
function removeNotes(root: ParentNode, taken: ReadonlySet<Element>): boolean {
  const kept: Node[] = [];
  let hadNotes = false;
  for (const child of root.children) {
    const isNote = isTag(child) && taken.has(child);
    const hadSome = isNote || (isTag(child) && removeNotes(child, taken));
    if (hadSome) hadNotes = true;
    if (!isNote && !(hadSome && isBare(child as Element))) kept.push(child);
  }
  if (!hadNotes) return false;
  dropRule(kept);
  root.children = kept as ParentNode['children'];
  return true;
}

/** True if nothing is left in an element but a heading. */
function isBare(element: Element): boolean {
  if (element.name === 'body' || element.name === 'main' || element.name === 'article') return false;
  return element.children.every((child) => {
    if (isText(child)) return child.data.trim() === '';
    return !isTag(child) || /^(?:h[1-6]|hr)$/.test(child.name) || (child.name !== 'img' && isBare(child));
  });
}

/** Removes the rule that a list of nodes ends with. */
function dropRule(nodes: Node[]): void {
  const last = nodes.findLastIndex((node) => isTag(node) || (isText(node) && node.data.trim() !== ''));
  const node = nodes[last];
  if (node && isTag(node) && node.name === 'hr') nodes.length = last;
}
