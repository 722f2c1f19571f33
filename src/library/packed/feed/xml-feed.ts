import { type ChildNode, type Document, type Element, isTag } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import { parseXml } from '../xml.ts';
import { type Entry, type Feed, resolved } from './entry.ts';

/**
 * Reads a feed in RSS 0.9 to 2.0 or Atom (RFC 4287); undefined if the XML is none. What is not well-formed costs at most the
 * entry in which it is.
 */
export function readXmlFeed(source: string): Feed | undefined {
  const root = elementsIn(parseXml(source).children)[0];
  if (!root || !['rss', 'rdf', 'feed'].includes(nameOf(root))) return undefined;
  // In RSS 1.0 the items stand beside the channel.
  const channel = nameOf(root) === 'feed' ? root : (child(root, 'channel') ?? root);
  const entries = [
    ...elementsIn(channel.children),
    ...(channel === root ? [] : elementsIn(root.children)),
  ].filter((element) => nameOf(element) === 'item' || nameOf(element) === 'entry');
  const base = baseOf(root, baseOf(channel, linkOf(channel, '')));
  return {
    title: htmlOf(child(channel, 'title')),
    lang: text(channel, 'language') || (root.attribs['xml:lang'] ?? channel.attribs['xml:lang'] ?? ''),
    entries: entries.map((entry) => entryOf(entry, base, nameOf(root) === 'feed' ? authorOf(root) : '')),
  };
}

function entryOf(entry: Element, feedBase: string, feedAuthor: string): Entry {
  const base = baseOf(entry, feedBase);
  const address = linkOf(entry, base);
  const summary = htmlOf(child(entry, 'description') ?? child(entry, 'summary'));
  const full = child(entry, 'encoded') ?? child(entry, 'content');
  const title = htmlOf(child(entry, 'title'));
  return {
    id: text(entry, 'guid') || text(entry, 'id') || address || title,
    title,
    author: authorOf(entry) || feedAuthor,
    date: ['published', 'pubDate', 'date', 'updated'].map((name) => text(entry, name)).find(Boolean) ?? '',
    tags: children(entry, 'category').map(
      (tag) => tag.attribs.label || tag.attribs.term || DomUtils.textContent(tag).trim(),
    ),
    address,
    content: htmlOf(full) || summary,
    summary,
  };
}

/** Atom has the name in an element, also that of all entries (RFC 4287, 4.2.1); RSS the address, and the name in brackets or in Dublin Core. */
function authorOf(entry: Element): string {
  const creator = text(entry, 'creator');
  if (creator) return creator;
  const author = child(entry, 'author');
  const name = author && (text(author, 'name') || DomUtils.textContent(author).trim());
  const inBrackets = name?.endsWith(')') ? name.slice(name.indexOf('(') + 1, -1) : undefined;
  return inBrackets ?? name ?? '';
}

/** The address of what a feed or an entry is about: that of the page, rather than of the feed or an enclosure. */
function linkOf(element: Element, base: string): string {
  const links = children(element, 'link');
  const page = links.find(({ attribs }) => attribs.href && (attribs.rel ?? 'alternate') === 'alternate');
  const plain = links.find(({ attribs }) => !attribs.href);
  const written = page?.attribs.href ?? (plain && DomUtils.textContent(plain).trim());
  const guid = child(element, 'guid');
  const isAddress = guid?.attribs.isPermaLink !== 'false' && /^https?:/.test(text(element, 'guid'));
  return resolved(written || (isAddress ? text(element, 'guid') : ''), base);
}

const baseOf = ({ attribs }: Element, outer: string): string =>
  resolved(attribs['xml:base'] ?? '', outer) || outer;

/** The content of an element as HTML: of XHTML its source, of all else its text, in which HTML was escaped once. */
function htmlOf(element: Element | undefined): string {
  if (!element) return '';
  const isPlain = element.attribs.type === 'text';
  const content = DomUtils.textContent(element);
  if (isPlain) return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return element.children.some(isTag) ? DomUtils.getInnerHTML(element, { xmlMode: true }) : content.trim();
}

/** Names without their prefixes: feeds declare the same ones for the same names. */
const nameOf = ({ name }: Element): string => name.replace(/^.*:/, '').toLowerCase();

const elementsIn = (nodes: Document['children'] | ChildNode[]): Element[] => nodes.filter(isTag);

const children = (element: Element, name: string): Element[] =>
  elementsIn(element.children).filter((each) => nameOf(each) === name.toLowerCase());

/** The first child of a name; one without a prefix before others, as podcasts repeat elements with theirs. */
function child(element: Element, name: string): Element | undefined {
  const all = children(element, name);
  return all.find((each) => !each.name.includes(':')) ?? all[0];
}

const text = (element: Element, name: string): string => {
  const found = child(element, name);
  return found ? DomUtils.textContent(found).trim() : '';
};
