/** A place where a French text is not set as this catalogue sets it. */
export interface TypographyIssue {
  /** Counted from 1; `column` in UTF-16 units, as editors count. */
  readonly line: number;
  readonly column: number;
  readonly rule: TypographyRule;
  /** The fault with a little of its line on either side. */
  readonly excerpt: string;
}

export type TypographyRule = keyof typeof RULES;

/** U+00A0, before `:` and `»`, after `«`, before a unit. */
const WIDE = '\u00a0';
/** Stands for every character that is not prose; to the rules it is a letter like any other. */
const MASK = '\ufffc';
/** Characters of an excerpt on either side of the fault. */
const CONTEXT = 16;

/** A unit at its end: `h` also with minutes stuck to it (22h40), no `l` or `m` that an apostrophe follows. */
const UNIT = String.raw`(?:[%‰€$£]|(?:°C|h(?:\d\d)?|min|s|km|m|cm|mm|kg|g|l|ko|Mo|Go|px)(?![\p{L}\p{N}’'-]))`;

/**
 * Each pattern finds the fault itself, in one line that has been through `maskMarkup`. U+202F is the narrow space,
 * for `;`, `!`, `?` and thousands.
 */
const RULES = {
  // Not at the beginning of a line or cell; not after ( or another mark; not the ! of an image.
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
  // After a number, or between the hours and the minutes.
  'no-break space before a unit': new RegExp(
    String.raw`(?<![\p{L}\p{N}])\d[\d.,\u202f]*[ \u202f]?${UNIT}|(?<=\d\u00a0h)[ \u202f](?=\d\d(?!\d))`,
    'gu',
  ),
  // Indentation, the padding of tables, and what follows the mark of a list or a heading, are layout of the source.
  'one space': /(?<=\S)(?<!^[ >]*(?:[-*+]|\d+[.)]|#+)|^[ >]*\|.*)[ \u00a0\u202f]{2,}(?=\S)/gu,
} as const satisfies Readonly<Record<string, RegExp>>;

/** What is not prose, in the order in which Markdown itself gives way: a fence hides a tag, a tag hides a link. */
const MARKUP: readonly RegExp[] = [
  /^---\n[\s\S]*?\n---(?=\n|$)/, // front matter
  /^[ \t>]*(`{3,}|~{3,})[^\n]*\n(?:[\s\S]*?^[ \t>]*\1[`~]*[ \t]*$|[\s\S]*)/gm,
  /(?<!`)(`+)(?!`)(?:(?!\n\s*\n)[\s\S])*?(?<!`)\1(?!`)/g,
  /<!--[\s\S]*?-->|<(pre|code|script|style)\b[\s\S]*?<\/\1\s*>|<\/?[a-z][^<>]*>/gi,
  /(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)|(?<=\])\[[^\]\n]*\]/g, // targets of links, labels of references
  /\[\[[^\]|\n]*(?:\||\]\])/g, // [[page|words]]: the words stay
  /^[ >]*\[\^[^\]\n]+\]:|\[\^[^\]\n]+\]|^[ >]*\[[^\]\n]+\]:.*$/gm, // footnotes keep their text, references nothing
  /\b(?:https?:\/\/|mailto:|www\.)[^\s<>)»]*/gi,
  /^[ >]*[-*_|: ]{3,}$/gm, // rules, the second row of a table
];

/**
 * Where a French Markdown text departs from the catalogue's typography, in the order of the text. Code, addresses,
 * targets of links, HTML and front matter are left alone; code set off by indentation alone is not recognised.
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

/** The text with everything that is not prose blotted out, line by line and column by column. */
function maskMarkup(text: string): string {
  const unescaped = text.replace(/&nbsp;/g, WIDE + MASK.repeat(4) + WIDE);
  return MARKUP.reduce((left, markup) => left.replace(markup, blot), unescaped);
}

const blot = (markup: string): string => markup.replace(/[^\n]/g, MASK);
