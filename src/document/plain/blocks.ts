import { isDivision, isHeadingText } from './heading.ts';
import { joinLines, keepLines } from './join.ts';
import { quotationLength } from './letter.ts';
import { endsSentence } from './letters.ts';
import { groupsOf, type Line } from './line.ts';
import { isDialogue, readList } from './list.ts';
import { isClosing, isGreeting, isMeta } from './marks.ts';
import { Peekable } from './peekable.ts';
import type { PlainBlock } from './plain-block.ts';
import { readTable } from './table.ts';
import { type Unit, unitsOf } from './unit.ts';
import { paragraphsOf, type Wrap, wrapOf } from './wrap.ts';

/** What holds throughout a text, or a quoted part of it. */
export interface Context {
  readonly wrap: Wrap;
  /** Whether short lines may be headings; they are not in letters and quotations. */
  readonly headings: boolean;
  /** No line before this offset is a heading: what stands over the title belongs to the page it came from. */
  readonly headingsFrom: number;
  /** Quotations around these lines. */
  readonly depth: number;
}

/** Quotations nested deeper than this are read as lines. */
const DEEPEST = 12;

/** Reads lines into blocks, as they are asked for. */
export const blocksOf = (lines: Iterable<Line>, context: Context): Generator<PlainBlock> =>
  blocksOfUnits(new Peekable(unitsOf(lines, context.wrap)), context);

function* blocksOfUnits(units: Peekable<Unit>, context: Context): Generator<PlainBlock> {
  let above: Above = { text: '', short: context.headingsFrom > 0 };
  for (let unit = units.peek(); unit; unit = units.peek()) {
    const quoted = context.headings ? quotationLength(units) : 0;
    const setIn = quoted > 0 ? 0 : setInLength(units, context);
    if (quoted > 0) yield quotationOf(units.take(quoted), context);
    else if (setIn > 0) yield setInQuotation(units.take(setIn), context);
    else if (unit.kind === 'item' && isMarkedHeading(unit, units, context)) yield markedHeading(units);
    else if (unit.kind === 'item') yield* listBlocks(units, context);
    else {
      units.next();
      const heads = looksLikeHeading(unit, above, context) && headsSomething(unit, units, above);
      yield heads ? headingOf(unit) : blockOf(unit, units, context);
      above = { text: unit.lines.at(-1)!.text, short: !heads && isShortLine(unit) };
      continue;
    }
    above = { text: '', short: false };
  }
}

/** The unit before: its last line, and whether it was a short line that was no heading. */
interface Above {
  readonly text: string;
  readonly short: boolean;
}

const textOf = (unit: Unit): string => joinLines(unit.lines);

function headingOf(unit: Unit): PlainBlock {
  const text = textOf(unit);
  const depth = unit.kind === 'heading' ? unit.depth : isDivision(unit.lines[0]!.text) ? 1 : 2;
  return { kind: 'heading', depth, text, at: unit.lines[0]!.at };
}

function looksLikeHeading(unit: Unit, above: Above, context: Context): boolean {
  if (unit.kind === 'heading') return true;
  if (!context.headings || unit.lines[0]!.at < context.headingsFrom || above.text.endsWith(':')) return false;
  if (!unit.apart && context.wrap.column !== undefined) return false;
  const text = textOf(unit);
  if (unit.lines.length === 1) return unit.kind === 'prose' && isHeadingText(text);
  // The number of a chapter with its name below, or a long heading in capitals.
  const divided = isDivision(unit.lines[0]!.text) && unit.lines.every((line) => isHeadingText(line.text));
  return (unit.kind === 'prose' || unit.kind === 'lines') && unit.lines.length <= 3 && divided;
}

/** Whether text follows, or one more heading and then text: a line at the end, or one of many, heads nothing. */
function headsSomething(unit: Unit, units: Peekable<Unit>, above: Above): boolean {
  if (unit.kind === 'heading') return true;
  const next = units.peek();
  if (!next) return false;
  if (next.kind === 'heading') return true;
  if (!isShortLine(next)) return next.kind !== 'rule';
  if (above.short) return false;
  const after = units.peek(1);
  return after !== undefined && !isShortLine(after) && after.kind !== 'rule';
}

/** A line of a few words without punctuation, by itself. */
function isShortLine(unit: Unit): boolean {
  if (unit.kind !== 'prose' || unit.lines.length > 1) return false;
  const { text } = unit.lines[0]!;
  return isHeadingText(text) || isMeta(text) || (text.length < 60 && !endsSentence(text));
}

function blockOf(unit: Unit, units: Peekable<Unit>, context: Context): PlainBlock {
  const at = unit.lines[0]!.at;
  if (unit.kind === 'rule') return { kind: 'rule', at };
  if (unit.kind === 'quoted') return { kind: 'quotation', blocks: quotedBlocks(unit.lines, context), at };
  if (unit.kind === 'lines')
    return readTable(unit.lines) ?? { kind: 'lines', lines: keepLines(unit.lines), at };
  const text = joinLines(unit.lines, context.wrap);
  if (isClosing(text) && isSignature(units.peek())) {
    const signature = units.next()!;
    return { kind: 'lines', lines: [...unit.lines, ...signature.lines].map((line) => line.text), at };
  }
  return { kind: 'paragraph', text, at };
}

/** Longest line that can be a signature. */
const SIGNATURE = 50;

function isSignature(unit: Unit | undefined): boolean {
  if (unit?.kind !== 'prose' && unit?.kind !== 'lines') return false;
  return (
    unit.lines.length <= 4 &&
    unit.lines.every(({ text }) => text.length <= SIGNATURE && (!endsSentence(text) || /»$/.test(text))) &&
    !isGreeting(unit.lines[0]!.text)
  );
}

/**
 * How many of the next units stand further in than the text around them, a wrapped paragraph among them: a quotation.
 * In a text whose lines are not wrapped, an indent says nothing.
 */
function setInLength(units: Peekable<Unit>, { wrap, depth }: Context): number {
  if (wrap.column === undefined || depth >= DEEPEST) return 0;
  let count = 0;
  let wrapped = false;
  for (
    let unit = units.peek();
    unit && isSetIn(unit, wrap) && count < MOST_SET_IN;
    unit = units.peek(++count)
  ) {
    wrapped ||= unit.kind === 'prose' && unit.lines.length > 1;
  }
  return wrapped ? count : 0;
}

/** Paragraphs of the longest quotation that is set in. */
const MOST_SET_IN = 200;

const isSetIn = ({ kind, lines }: Unit, wrap: Wrap): boolean =>
  (kind === 'prose' || kind === 'lines') && lines.every(({ indent }) => indent >= wrap.indent + 3);

function setInQuotation(units: readonly Unit[], context: Context): PlainBlock {
  const indent = Math.min(...units.flatMap(({ lines }) => lines.map((line) => line.indent)));
  const inner = { ...context, wrap: { ...context.wrap, indent }, headings: false, depth: context.depth + 1 };
  return {
    kind: 'quotation',
    blocks: [...blocksOfUnits(new Peekable(units), inner)],
    at: units[0]!.lines[0]!.at,
  };
}

/** Lines after `>` signs, as in mail. */
function quotedBlocks(lines: readonly Line[], context: Context): PlainBlock[] {
  if (context.depth >= DEEPEST) return [{ kind: 'lines', lines: keepLines(lines), at: lines[0]!.at }];
  const wrap = wrapOf([...groupsOf(lines)]);
  return [...blocksOf(lines, { ...context, wrap, headings: false, depth: context.depth + 1 })];
}

/** A quotation of several paragraphs; a sentence broken over them keeps its lines. */
function quotationOf(quoted: readonly Unit[], context: Context): PlainBlock {
  const at = quoted[0]!.lines[0]!.at;
  const isBroken = quoted.every((unit) => unit.kind === 'prose') && !isGreeting(textOf(quoted[0]!));
  const blocks: PlainBlock[] = isBroken
    ? [{ kind: 'lines', lines: quoted.map(textOf), at }]
    : [...blocksOfUnits(new Peekable(quoted), { ...context, headings: false })];
  return { kind: 'quotation', blocks, at };
}

type Item = Unit & { readonly kind: 'item' };

/**
 * Whether an item by itself heads the paragraph below it: `2. The price` between blank lines, or capitals after a bullet.
 */
function isMarkedHeading(unit: Item, units: Peekable<Unit>, { headings, headingsFrom }: Context): boolean {
  const next = units.peek(1);
  if (!headings || unit.at < headingsFrom || !unit.apart || unit.lines.length > 1) return false;
  if (next?.kind !== 'prose' || !next.apart || isShortLine(next) || next.lines[0]!.indent > unit.indent)
    return false;
  const { text } = unit.lines[0]!;
  return isHeadingText(text) && (unit.mark.kind === 'number' || isDivision(text));
}

function markedHeading(units: Peekable<Unit>): PlainBlock {
  const { mark, lines, at } = units.next() as Item;
  const text = joinLines(lines);
  return mark.kind === 'number'
    ? { kind: 'heading', depth: 2, text: `${mark.sign} ${text}`, at }
    : { kind: 'heading', depth: 2, text, at: lines[0]!.at };
}

function listBlocks(units: Peekable<Unit>, context: Context): PlainBlock[] {
  const spoken = spokenLines(units);
  if (spoken) return [{ kind: 'lines', lines: spoken.map(({ text }) => text), at: spoken[0]!.at }];
  return [readList(units, (unit) => textBlocks(unit, context))];
}

/** Paragraphs, or lines, of an item. */
function textBlocks(unit: Unit, { wrap }: Context): PlainBlock[] {
  const runs = paragraphsOf(unit.lines, wrap);
  if (!runs) return [{ kind: 'lines', lines: keepLines(unit.lines), at: unit.lines[0]!.at }];
  return runs.map((run) => ({ kind: 'paragraph', text: joinLines(run, wrap), at: run[0]!.at }));
}

/** The next items where they are a dialogue, with their dashes; they are then taken. */
function spokenLines(units: Peekable<Unit>): { text: string; at: number }[] | undefined {
  const spoken: { text: string; said: string; at: number }[] = [];
  for (let unit = units.peek(); unit?.kind === 'item'; unit = units.peek(spoken.length)) {
    if (unit.mark.sign !== '-' && unit.mark.sign !== '–') break;
    const said = joinLines(unit.lines);
    spoken.push({ text: `${unit.mark.sign} ${said}`, said, at: unit.at });
    if (spoken.length > 200) return undefined;
  }
  if (!isDialogue(spoken.map(({ said }) => said))) return undefined;
  units.take(spoken.length);
  return spoken;
}
