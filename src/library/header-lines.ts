import type { ArticleFormat } from '../document/formats.ts';
import type { Fields, Value } from './yaml-lines.ts';

/** Metadata in the first lines of a text, and where the body begins after them. */
export interface Header {
  readonly fields: Fields;
  readonly bodyAt: number;
  /** The format of the text after it, if the header tells it. That of a wiki is read as text: some of it looks like Markdown. */
  readonly format: 'text' | 'org' | undefined;
}

/** UTF-16 units in which a header is searched for. */
const SAMPLE = 8192;

/**
 * The metadata that a text with LF line ends begins with, without the fences of front matter, as Pelican and MultiMarkdown
 * (`Title: …`), Denote, Pandoc (`% …`), Nikola (`.. title: …`), Org (`#+TITLE: …`) and Zim write it. Undefined if there is none, if
 * the lines may be text, or if nothing follows them.
 *
 * @param formatOf  the format of a text after a header that may be text itself; called only if there is one
 */
export function splitHeader(text: string, formatOf: (body: string) => ArticleFormat): Header | undefined {
  const start = /^\s*/.exec(text.slice(0, 256))![0].length;
  const lines = text.slice(start, start + SAMPLE).split('\n');
  const reader = readerOf(lines[0]!);
  const read = reader?.(lines);
  if (!read) return undefined;
  const bodyAt = start + lines.slice(0, read.count).reduce((sum, line) => sum + line.length + 1, 0);
  const body = text.slice(bodyAt);
  if (body.trim() === '') return undefined;
  if (read.isSureIn && !read.isSureIn.includes(formatOf(body))) return undefined;
  const format = reader === readPairs ? 'text' : reader === readOrg ? 'org' : undefined;
  return { fields: read.fields, bodyAt, format };
}

/** Fields, and how many lines they take. */
interface Read {
  readonly fields: Fields;
  readonly count: number;
  /** The formats of the text after them in which they are metadata, if not in all. */
  readonly isSureIn?: readonly ArticleFormat[];
}
type Reader = (lines: readonly string[]) => Read | undefined;

/** The reader of the kind of header that may begin with `line`. */
function readerOf(line: string): Reader | undefined {
  if (line.startsWith('#+')) return readOrg;
  if (line === '<!--' || line.startsWith('.. ')) return readNikola;
  if (line.startsWith('Content-Type: text/x-zim-wiki')) return readPairs;
  if (/^%(?!%)/.test(line)) return readPandoc;
  if (PAIR.test(line)) return (lines) => readDenote(lines) ?? readPelican(lines);
  return undefined;
}

const fieldsOf = (entries: Iterable<readonly [string, Value]>): Fields =>
  Object.assign(Object.create(null), Object.fromEntries(entries)) as Fields;

/** The fields of the lines that match `pattern`, from line `from` up to the first that does not. */
function matchingFields(lines: readonly string[], pattern: RegExp, from = 0): Read {
  const entries: [string, Value][] = [];
  for (const line of lines.slice(from)) {
    const [, key, value = ''] = pattern.exec(line) ?? [];
    if (key === undefined) break;
    entries.push([key.toLowerCase(), value.trim()]);
  }
  return { fields: fieldsOf(entries), count: from + entries.length };
}

/** Keywords of Org that may come before the text; others, such as `#+INCLUDE`, are part of it. */
const ORG =
  /^#\+(title|subtitle|author|date|email|language|description|keywords|filetags|category|options|startup|identifier|property|setupfile|latex_\w+|html_\w+|hugo_\w+):(?:[ \t]+(.*))?$/i;

const readOrg: Reader = (lines) => {
  const { fields, count } = matchingFields(lines, ORG);
  if (count === 0) return undefined;
  const { filetags } = fields;
  // `:one:two:`
  const tags = typeof filetags === 'string' ? { tags: filetags.split(/[:\s]+/).filter(Boolean) } : {};
  return { fields: fieldsOf([...Object.entries(fields), ...Object.entries(tags)]), count };
};

const NIKOLA = /^\.\. ([a-z_]+):(?:[ \t]+(.*))?$/;

/** Nikola puts its lines into a comment in Markdown, and on their own in other formats. */
const readNikola: Reader = (lines) => {
  const isComment = lines[0] === '<!--';
  const { fields, count } = matchingFields(lines, NIKOLA, isComment ? 1 : 0);
  if (fields.title === undefined) return undefined;
  if (!isComment) return { fields, count };
  return lines[count]?.trim() === '-->' ? { fields, count: count + 1 } : undefined;
};

/** Title, authors and date, each after `%` and continued on indented lines; any of them may be empty. */
const readPandoc: Reader = (lines) => {
  const values: string[] = [];
  let count = 0;
  for (; lines[count]?.trim(); count++) {
    const line = lines[count]!;
    if (line.startsWith('%') && values.length < 3) values.push(line.slice(1).trim());
    else if (/^[ \t]/.test(line)) values.push(`${values.pop()}\n${line.trim()}`);
    else return undefined;
  }
  const [title = '', authors = '', date = ''] = values;
  if (title === '') return undefined;
  const author = authors.split(/[;\n]/).map((name) => name.trim());
  // TeX has such comments.
  const isTex = /^\s*\\[a-z]/i.test(lines.slice(count, count + 2).join('\n'));
  const isSureIn = isTex ? [] : PROSE_FORMATS;
  return { fields: fieldsOf(Object.entries({ title, author, date })), count, isSureIn };
};

const PROSE_FORMATS: readonly ArticleFormat[] = ['markdown', 'text'];

const PAIR = /^([A-Za-z][\w -]{0,30}):(?:[ \t]+(.*))?$/;

/** Pairs of key and value up to a blank line, values continued on indented lines. */
const readPairs: Reader = (lines) => {
  const entries: [string, string][] = [];
  let count = 0;
  for (; lines[count]?.trim(); count++) {
    const line = lines[count]!;
    const [, key, value = ''] = PAIR.exec(line) ?? [];
    if (key !== undefined) entries.push([key.toLowerCase(), value.trim()]);
    else if (/^[ \t]/.test(line) && entries.length > 0) entries.at(-1)![1] += ` ${line.trim()}`;
    else return undefined;
  }
  return { fields: fieldsOf(entries), count };
};

/** Lines that a Denote header has above its line of dashes, at most. */
const MOST_DENOTE = 8;

/** In plain text, Denote puts a line of dashes below its pairs, one of which is the identifier, and two blanks between tags. */
const readDenote: Reader = (lines) => {
  const end = lines.slice(0, MOST_DENOTE).findIndex((line) => /^-{8,}$/.test(line));
  const read = end > 0 ? readPairs(lines.slice(0, end)) : undefined;
  if (read?.count !== end || read.fields.identifier === undefined) return undefined;
  const { tags } = read.fields;
  const list = typeof tags === 'string' ? { tags: tags.split(/ {2,}|\t/).filter(Boolean) } : {};
  return { fields: fieldsOf([...Object.entries(read.fields), ...Object.entries(list)]), count: end + 1 };
};

/** Keys of which two make a header without a title. */
const KEYS = new Set(
  'date modified author authors category categories tags keywords slug summary lang status series'.split(' '),
);

/** Pairs that are metadata rather than text, by their keys; outside of Markdown all must be known. */
const readPelican: Reader = (lines) => {
  const read = readPairs(lines);
  if (!read) return undefined;
  const keys = Object.keys(read.fields);
  const areKnown = keys.length > 1 && keys.every((key) => key === 'title' || KEYS.has(key));
  if (!read.fields.title && !areKnown) return undefined;
  return { ...read, isSureIn: areKnown ? PROSE_FORMATS : ['markdown'] };
};
