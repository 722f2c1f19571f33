import type { Body } from '../library/article.ts';

/**
 * What is markup in Markdown and would be words to a search, by the character it begins with: where links lead, tags
 * and comments of HTML, what follows a fence, labels. Every pattern is bounded, so that time is linear in the text. What is
 * left (`#`, `|`, quotes) is no letter and parts words at most.
 */
const MARKUP: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    '<': [/<\/?[a-zA-Z](?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,500}>/],
    ']': [
      /\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s{1,5}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?\s{0,5}\)/,
      /\]\[[^[\]\n]{0,300}\]/,
    ],
    '[': [
      /\[\[[^[\]|\n]{0,300}\|/,
      /\[\^[^\]\s]{1,100}\]:?/,
      /(?<=^ {0,3})\[[^[\]\n]{1,300}\]:[^\n]{0,3000}$/,
    ],
    '`': [/(?<=^ {0,3})`{3,50}[^`\n]{0,300}$/],
    '~': [/(?<=^ {0,3})~{3,50}[^\n]{0,300}$/],
    '{': [/\{[#.][\w .#=-]{1,200}\}/],
    '&': [/&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,8});/],
    '*': [/(?<=\p{L})\*{1,3}(?=\p{L})/u],
  }).map(([first, patterns]) => [first, new RegExp(patterns.map((each) => each.source).join('|'), 'muy')]),
);
/** Where any of it may begin. */
const FIRST = new RegExp(`[\\${[...MARKUP.keys()].join('\\')}]`, 'g');

/** Named entities that stand inside words; of the others only the place is kept. */
const ENTITIES: ReadonlyMap<string, string> = new Map(
  "Agrave À agrave à Acirc Â acirc â AElig Æ aelig æ Ccedil Ç ccedil ç Egrave È egrave è Eacute É eacute é Ecirc Ê ecirc ê Euml Ë euml ë Icirc Î icirc î Iuml Ï iuml ï Ocirc Ô ocirc ô OElig Œ oelig œ Ugrave Ù ugrave ù Ucirc Û ucirc û Uuml Ü uuml ü yuml ÿ ntilde ñ rsquo ’ lsquo ‘ apos ' shy \u{ad}"
    .split(' ')
    .flatMap((name, i, all) => (i % 2 === 0 ? [[name, all[i + 1]!] as const] : [])),
);

/** The text of a body as search reads it: its words without the markup, in its order. */
export function searchText(body: Body): string {
  const { source } = body;
  if (body.format !== 'markdown') return source;
  let text = '';
  let from = 0;
  const lastComment = source.includes('<!--') ? source.lastIndexOf('-->') : -1;
  for (let at = nextFirst(source, 0); at >= 0; at = nextFirst(source, Math.max(from, at + 1))) {
    const markup = markupAt(source, at, lastComment);
    if (markup === '') continue;
    text += source.slice(from, at) + textOf(markup);
    from = at + markup.length;
  }
  return text + source.slice(from);
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
  if (markup.startsWith('&')) return entity(markup.slice(1, -1));
  if (markup.startsWith('*') || /^<\/?(?:[abiqsu]|em|strong|mark|sup|sub|span|abbr|code|wbr)\b/i.test(markup))
    return '';
  return ' ';
}

function entity(name: string): string {
  if (!name.startsWith('#')) return ENTITIES.get(name) ?? ' ';
  const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return point > 0x20 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
}
