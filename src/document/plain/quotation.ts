import { startsLower } from './letters.ts';
import { isGreeting } from './line-patterns.ts';
import type { Peekable } from './peekable.ts';
import type { Token } from './tokens.ts';
import { joinLines, type Wrap } from './wrap.ts';

/** Paragraphs of a letter between quotation marks. */
const MAX_LETTER = 60;
/** Lines into which a single quoted sentence is broken. */
const MAX_BROKEN = 6;
/** Paragraphs of an indented quotation. */
const MAX_INDENTED = 200;

type Pair = readonly [open: string, close: string];

/** Pairs of quotation marks, by the opening one. */
const PAIRS: ReadonlyMap<string, Pair> = new Map([
  ['«', ['«', '»']],
  ['“', ['“', '”']],
]);

/**
 * How many of the next tokens are a quotation of several paragraphs: a letter, or a sentence broken into lines. It opens
 * with a quotation mark that its own paragraph does not close, and its last paragraph ends with the closing mark. 0 if
 * there is none; speech that goes on over paragraphs, as in novels, is not taken for one.
 */
export function markedLength(tokens: Peekable<Token>): number {
  const first = tokens.peek();
  if (first?.kind !== 'prose') return 0;
  const pair = PAIRS.get(first.lines[0]!.text[0]!);
  if (!pair) return 0;
  const second = tokens.peek(1);
  const opening = joinLines(first.lines);
  if (balanceOf(opening, pair) <= 0) return 0;
  if (isGreeting(opening)) return lengthToClosing(tokens, pair, MAX_LETTER);
  const isBroken = second?.kind === 'prose' && startsLower(second.lines[0]!.text);
  return isBroken ? lengthToClosing(tokens, pair, MAX_BROKEN) : 0;
}

/** How many tokens there are up to the one that ends with the closing mark of the first, at most `most`; 0 if none does. */
function lengthToClosing(tokens: Peekable<Token>, pair: Pair, most: number): number {
  const [open, close] = pair;
  let depth = balanceOf(joinLines(tokens.peek()!.lines), pair);
  for (let count = 1; count < most; count++) {
    const token = tokens.peek(count);
    if (!token || token.kind === 'heading') return 0;
    const text = token.lines.map((line) => line.text).join('\n');
    const reopens = text.startsWith(open);
    // Another letter begins before this one has ended.
    if (reopens && isGreeting(token.lines[0]!.text)) return 0;
    // French letters may repeat the opening mark at each paragraph.
    depth += balanceOf(reopens ? text.slice(1) : text, pair);
    if (depth <= 0) return new RegExp(`${close}[\\s.,;!?…]*$`, 'u').test(text) ? count + 1 : 0;
  }
  return 0;
}

/** How many more opening than closing marks a text has. */
const balanceOf = (text: string, [open, close]: Pair): number =>
  text.split(open).length - text.split(close).length;

/** How many of the next tokens are indented in wrapped text, a wrapped paragraph among them: a quotation. */
export function indentedLength(tokens: Peekable<Token>, wrap: Wrap): number {
  if (wrap.column === undefined) return 0;
  let hasWrapped = false;
  let count = 0;
  for (; count < MAX_INDENTED; count++) {
    const token = tokens.peek(count);
    if (!token || !isIndented(token, wrap)) break;
    hasWrapped ||= token.kind === 'prose' && token.lines.length > 1;
  }
  return hasWrapped ? count : 0;
}

const isIndented = ({ kind, lines }: Token, wrap: Wrap): boolean =>
  (kind === 'prose' || kind === 'lines') && lines.every(({ indent }) => indent >= wrap.indent + 3);
