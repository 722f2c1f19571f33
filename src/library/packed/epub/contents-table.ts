import { attribute, type Element, elementsIn, findElement, type Node } from '../../../document/html/tree.ts';
import { cleanLine } from '../../../unicode/clean.ts';
import { childrenNamed, elementsNamed, localName, parseMarkup, parseXml, textOf } from '../xml.ts';
import type { BookFiles } from './book-files.ts';
import { fragmentOf, spellingsOf } from './names.ts';
import type { BookPackage } from './package.ts';

/** An entry of the table of contents, as it is written. */
export interface TableEntry {
  /** Clean. */
  readonly label: string;
  /** The name of the page that it leads to; undefined if it leads nowhere. */
  readonly page: string | undefined;
  /** The spellings of the name of the element in it that it leads to; none for its beginning. */
  readonly fragments: readonly string[];
  readonly entries: readonly TableEntry[];
}

/** Levels of a table that are read. */
const MAX_LEVELS = 16;
/** UTF-16 units of the longest label. */
const MAX_LABEL = 300;

/** The table of contents of a book: that of EPUB 3, or else that of EPUB 2; empty if it has neither. */
export function readTable(files: BookFiles, { nav, ncx }: BookPackage): readonly TableEntry[] {
  const entries = nav === undefined ? [] : navEntries(files, nav);
  if (entries.length > 0 || ncx === undefined) return entries;
  return ncxEntries(files, ncx);
}

function navEntries(files: BookFiles, name: string): readonly TableEntry[] {
  const source = files.text(name);
  if (source === undefined) return [];
  const navs = elementsNamed(parseMarkup(source), 'nav');
  const isTable = ({ attribs }: Element): boolean =>
    /(?:^|\s)(?:toc|doc-toc)(?:\s|$)/.test(`${attribs['epub:type']} ${attribs.role}`);
  const table = navs.find(isTable) ?? navs[0];
  const list = table && findElement(table, ({ name }) => name === 'ol' || name === 'ul');
  return list ? itemsIn(files, name, list, 0) : [];
}

function itemsIn(files: BookFiles, from: string, list: Element, level: number): readonly TableEntry[] {
  if (level >= MAX_LEVELS) return [];
  return childrenNamed(list, 'li').map((item) => {
    const inside = [...elementsOutsideLists(item)];
    const link = inside.find(({ name }) => name === 'a') ?? inside.find(({ name }) => name === 'span');
    const list = findElement(item, ({ name }) => name === 'ol' || name === 'ul');
    const entries = list ? itemsIn(files, from, list, level + 1) : [];
    return entryOf(files, from, link ? textOf(link) : '', link && attribute(link, 'href'), entries);
  });
}

function* elementsOutsideLists(item: Node): Generator<Element> {
  for (const element of elementsIn(item)) {
    if (element.name === 'ol' || element.name === 'ul') return;
    yield element;
  }
}

function ncxEntries(files: BookFiles, name: string): readonly TableEntry[] {
  const source = files.text(name);
  if (source === undefined) return [];
  const map = findElement(parseXml(source), (element) => localName(element) === 'navMap');
  return map ? pointsIn(files, name, map, 0) : [];
}

function pointsIn(files: BookFiles, from: string, parent: Node, level: number): readonly TableEntry[] {
  if (level >= MAX_LEVELS) return [];
  return childrenNamed(parent, 'navPoint').map((point) => {
    const [label] = childrenNamed(point, 'navLabel');
    const [content] = childrenNamed(point, 'content');
    const entries = pointsIn(files, from, point, level + 1);
    return entryOf(files, from, label ? textOf(label) : '', content && attribute(content, 'src'), entries);
  });
}

function entryOf(
  files: BookFiles,
  from: string,
  text: string,
  href: string | undefined,
  entries: readonly TableEntry[],
): TableEntry {
  const page = href === undefined ? undefined : files.find(from, href);
  const fragment = href === undefined ? undefined : fragmentOf(href);
  const fragments = fragment === undefined ? [] : [...new Set(spellingsOf(fragment))];
  return { label: cleanLine(text).slice(0, MAX_LABEL), page, fragments, entries };
}
