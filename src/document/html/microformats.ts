import type { PageMetadata } from '../page-metadata.ts';
import { defined } from './json-ld.ts';
import { attribute, classesOf, type Element, elementsIn, findElement, lineOf, type Node } from './tree.ts';

/** Where the metadata of an article is in its elements: h-entry and hAtom, microdata, and the names of generators. */
const MARKS = {
  title: { classes: / (?:p-name|entry-title) /, property: /^(?:headline)$/ },
  author: { classes: / (?:p-author|h-card|vcard|author|byline|article-author) /, property: /^author$/ },
  date: {
    classes: / (?:dt-published|published|entry-date|date|post-date) /,
    property: /^(?:datePublished|dateCreated)$/,
  },
  modified: { classes: / (?:dt-updated|updated) /, property: /^dateModified$/ },
  tag: { classes: / p-category /, property: /^(?:keywords|articleSection)$/ },
  summary: { classes: / (?:p-summary|entry-summary) /, property: /^description$/ },
} as const;

/** Ids of Asciidoctor. */
const IDS: Readonly<Record<string, keyof typeof MARKS>> = { author: 'author', revdate: 'date' };

/** UTF-16 units of the longest author or date. */
const MAX_LENGTH = 120;

/** The metadata of the article in the elements of a page. */
export function metadataInMarkup(root: Node): PageMetadata {
  const entry = findElement(root, isEntry) ?? root;
  const found = new Map<keyof typeof MARKS, string>();
  const tags: string[] = [];
  for (const element of elementsIn(entry)) {
    const field = fieldOf(element);
    if (field === undefined) continue;
    const value = textIn(element, field);
    if (value === '' || (field !== 'summary' && value.length > MAX_LENGTH)) continue;
    if (field === 'tag') tags.push(value);
    else if (!found.has(field)) found.set(field, value);
  }
  const time = findElement(
    entry,
    ({ name, attribs }) => name === 'time' && /^\d{4}/.test(attribs.datetime ?? ''),
  );
  return {
    ...defined('title', found.get('title')),
    ...defined('author', found.get('author')),
    ...defined('date', found.get('date') ?? (time && attribute(time, 'datetime'))),
    ...defined('modified', found.get('modified')),
    ...defined('summary', found.get('summary')),
    ...(tags.length > 0 && { tags }),
  };
}

const isEntry = (element: Element): boolean =>
  / (?:h-entry|hentry) /.test(classesOf(element)) ||
  (element.name === 'article' && lineOf(element).length > 500) ||
  element.name === 'main';

function fieldOf(element: Element): keyof typeof MARKS | undefined {
  const { itemprop = '', rel, id } = element.attribs;
  const classes = classesOf(element);
  if (element.name === 'a' && rel === 'author') return 'author';
  if (id !== undefined && Object.hasOwn(IDS, id)) return IDS[id];
  if (classes === '  ' && itemprop === '') return undefined;
  for (const [field, mark] of Object.entries(MARKS))
    if (mark.classes.test(classes) || mark.property.test(itemprop)) return field as keyof typeof MARKS;
  return undefined;
}

const isName = (element: Element): boolean =>
  / (?:p-name|fn|name) /.test(classesOf(element)) || element.attribs.itemprop === 'name';

/** What an element says: a date that machines can read, a name in a card, or its text. */
function textIn(element: Element, field: keyof typeof MARKS): string {
  if (field === 'date' || field === 'modified') {
    const time = element.name === 'time' ? element : findElement(element, ({ name }) => name === 'time');
    return (
      (time ? attribute(time, 'datetime') : undefined) ?? attribute(element, 'content') ?? lineOf(element)
    );
  }
  const name = field === 'author' ? findElement(element, isName) : undefined;
  return attribute(name ?? element, 'content') ?? lineOf(name ?? element);
}
