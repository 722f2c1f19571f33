import type { PageFile } from './page-file.ts';

/** The facts about a page that is saved. */
export interface SavedFacts {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  /** The address it was fetched from. */
  readonly source: string;
  /** The day on which it was saved, as ISO 8601. */
  readonly saved: string;
}

/** True for the file of a page in HTML. */
export const isPage = ({ name }: Pick<PageFile, 'name'>): boolean => /\.x?html$/.test(name);

/** True for a file that may begin with front matter. */
const hasFrontMatter = ({ name }: Pick<PageFile, 'name'>): boolean =>
  /\.(?:md|markdown|mdx|txt|text)$/.test(name);

/** A file with what is known of its page: in `meta` elements of HTML, in the front matter of Markdown and text. */
export function withFacts(file: PageFile, facts: SavedFacts): PageFile {
  const isHtml = isPage(file);
  if (!isHtml && !hasFrontMatter(file)) return file;
  const text = file.content.toString();
  return { ...file, content: Buffer.from(isHtml ? withMeta(text, facts) : withFrontMatter(text, facts)) };
}

/** Names of the facts in Dublin Core, and our own for the day. */
const META: Readonly<Record<keyof SavedFacts, string>> = {
  title: 'dcterms.title',
  author: 'dcterms.creator',
  date: 'dcterms.date',
  source: 'dcterms.source',
  saved: 'kiosque.saved',
};

/** Puts them at the beginning of the head, or behind the comment that says where the page is from. */
function withMeta(text: string, facts: SavedFacts): string {
  const elements = (Object.keys(META) as (keyof SavedFacts)[]).flatMap((key) => {
    const value = facts[key];
    return value ? [`<meta name="${META[key]}" content="${escaped(value)}" />\n`] : [];
  });
  const beginning = text.slice(0, 10_000);
  const [head] = /<head(?:\s[^<>]*)?>\s*/i.exec(beginning) ?? [];
  const [comment = ''] = /<!-- saved from url=\S+ -->\s*/.exec(beginning) ?? [];
  const before = head ?? comment;
  const at = before === '' ? 0 : beginning.indexOf(before) + before.length;
  return text.slice(0, at) + elements.join('') + text.slice(at);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const MARK = '\ufeff';

/** Adds the source and the day to front matter in YAML, unless it has them, or makes some. */
function withFrontMatter(given: string, { source, saved }: SavedFacts): string {
  const mark = given.startsWith(MARK) ? MARK : '';
  const text = given.slice(mark.length);
  const lines = { source: `source: ${JSON.stringify(source)}\n`, saved: `saved: ${saved}\n` };
  const [opening] = /^---[ \t]*\r?\n/.exec(text) ?? [];
  // In TOML or JSON.
  if (opening === undefined && /^(?:\+\+\+|\{)/.test(text)) return given;
  if (opening === undefined) return `${mark}---\n${lines.source}${lines.saved}---\n\n${text}`;
  const end = text.indexOf('\n---', opening.length - 1);
  const known = end < 0 ? '' : text.slice(opening.length, end);
  const added = [
    /^source\s*:/m.test(known) ? '' : lines.source,
    /^saved\s*:/m.test(known) ? '' : lines.saved,
  ].join('');
  return end < 0 ? given : mark + opening + added + text.slice(opening.length);
}

/** The mark that tells from which address a saved file is: the comment in HTML, or both lines of the front matter; undefined otherwise. */
export function originOf(content: Buffer): string | undefined {
  const head = content.toString('utf8', 0, 10_000);
  const [comment] = /<!-- saved from url=\S+ -->/.exec(head) ?? [];
  if (comment !== undefined) return comment;
  const [, matter = ''] = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\n---/.exec(head) ?? [];
  return /^saved: \d/m.test(matter) ? /^source: .+$/m.exec(matter)?.[0] : undefined;
}
