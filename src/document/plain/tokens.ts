import { isHeadingText } from './heading.ts';
import { endsSentence } from './letters.ts';
import { groupsOf, type Line, restOf } from './line.ts';
import {
  isMeta,
  isRule,
  isTabular,
  type Mark,
  markOf,
  startsWithLetter,
  underlineOf,
} from './line-patterns.ts';
import { wikiHeadingOf } from './wiki-heading.ts';
import { areKept, isContinued, isForced, paragraphsOf, squeeze, type Wrap } from './wrap.ts';

/** Lines that belong together, classified by their own text only; the block parser looks at their surroundings. */
export type Token = {
  readonly lines: readonly Line[];
  /** True if it comes after a blank line, or first. */
  readonly apart: boolean;
} & (
  | { readonly kind: 'prose'; readonly length: Length }
  | { readonly kind: 'lines' | 'quoted' | 'rule' }
  /** `signs` is how many equal signs are on each side of it, if any: its depth then depends on the other headings. */
  | { readonly kind: 'heading'; readonly depth: 1 | 2; readonly signs?: number }
  | ItemToken
);

/**
 * How long prose is: a `heading` reads as one, `short` is a line without the punctuation of a sentence, or one that belongs to
 * the page around the text.
 */
type Length = 'heading' | 'short' | 'paragraph';

/** `lines` begin after the mark, which is at the offset `at`. */
type ItemToken = { readonly kind: 'item'; readonly mark: Mark; readonly indent: number; readonly at: number };

export type Item = Token & ItemToken;

/** Tokens of a text, in order, lazily. */
export function* tokensOf(lines: Iterable<Line>, wrap: Wrap): Generator<Token> {
  for (const group of groupsOf(lines)) {
    if (group.length === 1) yield markedAt(group, 0, 0, wrap)?.token ?? proseOf(group, true);
    else for (const token of tokensOfGroup(group, wrap)) yield token;
  }
}

function tokensOfGroup(group: readonly Line[], wrap: Wrap): readonly Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (let i = 0; i < group.length; ) {
    const marked = markedAt(group, i, from, wrap);
    if (!marked) i++;
    else {
      if (i > from) tokens.push(...textTokens(group.slice(from, i), from === 0, wrap));
      tokens.push(marked.token);
      i += marked.taken;
      from = i;
    }
  }
  if (from === group.length) return tokens;
  const rest = textTokens(from === 0 ? group : group.slice(from), from === 0, wrap);
  return from === 0 ? rest : [...tokens, ...rest];
}

/** Tokens of text without marks: paragraphs, lines to keep, and the tables between them. */
function textTokens(lines: readonly Line[], apart: boolean, wrap: Wrap): readonly Token[] {
  if (lines.length === 1) return [proseOf(lines, apart)];
  const table = tableIn(lines);
  if (table) {
    const [from, end] = table;
    return [
      ...(from > 0 ? textTokens(lines.slice(0, from), apart, wrap) : []),
      { kind: 'lines', lines: lines.slice(from, end), apart: apart && from === 0 },
      ...(end < lines.length ? textTokens(lines.slice(end), false, wrap) : []),
    ];
  }
  const paragraphs = isCode(lines) || areKept(lines, wrap) ? undefined : paragraphsOf(lines, wrap);
  return paragraphs?.map((each, i) => proseOf(each, apart && i === 0)) ?? [{ kind: 'lines', lines, apart }];
}

const proseOf = (lines: readonly Line[], apart: boolean): Token => ({
  kind: 'prose',
  lines,
  length: lengthOf(lines),
  apart,
});

/** UTF-16 units of a short line, and of the longest that may be a heading once blanks in it are joined. */
const SHORT = 60;
const LONGEST_HEADING = 1000;

function lengthOf(lines: readonly Line[]): Length {
  const [{ text }] = lines as readonly [Line];
  if (lines.length > 1) return 'paragraph';
  if (text.length <= LONGEST_HEADING && isHeadingText(squeeze(text))) return 'heading';
  return (text.length < SHORT && !endsSentence(text)) || isMeta(text) ? 'short' : 'paragraph';
}

/** Whether a bracket opens at the end of a line and closes at the beginning of another. */
const isCode = (lines: readonly Line[]): boolean =>
  lines.some(({ text }) => /(?:^|\s)[[{(]$/.test(text)) && lines.some(({ text }) => /^[\]})]/.test(text));

/** The first two lines or more that are set in columns, with the lines that hang below one of them. */
function tableIn(lines: readonly Line[]): readonly [from: number, end: number] | undefined {
  for (const [from, first] of lines.entries()) {
    if (!isTabular(first.text)) continue;
    let end = from + 1;
    while (end < lines.length && (isTabular(lines[end]!.text) || lines[end]!.indent > first.indent + 3))
      end++;
    if (end > from + 1) return [from, end];
  }
  return undefined;
}

/** A token, and how many lines of the group it takes. */
type Marked = { readonly token: Token; readonly taken: number };

/** The token that line `i` of a group begins with a mark, if any; the lines from `from` up to it are text. */
function markedAt(group: readonly Line[], i: number, from: number, wrap: Wrap): Marked | undefined {
  const line = group[i]!;
  const apart = i === 0;
  if (startsWithLetter(line.text)) return underlinedAt(group, i, from);
  if (line.text.startsWith('>')) {
    let end = i;
    while (group[end]?.text.startsWith('>')) end++;
    const lines = group.slice(i, end).map((quoted) => restOf(quoted, 1));
    return { token: { kind: 'quoted', lines, apart }, taken: end - i };
  }
  if (isRule(line.text)) return { token: { kind: 'rule', lines: [line], apart }, taken: 1 };
  return headingAt(group, i, from) ?? itemAt(group, i, from, wrap);
}

/** UTF-16 units of a heading. */
const MAX_HEADING = 200;

/** A heading that is underlined. */
function underlinedAt(group: readonly Line[], i: number, from: number): Marked | undefined {
  const line = group[i]!;
  if (from !== i || line.text.length > MAX_HEADING) return undefined;
  const underline = underlineOf(group[i + 1]?.text ?? '');
  if (!underline || isTabular(line.text)) return undefined;
  return {
    token: { kind: 'heading', depth: underline === '=' ? 1 : 2, lines: [line], apart: true },
    taken: 2,
  };
}

/** A heading that is underlined, between equal signs, or marked with `#`. */
function headingAt(group: readonly Line[], i: number, from: number): Marked | undefined {
  const line = group[i]!;
  const wiki = wikiHeadingOf(line);
  if (wiki) {
    const { line: inner, signs } = wiki;
    return { token: { kind: 'heading', depth: 2, signs, lines: [inner], apart: true }, taken: 1 };
  }
  const underlined = underlinedAt(group, i, from);
  if (underlined || from !== i || line.text.length > MAX_HEADING) return underlined;
  const signs = /^(#{1,6})[ \t]+(?=\S)/.exec(line.text);
  if (!signs) return undefined;
  const lines = [restOf(line, signs[0].length)];
  if (isRule(lines[0]!.text)) return { token: { kind: 'rule', lines, apart: true }, taken: 1 };
  return { token: { kind: 'heading', depth: signs[1] === '#' ? 1 : 2, lines, apart: true }, taken: 1 };
}

function itemAt(group: readonly Line[], i: number, from: number, wrap: Wrap): Marked | undefined {
  const line = group[i]!;
  const mark = listMarkOf(line.text);
  if (!mark || (from < i && !mayFollowText(group, i, mark, wrap))) return undefined;
  const rest = restOf(line, mark.length);
  let end = i + 1;
  while (end < group.length && continuesItem(group, end, line, mark, wrap)) end++;
  const lines = [rest, ...group.slice(i + 1, end)];
  const token: Token = { kind: 'item', mark, indent: line.indent, at: line.at, lines, apart: i === 0 };
  return { token, taken: end - i };
}

function listMarkOf(text: string): Mark | undefined {
  const mark = markOf(text);
  return mark?.kind === 'dialogue' ? undefined : mark;
}

/** Whether a mark right below text begins a list rather than a line of a wrapped sentence. */
function mayFollowText(group: readonly Line[], i: number, mark: Mark, wrap: Wrap): boolean {
  const above = group[i - 1]!;
  if (endsSentence(above.text)) return mark.kind === 'bullet' || mark.number === 1;
  if (wrap.column !== undefined && isForced(above, group[i]!, wrap.column)) return false;
  const next = listMarkOf(group[i + 1]?.text ?? '');
  return next !== undefined && next.kind === mark.kind && (mark.kind === 'bullet' || mark.number === 1);
}

/** Whether a line continues the item that begins on `first`: it is indented, or wrapped. */
function continuesItem(group: readonly Line[], i: number, first: Line, mark: Mark, wrap: Wrap): boolean {
  const line = group[i]!;
  const above = group[i - 1]!;
  if (line.text.startsWith('>') || isRule(line.text)) return false;
  const own = listMarkOf(line.text);
  const forced = wrap.column !== undefined && isForced(above, line, wrap.column);
  if (own) {
    const isNextItem =
      own.kind === 'bullet' || mark.kind !== 'number' || !forced || own.number === (mark.number ?? 0) + 1;
    if (isNextItem) return false;
  }
  return line.indent > first.indent || isContinued(above, line) || forced;
}
