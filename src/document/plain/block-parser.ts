import { isDivision, isHeadingText } from './heading.ts';
import { endsSentence } from './letters.ts';
import { groupsOf, type Line } from './line.ts';
import { isClosing, isGreeting } from './line-patterns.ts';
import { isDialogue, readList } from './list-parser.ts';
import { Peekable } from './peekable.ts';
import type { PlainBlock } from './plain-block.ts';
import { indentedLength, markedLength } from './quotation.ts';
import { tableOf } from './table.ts';
import { type Item, type Token, tokensOf } from './tokens.ts';
import { levelOf } from './wiki-heading.ts';
import { joinLines, keepLines, paragraphsOf, type Wrap, wrapOf } from './wrap.ts';

/** Properties of a whole text, or of a quotation in it. */
export interface Context {
  readonly wrap: Wrap;
  /** False inside letters and quotations, where short lines are never headings. */
  readonly headings: boolean;
  /** Lines before this offset are not headings: above the title they belong to the page around the text. */
  readonly headingsFrom: number;
  /** True if a heading between more equal signs is higher. */
  readonly hasFallingSigns?: boolean;
  /** How many quotations are around. */
  readonly depth: number;
}

/** Quotations nested deeper than this keep their lines. */
const MAX_DEPTH = 12;

/** Parses lines into blocks, lazily. */
export const blocksOf = (lines: Iterable<Line>, context: Context): Generator<PlainBlock> =>
  parse(new Peekable(tokensOf(lines, context.wrap)), context);

function* parse(tokens: Peekable<Token>, context: Context): Generator<PlainBlock> {
  let above: Above = { text: '', short: context.headingsFrom > 0 };
  for (let token = tokens.peek(); token; token = tokens.peek()) {
    const quotation = takeQuotation(tokens, context);
    if (quotation) yield quotation;
    else if (token.kind === 'item') yield* takeItems(token, tokens, context);
    else {
      tokens.next();
      const isHeading = looksLikeHeading(token, above, context) && hasTextBelow(token, tokens, above);
      yield isHeading ? headingOf(token, context) : blockOf(token, tokens, context);
      above = { text: token.lines.at(-1)!.text, short: !isHeading && isShortLine(token) };
      continue;
    }
    above = { text: '', short: false };
  }
}

/** The token before: its last line, and whether it was a short line but not a heading. */
interface Above {
  readonly text: string;
  readonly short: boolean;
}

const textOf = (token: Token): string => joinLines(token.lines);

const headingOf = (token: Token, context: Context): PlainBlock => ({
  kind: 'heading',
  depth: depthOf(token, context),
  text: textOf(token),
  at: token.lines[0]!.at,
});

function depthOf(token: Token, { hasFallingSigns = false }: Context): number {
  if (token.kind !== 'heading') return isDivision(token.lines[0]!.text) ? 1 : 2;
  return token.signs === undefined ? token.depth : levelOf(token.signs, hasFallingSigns);
}

function looksLikeHeading(token: Token, above: Above, context: Context): boolean {
  if (token.kind === 'heading') return true;
  if (!context.headings || token.lines[0]!.at < context.headingsFrom || above.text.endsWith(':'))
    return false;
  if (!token.apart && context.wrap.column !== undefined) return false;
  if (token.lines.length === 1) return token.kind === 'prose' && token.length === 'heading';
  // The number of a chapter with its name below, or a long heading in capitals.
  const isDivided = isDivision(token.lines[0]!.text) && token.lines.every((line) => isHeadingText(line.text));
  return (token.kind === 'prose' || token.kind === 'lines') && token.lines.length <= 3 && isDivided;
}

/** Whether text follows a heading, perhaps after one more. Several short lines in a row are no headings. */
function hasTextBelow(token: Token, tokens: Peekable<Token>, above: Above): boolean {
  if (token.kind === 'heading') return true;
  const next = tokens.peek();
  if (!next) return false;
  if (next.kind === 'heading') return true;
  if (!isShortLine(next)) return next.kind !== 'rule';
  if (above.short) return false;
  const after = tokens.peek(1);
  return after !== undefined && !isShortLine(after) && after.kind !== 'rule';
}

/** Whether a token is a line of a few words without punctuation. */
const isShortLine = (token: Token): boolean => token.kind === 'prose' && token.length !== 'paragraph';

function blockOf(token: Token, tokens: Peekable<Token>, context: Context): PlainBlock {
  const at = token.lines[0]!.at;
  if (token.kind === 'rule') return { kind: 'rule', at };
  if (token.kind === 'quoted') return { kind: 'quotation', blocks: quotedBlocks(token.lines, context), at };
  if (token.kind === 'lines')
    return tableOf(token.lines) ?? { kind: 'lines', lines: keepLines(token.lines), at };
  const text = joinLines(token.lines, context.wrap);
  if (isClosing(text) && isSignature(tokens.peek())) {
    const signature = tokens.next()!;
    return { kind: 'lines', lines: [...token.lines, ...signature.lines].map((line) => line.text), at };
  }
  return { kind: 'paragraph', text, at };
}

/** UTF-16 units and lines of a signature. */
const MAX_SIGNATURE = 50;
const MAX_SIGNATURE_LINES = 4;

function isSignature(token: Token | undefined): boolean {
  if (token?.kind !== 'prose' && token?.kind !== 'lines') return false;
  return (
    token.lines.length <= MAX_SIGNATURE_LINES &&
    token.lines.every(
      ({ text }) => text.length <= MAX_SIGNATURE && (!endsSentence(text) || text.endsWith('»')),
    ) &&
    !isGreeting(token.lines[0]!.text)
  );
}

/** The quotation that the next tokens are, which are then taken; undefined if they are none. */
function takeQuotation(tokens: Peekable<Token>, context: Context): PlainBlock | undefined {
  const marked = context.headings ? markedLength(tokens) : 0;
  if (marked > 0) return markedQuotation(tokens.take(marked), context);
  const indented = context.depth < MAX_DEPTH ? indentedLength(tokens, context.wrap) : 0;
  return indented > 0 ? indentedQuotation(tokens.take(indented), context) : undefined;
}

/** A quotation of several paragraphs between quotation marks; a sentence broken into lines keeps them. */
function markedQuotation(quoted: readonly Token[], context: Context): PlainBlock {
  const at = quoted[0]!.lines[0]!.at;
  const isBroken = quoted.every((token) => token.kind === 'prose') && !isGreeting(textOf(quoted[0]!));
  const blocks: PlainBlock[] = isBroken
    ? [{ kind: 'lines', lines: quoted.map(textOf), at }]
    : [...parse(new Peekable(quoted), { ...context, headings: false })];
  return { kind: 'quotation', blocks, at };
}

function indentedQuotation(quoted: readonly Token[], context: Context): PlainBlock {
  const indent = Math.min(...quoted.flatMap(({ lines }) => lines.map((line) => line.indent)));
  const inner = { ...context, wrap: { ...context.wrap, indent }, headings: false, depth: context.depth + 1 };
  const blocks = [...parse(new Peekable(quoted), inner)];
  return { kind: 'quotation', blocks, at: quoted[0]!.lines[0]!.at };
}

/** The blocks in lines that had a `>` before them, as in mail. */
function quotedBlocks(lines: readonly Line[], context: Context): PlainBlock[] {
  if (context.depth >= MAX_DEPTH) return [{ kind: 'lines', lines: keepLines(lines), at: lines[0]!.at }];
  const wrap = wrapOf([...groupsOf(lines)]);
  return [...blocksOf(lines, { ...context, wrap, headings: false, depth: context.depth + 1 })];
}

/** The heading, dialogue or list that begins with `item`, the next token. */
function takeItems(item: Item, tokens: Peekable<Token>, context: Context): PlainBlock[] {
  if (isMarkedHeading(item, tokens, context)) {
    tokens.next();
    return [markedHeading(item)];
  }
  const dialogue = takeDialogue(tokens);
  if (dialogue) return [dialogue];
  return [readList(tokens, (token) => textBlocks(token, context))];
}

/** Whether an item is a heading: `2. The price`, or capitals after a bullet, between blank lines and with text below. */
function isMarkedHeading(item: Item, tokens: Peekable<Token>, { headings, headingsFrom }: Context): boolean {
  const next = tokens.peek(1);
  if (!headings || item.at < headingsFrom || !item.apart || item.lines.length > 1) return false;
  if (next?.kind !== 'prose' || !next.apart || isShortLine(next) || next.lines[0]!.indent > item.indent)
    return false;
  const { text } = item.lines[0]!;
  return isHeadingText(text) && (item.mark.kind === 'number' || isDivision(text));
}

function markedHeading({ mark, lines, at }: Item): PlainBlock {
  const text = joinLines(lines);
  return mark.kind === 'number'
    ? { kind: 'heading', depth: 2, text: `${mark.sign} ${text}`, at }
    : { kind: 'heading', depth: 2, text, at: lines[0]!.at };
}

/** The paragraphs, or lines to keep, of an item. */
function textBlocks(token: Token, { wrap }: Context): PlainBlock[] {
  const paragraphs = paragraphsOf(token.lines, wrap);
  if (!paragraphs) return [{ kind: 'lines', lines: keepLines(token.lines), at: token.lines[0]!.at }];
  return paragraphs.map((lines) => ({ kind: 'paragraph', text: joinLines(lines, wrap), at: lines[0]!.at }));
}

/** Lines of a dialogue; more are a list. */
const MAX_DIALOGUE = 200;

/** The next items as lines of a dialogue, with their dashes; the items are then taken. Undefined if they are a list. */
function takeDialogue(tokens: Peekable<Token>): PlainBlock | undefined {
  const spoken: Item[] = [];
  for (let token = tokens.peek(); token?.kind === 'item'; token = tokens.peek(spoken.length)) {
    if (token.mark.sign !== '-' && token.mark.sign !== '–') break;
    spoken.push(token);
    if (spoken.length > MAX_DIALOGUE) return undefined;
  }
  const texts = spoken.map(textOf);
  if (!isDialogue(texts)) return undefined;
  tokens.take(spoken.length);
  return {
    kind: 'lines',
    lines: texts.map((text, i) => `${spoken[i]!.mark.sign} ${text}`),
    at: spoken[0]!.at,
  };
}
