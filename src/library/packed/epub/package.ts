import { attribute, type Element, findElement, type Node } from '../../../document/html/tree.ts';
import { cleanLine } from '../../../unicode/clean.ts';
import { isoDate } from '../../dates.ts';
import { languageCode } from '../metadata.ts';
import { attributeNamed, childrenNamed, elementsNamed, localName, parseXml, textOf } from '../xml.ts';
import type { BookFiles } from './book-files.ts';

/** A book by its package document (EPUB 3.3, section 5; OPF 2.0.1). Strings are clean, names are those in the archive. */
export interface BookPackage {
  readonly title?: string;
  readonly author?: string;
  /** BCP 47 primary language, lower case. */
  readonly lang?: string;
  readonly date?: string;
  readonly publisher?: string;
  /** The names of the pages in reading order, each once. */
  readonly spine: readonly string[];
  /** The table of contents of EPUB 3, and that of EPUB 2. */
  readonly nav?: string;
  readonly ncx?: string;
  readonly styles: readonly string[];
  /** What a page is (`cover`, `toc`, …), by its name. */
  readonly kinds: ReadonlyMap<string, string>;
}

/** UTF-16 units of the longest fact that is kept. */
const MAX_FACT = 500;
/** Pages of a book at most. */
const MAX_PAGES = 50_000;

/** Reads the package document of a book; undefined if the archive has none. */
export function readPackage(files: BookFiles): BookPackage | undefined {
  const name = packageName(files);
  const source = name === undefined ? undefined : files.text(name);
  if (name === undefined || source === undefined) return undefined;
  const root = parseXml(source);
  const metadata = findElement(root, (element) => localName(element) === 'metadata') ?? root;
  const items = new Map<string, Item>();
  for (const element of elementsNamed(root, 'item')) {
    const own = files.find(name, attribute(element, 'href') ?? '');
    const id = attribute(element, 'id');
    if (id === undefined || own === undefined) continue;
    const properties = (attribute(element, 'properties') ?? '').split(/\s+/);
    items.set(id, { name: own, type: attribute(element, 'media-type') ?? '', properties });
  }
  const all = [...items.values()];
  const spine = elementsNamed(root, 'itemref').flatMap(
    (element) => itemOf(items, attribute(element, 'idref') ?? '')?.name ?? [],
  );
  const toc = attribute(elementsNamed(root, 'spine')[0] ?? ({ attribs: {} } as Element), 'toc');
  const nav = all.find(({ properties }) => properties.includes('nav'))?.name;
  const ncx = (items.get(toc ?? '') ?? all.find(({ type }) => type === 'application/x-dtbncx+xml'))?.name;
  return {
    ...factsOf(metadata),
    spine: [...new Set(spine.length > 0 ? spine : pagesIn(all))].slice(0, MAX_PAGES),
    ...(nav !== undefined && { nav }),
    ...(ncx !== undefined && { ncx }),
    styles: all.filter(({ type }) => type === 'text/css').map((item) => item.name),
    kinds: kindsOf(root, (href) => files.find(name, href), nav),
  };
}

/** An item by its id, to which AbiWord adds a suffix where it refers to it. */
const itemOf = (items: ReadonlyMap<string, Item>, id: string): Item | undefined =>
  items.get(id) ?? items.get(id.replace(/\.[^.]*$/, ''));

/** The pages of a book whose spine names none of them: all in the order of the manifest. */
const pagesIn = (items: readonly Item[]): readonly string[] =>
  items
    .filter(({ type, properties }) => /html/.test(type) && !properties.includes('nav'))
    .map(({ name }) => name);

interface Item {
  readonly name: string;
  readonly type: string;
  readonly properties: readonly string[];
}

/** The name of the package document: what the container says, or else the first that there is. */
function packageName(files: BookFiles): string | undefined {
  const container = files.text('META-INF/container.xml');
  if (container !== undefined) {
    for (const file of elementsNamed(parseXml(container), 'rootfile')) {
      const name = files.find('', attribute(file, 'full-path') ?? '');
      if (name !== undefined && /\.opf$|^(?!.*\.)/i.test(name)) return name;
    }
  }
  for (const name of files.names) if (/\.opf$/i.test(name)) return name;
  return undefined;
}

function factsOf(metadata: Node): Pick<BookPackage, 'title' | 'author' | 'lang' | 'date' | 'publisher'> {
  const refined = refinementsIn(metadata);
  const title = mainTitle(metadata, refined);
  const author = authorsIn(metadata, refined);
  const lang = languageCode(firstText(metadata, 'language'));
  const date = dateIn(metadata);
  const publisher = firstText(metadata, 'publisher');
  return {
    ...(title && { title }),
    ...(author && { author }),
    ...(lang && lang !== 'und' && { lang }),
    ...(date && { date }),
    ...(publisher && { publisher }),
  };
}

const factOf = (element: Element): string => cleanLine(textOf(element)).slice(0, MAX_FACT);

const firstText = (metadata: Node, name: string): string | undefined =>
  childrenNamed(metadata, name).map(factOf).find(Boolean);

/** What `<meta refines>` says of the element with an id, by property. */
type Refinements = ReadonlyMap<string, ReadonlyMap<string, string>>;

function refinementsIn(metadata: Node): Refinements {
  const refined = new Map<string, Map<string, string>>();
  for (const meta of childrenNamed(metadata, 'meta')) {
    const id = attribute(meta, 'refines')?.replace(/^#/, '');
    const property = attribute(meta, 'property');
    if (!id || !property) continue;
    const own = refined.get(id) ?? new Map<string, string>();
    refined.set(id, own.set(property, factOf(meta)));
  }
  return refined;
}

/** The title that is marked as the main one, or else the first. */
function mainTitle(metadata: Node, refined: Refinements): string | undefined {
  const titles = childrenNamed(metadata, 'title');
  const main = titles.find(
    (title) => refined.get(attribute(title, 'id') ?? '')?.get('title-type') === 'main',
  );
  return (main ? [main, ...titles] : titles).map(factOf).find(Boolean);
}

/** The creators that are authors, or whose role is not said. Programs write “Unknown” where there is none. */
function authorsIn(metadata: Node, refined: Refinements): string | undefined {
  const names = childrenNamed(metadata, 'creator').flatMap((creator) => {
    const facts = refined.get(attribute(creator, 'id') ?? '');
    const role = attributeNamed(creator, 'role') ?? facts?.get('role');
    const fileAs = attributeNamed(creator, 'file-as') ?? facts?.get('file-as');
    if ((role && role !== 'aut') || /^unknown$/i.test(fileAs ?? '')) return [];
    return factOf(creator)
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !/^unknown$/i.test(name));
  });
  return [...new Set(names)].join(', ').slice(0, MAX_FACT) || undefined;
}

/**
 * The day on which the book was published. Programs write the day of its making as its date, too, and calibre the year 101 if it
 * knows none.
 */
function dateIn(metadata: Node): string | undefined {
  const modified = childrenNamed(metadata, 'meta').find(
    (meta) => attribute(meta, 'property') === 'dcterms:modified',
  );
  const made = modified && isoDate(textOf(modified));
  const dates = childrenNamed(metadata, 'date').flatMap((element) => {
    const event = attributeNamed(element, 'event') ?? '';
    const date = event === 'modification' || event === 'creation' ? undefined : isoDate(textOf(element));
    return date === undefined || date === made || date < '0102' ? [] : [{ date, event }];
  });
  return (dates.find(({ event }) => event.includes('publication')) ?? dates[0])?.date;
}

/** What the guide of EPUB 2 says that pages are. */
function kindsOf(
  root: Node,
  nameOf: (href: string) => string | undefined,
  nav: string | undefined,
): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  for (const reference of elementsNamed(root, 'reference')) {
    const name = nameOf(attribute(reference, 'href') ?? '');
    // A part of a page says nothing of all of it.
    if (name !== undefined && !attribute(reference, 'href')?.includes('#'))
      kinds.set(name, (attribute(reference, 'type') ?? '').toLowerCase());
  }
  if (nav !== undefined) kinds.set(nav, 'toc');
  return kinds;
}
