/** A breach of the bundled articles' French typography. */
export interface TypographyIssue {
  /** Lines and columns are counted from 1, columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly rule: TypographyRule;
  /** The fault with some of its line on either side. */
  readonly excerpt: string;
}

export type TypographyRule = keyof typeof RULES;

/** The no-break space, used before `:` and `»`, after `«` and before a unit. */
const WIDE = '\u00a0';
/** Replaces every character that is not prose. The rules treat it as a letter. */
const MASK = '\ufffc';
/** The number of characters in an excerpt on either side of the fault. */
const CONTEXT = 16;

/** A whole unit. `h` may have minutes attached (22h40); an `l` or `m` before an apostrophe is an elided word. */
const UNIT = String.raw`(?:[%‰€$£]|(?:°C|h(?:\d\d)?|min|s|km|m|cm|mm|kg|g|l|ko|Mo|Go|px)(?![\p{L}\p{N}’'-]))`;

/**
 * Each pattern matches a fault in one line of the output of `maskMarkup`. U+202F is the narrow no-break space, used
 * before `;`, `!` and `?` and between thousands.
 */
const RULES = {
  // Except at the start of a line or cell, after ( or another mark, and in the ! of an image.
  'narrow space before ; ! ?': /(?<![\u202f(!?]|«\u00a0|(?:^|\|)[ >]*)[;!?](?!\[)/gu,
  // A colon within a word (10:30, tag:prix) is not punctuation.
  'no-break space before :': /(?<!\u00a0|(?:^|\|)[ >]*):(?=[\s*_)»”\ufffc]|$)/gu,
  'no-break space before »': /(?<!\u00a0)»/gu,
  'no-break space after «': /«(?!\u00a0)/gu,
  'typographic apostrophe': /'/gu,
  'typographic quotation marks': /"/gu,
  'dash, not hyphens': /-{2,}/gu,
  'ellipsis, not dots': /\.{3,}/gu,
  'narrow space between thousands':
    /(?<=(?<![\p{L}\p{N}])\d{1,3}(?:[ \u00a0\u202f]\d{3})*)[ \u00a0](?=\d{3}(?!\d))/gu,
  // Both after a number and between hours and minutes.
  'no-break space before a unit': new RegExp(
    String.raw`(?<![\p{L}\p{N}])\d[\d.,\u202f]*[ \u202f]?${UNIT}|(?<=\d\u00a0h)[ \u202f](?=\d\d(?!\d))`,
    'gu',
  ),
  // Spaces in indentation, in the padding of tables and after list or heading markers are layout of the source.
  'one space': /(?<=\S)(?<!^[ >]*(?:[-*+]|\d+[.)]|#+)|^[ >]*\|.*)[ \u00a0\u202f]{2,}(?=\S)/gu,
} as const satisfies Readonly<Record<string, RegExp>>;

/** Everything but prose, by Markdown's precedence: a tag within a fence is code, a link within a tag is markup. */
const MARKUP: readonly RegExp[] = [
  /^---\n[\s\S]*?\n---(?=\n|$)/, // front matter
  /^[ \t>]*(`{3,}|~{3,})[^\n]*\n(?:[\s\S]*?^[ \t>]*\1[`~]*[ \t]*$|[\s\S]*)/gm,
  /(?<!`)(`+)(?!`)(?:(?!\n\s*\n)[\s\S])*?(?<!`)\1(?!`)/g,
  /<!--[\s\S]*?-->|<(pre|code|script|style)\b[\s\S]*?<\/\1\s*>|<\/?[a-z][^<>]*>/gi,
  /(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)|(?<=\])\[[^\]\n]*\]/g, // link targets, reference labels
  /\[\[[^\]|\n]*(?:\||\]\])/g, // [[page|words]] keeps its words
  /^[ >]*\[\^[^\]\n]+\]:|\[\^[^\]\n]+\]|^[ >]*\[[^\]\n]+\]:.*$/gm, // footnote text stays, reference definitions go
  /\b(?:https?:\/\/|mailto:|www\.)[^\s<>)»]*/gi,
  /^[ >]*[-*_|: ]{3,}$/gm, // thematic breaks, delimiter rows of tables
];

/**
 * Finds the breaches of typography in a French Markdown text, in order. Code, addresses, link targets, HTML and front
 * matter are exempt, except indented code blocks, which are not recognized.
 */
export function lintFrench(markdownBody: string): readonly TypographyIssue[] {
  const written = markdownBody.split('\n');
  return maskMarkup(markdownBody)
    .split('\n')
    .flatMap((prose, index) => lintLine(prose, written[index]!, index + 1));
}

function lintLine(prose: string, written: string, line: number): TypographyIssue[] {
  return (Object.keys(RULES) as TypographyRule[])
    .flatMap((rule) =>
      Array.from(prose.matchAll(RULES[rule]), ({ index: at, 0: fault }) => ({
        line,
        column: at + 1,
        rule,
        excerpt: written.slice(Math.max(0, at - CONTEXT), at + fault.length + CONTEXT),
      })),
    )
    .sort((a, b) => a.column - b.column);
}

/** Masks everything that is not prose; lines and columns stay as they are. */
function maskMarkup(text: string): string {
  const unescaped = text.replace(/&nbsp;/g, WIDE + MASK.repeat(4) + WIDE);
  return MARKUP.reduce((left, markup) => left.replace(markup, blot), unescaped);
}

const blot = (markup: string): string => markup.replace(/[^\n]/g, MASK);
