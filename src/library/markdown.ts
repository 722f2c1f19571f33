import { Fences, isFence } from '../document/markdown/fences.ts';
import { decodeEmoji } from '../unicode/emoji.ts';
import { decodeEntities } from '../unicode/entities.ts';

const ATX = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
/** A line that is an item, a quotation or a row of a table, which nothing below makes a heading. */
const NO_PARAGRAPH = /^(?:[>|]|(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$))/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/;
/** Beginnings of HTML blocks that may hold a heading, or the picture that stands for one. */
const HTML_HEADING = /^ {0,3}<.*<?h[1-6]\b/i;
const CENTRED = /^ {0,3}<(?:div|p|center)\b[^>]*center|^ {0,3}<center\b/i;
/** Lines, and characters, of an HTML block looked through. */
const HTML_LINES = 30;
const HTML_LENGTH = 4000;
/** Characters of a heading that are read. */
const LONGEST = 1000;

/** Lines in which a first paragraph is looked for, and those that are none: pictures, tags, tables, code. */
const PROSE_WITHIN = 200;
const NO_PROSE = /^(?:[ \t]*(?:$|[<|:!#]|\[!?\[|\[[^\]]*\]:|[-*_=]{3,}|!!!|\{[%{:])| {4}|\t)/;

/** Words in the alternative text of a picture that say what it is, not what it shows. */
const PICTURE_WORDS = /^(?:(?:the )?logo (?:of|de|du|for) )|[ -](?:logo(?:type)?|banner|icon)$/gi;
/** Characters of an alternative text that can be a name; longer ones describe. */
const LONGEST_NAME = 50;

/**
 * The text of the first heading of a Markdown source (`# …`, underlined, or in HTML), without its markup. Where a page
 * has a centred picture in its place, as repositories do, the name in that picture's alternative text; where that has
 * none, the headings below it are sections and the page has no heading of its own.
 */
export function firstHeading(source: string): string | undefined {
  const lines = source.split('\n');
  const fences = new Fences();
  let previous = '';
  let picture: string | undefined;
  let prose = false;
  for (const [i, line] of lines.entries()) {
    if (fences.isCode(line)) {
      previous = '';
      continue;
    }
    if (HTML_HEADING.test(line)) {
      const text = htmlHeading(htmlFrom(lines, i));
      if (text !== undefined) return text;
    } else if (!prose && !picture && CENTRED.test(line)) picture = altOf(htmlFrom(lines, i)) ?? picture;
    else {
      const heading = headingOn(line, previous);
      if (heading?.text)
        return heading.depth > 1 && picture !== undefined ? picture || undefined : heading.text;
    }
    prose ||= /^ {0,3}[^\s<>[!#=*_-]/.test(line);
    previous = line.trim() === '' || /^(?: {4}|\t)/.test(line) ? '' : line.trim();
  }
  return picture || undefined;
}

/** The first paragraph of a Markdown source without its markup; the source, fences left out, where it has none. */
export function firstProse(source: string): string {
  const lines = source.split('\n', PROSE_WITHIN);
  const fences = new Fences();
  for (const [i, line] of lines.entries()) {
    if (!fences.isCode(line) && !NO_PROSE.test(line)) {
      const rest = lines.slice(i);
      const blank = rest.findIndex((next) => next.trim() === '');
      const text = stripMarkup(rest.slice(0, blank < 0 ? undefined : blank).join(' '));
      if (text !== '') return text;
    }
  }
  return lines.filter((line) => !isFence(line)).join('\n');
}

function headingOn(
  line: string,
  previous: string,
): { readonly depth: number; readonly text: string } | undefined {
  const atx = ATX.exec(line);
  if (atx) return { depth: atx[1]!.length, text: stripMarkup(atx[2]!) };
  if (previous === '' || !UNDERLINE.test(line) || NO_PARAGRAPH.test(previous)) return undefined;
  return { depth: line.includes('=') ? 1 : 2, text: stripMarkup(previous) };
}

const htmlFrom = (lines: readonly string[], i: number): string =>
  lines
    .slice(i, i + HTML_LINES)
    .join('\n')
    .slice(0, HTML_LENGTH);

function htmlHeading(html: string): string | undefined {
  const content = /<h[1-6]\b[^>]*>([\s\S]*?)<\/h[1-6]>/i.exec(html)?.[1];
  if (content === undefined) return undefined;
  return stripMarkup(content.replace(/\s+/g, ' ')) || altOf(content) || undefined;
}

/** The name in the first picture that has an alternative text, up to the end of the block; undefined without one. */
function altOf(html: string): string | undefined {
  const alt = /<img\b[^>]*\balt\s*=\s*(?:"([^"]{1,200})"|'([^']{1,200})')/i.exec(html.split(/\n\s*\n/)[0]!);
  return alt ? nameIn(decodeEntities(alt[1] ?? alt[2]!)) : undefined;
}

/** What an alternative text names (`Encre logo`), or nothing where it describes. */
function nameIn(alt: string): string {
  const text = alt.trim().replace(/\s+/g, ' ');
  return text.length > LONGEST_NAME || /[.!?…]$/.test(text) ? '' : text.replace(PICTURE_WORDS, '');
}

const PICTURE = /!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g;
const LINKED_PICTURE = /\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)/g;

/** Inline Markdown as it reads: links by their text, no emphasis marks, no tags, pictures only where there is no text. */
export function stripMarkup(source: string): string {
  const markdown = source.slice(0, LONGEST);
  const bare = markdown.replace(LINKED_PICTURE, '').replace(PICTURE, '');
  const text = (bare.trim() === '' ? markdown.replace(PICTURE, (_, alt: string) => nameIn(alt)) : bare)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/!?\[([^\]]*)\]\[[^\]]*\]/g, '$1')
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(\*\*|__|~~|`+)(.+?)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}\\])([*_])(\S(?:.*?\S)?)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\{:? ?[#.][\w-][^}]*\}\s*$/, '');
  const decoded = decodeEmoji(decodeEntities(text));
  // What parted it from pictures that are gone.
  const name = bare === markdown ? decoded : decoded.replace(/\s[·•|–—-]\s*$/, '');
  return name.replace(/\s+/g, ' ').trim();
}

/**
 * Whether a text without a telling name is written in Markdown: it has what plain text has not — headings with `#`,
 * fences, links in brackets and parentheses, bold in double stars — and enough of it.
 */
export function looksLikeMarkdown(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const headings = count(/^#{1,6} \S/gm);
  const fences = count(/^(?:```|~~~)/gm);
  const links = count(/\[[^\]\n]+\]\((?:https?:|mailto:|\.{0,2}\/|#)[^)\s]*\)/g);
  const bold = count(/(?<![*\w])\*\*(?=\S)[^*\n]+\*\*/g);
  const tables = count(/^\|?(?: *:?-{3,}:? *\|)+/gm);
  const score = Math.min(headings, 3) + fences + 2 * links + bold + tables;
  // Without blank lines its paragraphs would run into each other.
  const isParted = headings + fences > 0 || /\n[ \t]*\n/.test(text) || !text.trim().includes('\n');
  return score >= 2 && isParted;
}
