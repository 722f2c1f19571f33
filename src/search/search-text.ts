import type { Body } from '../document/body.ts';
import { decodeEntities } from '../unicode/entities.ts';

/**
 * What is markup in Markdown and would be words to a search, by the character it begins with: where links lead, tags
 * and comments of HTML, what follows a fence, labels, the kinds of callouts, names of directives. Every pattern is bounded, so that time is linear in the text. What is
 * left (`#`, `|`, quotes) is no letter and parts words at most.
 */
const MARKUP: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    '<': [/<\/?[a-zA-Z](?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,500}>/],
    ']': [
      /\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s{1,5}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?\s{0,5}\)/,
      /\]\[[^[\]\n]{0,300}\]/,
      /\]\{[^{}\n]{0,500}\}/,
    ],
    '[': [
      /\[\[[^[\]|\n]{0,300}\|/,
      /\[\^[^\]\s]{1,100}\]:?/,
      /(?<=^ {0,3}>[> ]{0,20})\[![a-zA-Z]{2,20}\][+-]?/,
      /(?<=^ {0,3})\[[^[\]\n]{1,300}\]:[^\n]{0,3000}$/,
    ],
    '`': [/(?<=^ {0,3})`{3,50}[^`\n]{0,300}$/],
    '~': [/(?<=^ {0,3})~{3,50}[^\n]{0,300}$/],
    ':': [/(?<=^[ \t]{0,20}):{2,10}[a-zA-Z][\w-]{0,100}(?:\[(?=[^[\]\n]{0,200}\]\{)|\{[^{}\n]{0,500}\})?/],
    '{': [/\{[#.][\w .#=-]{1,200}\}/],
    '&': [/&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/],
    '*': [/(?<=\p{L})\*{1,3}(?=\p{L})/u],
  }).map(([first, patterns]) => [first, new RegExp(patterns.map((each) => each.source).join('|'), 'muy')]),
);
/** Where any of it may begin. */
const FIRST = new RegExp(`[\\${[...MARKUP.keys()].join('\\')}]`, 'g');

/** The text of a body as search reads it, and where it stands in the source. */
export interface SearchText {
  readonly text: string;
  /** The offset in the source of an offset in `text`. */
  sourceOffset(offset: number): number;
}

/** The text of a body as search reads it: its words without the markup, in its order. */
export const searchText = (body: Body): string => searchTextOf(body).text;

/** `searchText`, with the way back to the source. */
export function searchTextOf(body: Body): SearchText {
  const { source } = body;
  if (body.format !== 'markdown') return { text: source, sourceOffset: (offset) => offset };
  let text = '';
  let from = 0;
  /** Where what follows markup begins: in the text, and in the source. */
  const places: number[] = [0];
  const sources: number[] = [0];
  const lastComment = source.includes('<!--') ? source.lastIndexOf('-->') : -1;
  for (let at = nextFirst(source, 0); at >= 0; at = nextFirst(source, Math.max(from, at + 1))) {
    const markup = markupAt(source, at, lastComment);
    if (markup === '') continue;
    text += source.slice(from, at) + textOf(markup);
    from = at + markup.length;
    places.push(text.length);
    sources.push(from);
  }
  return {
    text: text + source.slice(from),
    sourceOffset(offset) {
      const last = lastUpTo(places, offset);
      return sources[last]! + offset - places[last]!;
    },
  };
}

/** The last of ascending `numbers`, the first of them 0, that is not above `number`. */
function lastUpTo(numbers: readonly number[], number: number): number {
  let low = 0;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= number) low = middle;
    else high = middle;
  }
  return low;
}

function nextFirst(source: string, from: number): number {
  FIRST.lastIndex = from;
  return FIRST.test(source) ? FIRST.lastIndex - 1 : -1;
}

/** The markup at `at`, or nothing; the last comment ends at `lastComment`. */
function markupAt(source: string, at: number, lastComment: number): string {
  if (at < lastComment && source.startsWith('<!--', at)) {
    const end = source.indexOf('-->', at + 4);
    if (end >= 0) return source.slice(at, end + 3);
  }
  const pattern = MARKUP.get(source[at]!)!;
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? '';
}

function textOf(markup: string): string {
  if (markup.startsWith('&')) return decodeEntities(markup);
  if (markup.startsWith('*') || /^<\/?(?:[abiqsu]|em|strong|mark|sup|sub|span|abbr|code|wbr)\b/i.test(markup))
    return '';
  return ' ';
}
