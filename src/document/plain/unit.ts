import { endsSentence } from './letters.ts';
import { groupsOf, type Line, restOf } from './line.ts';
import { isRule, isTabular, type Mark, markOf, underlineOf } from './marks.ts';
import { isContinued, isForced, paragraphsOf, type Wrap } from './wrap.ts';

/** A part of a text, before it is known what stands around it. */
export type Unit = {
  readonly lines: readonly Line[];
  /** Whether a blank line, or the beginning of the text, stands before it. */
  readonly apart: boolean;
} & (
  | { readonly kind: 'prose' | 'lines' | 'quoted' | 'rule' }
  | { readonly kind: 'heading'; readonly depth: 1 | 2 }
  /** `lines` begin after the mark, which is at `at`. */
  | { readonly kind: 'item'; readonly mark: Mark; readonly indent: number; readonly at: number }
);

/** The parts of a text, in order. */
export function* unitsOf(lines: Iterable<Line>, wrap: Wrap): Generator<Unit> {
  for (const group of groupsOf(lines)) yield* unitsOfGroup(group, wrap);
}

function* unitsOfGroup(group: readonly Line[], wrap: Wrap): Generator<Unit> {
  let from = 0;
  for (let i = 0; i <= group.length; ) {
    const special = i < group.length ? specialAt(group, i, from, wrap) : undefined;
    if (!special && i < group.length) {
      i++;
      continue;
    }
    if (i > from) yield* textUnits(group.slice(from, i), from === 0, wrap);
    if (!special) return;
    yield special.unit;
    i += special.taken;
    from = i;
  }
}

/** Text without marks: paragraphs, lines that stand for themselves, and tables among them. */
function* textUnits(lines: readonly Line[], apart: boolean, wrap: Wrap): Generator<Unit> {
  const table = tableIn(lines);
  if (table) {
    const [from, end] = table;
    if (from > 0) yield* textUnits(lines.slice(0, from), apart, wrap);
    yield { kind: 'lines', lines: lines.slice(from, end), apart: apart && from === 0 };
    if (end < lines.length) yield* textUnits(lines.slice(end), false, wrap);
    return;
  }
  const runs = isCode(lines) ? undefined : paragraphsOf(lines, wrap);
  if (!runs) yield { kind: 'lines', lines, apart };
  else for (const [i, run] of runs.entries()) yield { kind: 'prose', lines: run, apart: apart && i === 0 };
}

/** Whether a bracket is opened at the end of a line, and closed at the beginning of another. */
const isCode = (lines: readonly Line[]): boolean =>
  lines.some(({ text }) => /(?:^|\s)[[{(]$/.test(text)) && lines.some(({ text }) => /^[\]})]/.test(text));

/** The first run of two lines or more that are set in columns, or stand far in under one that is. */
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

type Special = { readonly unit: Unit; readonly taken: number };

/** What line `i` of a group begins by its mark; the lines from `from` to it are text. */
function specialAt(group: readonly Line[], i: number, from: number, wrap: Wrap): Special | undefined {
  const line = group[i]!;
  const apart = i === 0;
  if (line.text.startsWith('>')) {
    let end = i;
    while (group[end]?.text.startsWith('>')) end++;
    const lines = group.slice(i, end).map((quoted) => restOf(quoted, 1));
    return { unit: { kind: 'quoted', lines, apart }, taken: end - i };
  }
  if (isRule(line.text)) return { unit: { kind: 'rule', lines: [line], apart }, taken: 1 };
  return headingAt(group, i, from) ?? itemAt(group, i, from, wrap);
}

/** A heading that shows itself as one: underlined, or after `#` signs. */
function headingAt(group: readonly Line[], i: number, from: number): Special | undefined {
  const line = group[i]!;
  if (from !== i || line.text.length > 200) return undefined;
  const underline = underlineOf(group[i + 1]?.text ?? '');
  if (underline && !isTabular(line.text)) {
    return {
      unit: { kind: 'heading', depth: underline === '=' ? 1 : 2, lines: [line], apart: true },
      taken: 2,
    };
  }
  const signs = /^(#{1,6})[ \t]+(?=\S)/.exec(line.text);
  if (!signs) return undefined;
  const lines = [restOf(line, signs[0].length)];
  if (isRule(lines[0]!.text)) return { unit: { kind: 'rule', lines, apart: true }, taken: 1 };
  return { unit: { kind: 'heading', depth: signs[1] === '#' ? 1 : 2, lines, apart: true }, taken: 1 };
}

function itemAt(group: readonly Line[], i: number, from: number, wrap: Wrap): Special | undefined {
  const line = group[i]!;
  const mark = listMarkOf(line.text);
  if (!mark || (from < i && !mayFollowText(group, i, mark, wrap))) return undefined;
  const rest = restOf(line, mark.length);
  let end = i + 1;
  while (end < group.length && continuesItem(group, end, line, mark, wrap)) end++;
  const lines = [rest, ...group.slice(i + 1, end)];
  const unit: Unit = { kind: 'item', mark, indent: line.indent, at: line.at, lines, apart: i === 0 };
  return { unit, taken: end - i };
}

function listMarkOf(text: string): Mark | undefined {
  const mark = markOf(text);
  return mark?.kind === 'dialogue' ? undefined : mark;
}

/** Whether a mark right below text begins a list, rather than being part of a wrapped sentence. */
function mayFollowText(group: readonly Line[], i: number, mark: Mark, wrap: Wrap): boolean {
  const above = group[i - 1]!;
  if (endsSentence(above.text)) return mark.kind === 'bullet' || mark.number === 1;
  if (wrap.column !== undefined && isForced(above, group[i]!, wrap.column)) return false;
  const next = listMarkOf(group[i + 1]?.text ?? '');
  return next !== undefined && next.kind === mark.kind && (mark.kind === 'bullet' || mark.number === 1);
}

/** Whether a line goes on with the item that `first` begins: by its indent, or as a wrapped line does. */
function continuesItem(group: readonly Line[], i: number, first: Line, mark: Mark, wrap: Wrap): boolean {
  const line = group[i]!;
  const above = group[i - 1]!;
  if (line.text.startsWith('>') || isRule(line.text)) return false;
  const own = listMarkOf(line.text);
  const forced = wrap.column !== undefined && isForced(above, line, wrap.column);
  if (own) {
    const another =
      own.kind === 'bullet' || mark.kind !== 'number' || !forced || own.number === (mark.number ?? 0) + 1;
    if (another) return false;
  }
  return line.indent > first.indent || isContinued(above, line) || forced;
}
