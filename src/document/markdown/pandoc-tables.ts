import { fitting } from '../../unicode/width.ts';
import { isTerm } from './definition-lists.ts';
import { Fences } from './fences.ts';
import { AROUND, COLUMNS, MAX_HEADER } from './multiline-table.ts';
import { type Alignment, cellOf, pipeTable } from './pipe-table.ts';
import { displayed } from './rewritings.ts';
import { isTriggered, type Trigger } from './trigger.ts';

/**
 * Rewrites the tables that Pandoc reads besides those of GFM (simple, multiline and grid tables) as tables of GFM, and its
 * line blocks (`| a verse`) as paragraphs with line breaks. Code is left alone. Lines keep their numbers.
 */
export function rewritePandocTables(source: string): string {
  if (!isTriggered(source, TRIGGERS)) return source;
  const hasCaptions = isTriggered(source, CAPTIONS);
  const lines = source.split('\n');
  const fences = new Fences();
  for (let index = 0; index < lines.length; index++) {
    if (fences.isCode(lines[index]!)) continue;
    const block =
      gridAt(lines, index) ??
      dashedAt(lines, index) ??
      lineBlockAt(lines, index) ??
      (hasCaptions ? pipesAt(lines, index) : undefined);
    if (!block) continue;
    for (let at = block.start; at < block.end; at++) lines[at] = block.markdown[at - block.start] ?? '';
    if (block.isTable) unmarkCaptions(lines, block);
    index = block.end - 1;
  }
  return lines.join('\n');
}

const TRIGGERS: readonly Trigger[] = [
  ['--', /^ {0,3}-{2,}(?: +-{2,})+[ \t]*$/m],
  ['-+', /^ {0,3}\+(?:[-=:]{2,}\+)+[ \t]*$/m],
  ['| ', /^\| [^|\n]+$/m],
  ['|', /^ {0,3}(?:[Tt]able)?:[ \t]+\S/m],
];
/** Of those, the one for tables of GFM that may have a caption. */
const CAPTIONS = TRIGGERS.slice(-1);

/** Lines [start, end) of the source, and the Markdown in their place. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly markdown: readonly string[];
  readonly isTable: boolean;
}

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

/** Columns of a table at most. */
const MAX_COLUMNS = 100;

/** The simple or multiline table whose columns the line at `index` has; undefined if there is none. */
function dashedAt(lines: readonly string[], index: number): Block | undefined {
  const line = lines[index]!;
  if (!COLUMNS.test(line)) return undefined;
  const start = headerStart(lines, index);
  if (start === undefined) return undefined;
  const isMultiline = AROUND.test(lines[start]!);
  const end = endOfDashed(lines, index, isMultiline, start < index);
  if (end === undefined) return undefined;
  const dashes = [...line.matchAll(/-+/g)];
  const starts = dashes.map((run, at) => (at === 0 ? 0 : run.index));
  if (starts.length > MAX_COLUMNS) return undefined;
  const isClosed = COLUMNS.test(lines[end - 1]!) || AROUND.test(lines[end - 1]!);
  const cut = (from: number, to: number) => lines.slice(from, to).map((row) => cutAt(row, starts));
  const header = cut(isMultiline ? start + 1 : start, index);
  const body = cut(index + 1, isClosed ? end - 1 : end);
  const groups = isMultiline || body.some(isEmpty) ? paragraphs(body) : body.map((row) => [row]);
  const rows = groups.map(cellsOf);
  const isTable = rows.some((row) => row.filter((cell) => cell !== '').length > 1);
  if (!isTable || [...header, ...body].some(cutsWord)) return undefined;
  const model = header.length > 0 ? header : groups[0]!;
  const align = dashes.map((run, at) => {
    const from = run.index - starts[at]!;
    return alignmentOf(
      model.map((pieces) => pieces[at]!.slice(from)),
      run[0].length,
    );
  });
  const markdown = pipeTable(rows, header.length > 0 ? cellsOf(header) : undefined, align);
  return { start, end, markdown, isTable: true };
}

const isEmpty = (pieces: readonly string[]): boolean => pieces.every(isBlank);

/** The first line of the table with columns at `index`: a line around it, its header, or `index` without a header. */
function headerStart(lines: readonly string[], index: number): number | undefined {
  if (isBlank(lines[index - 1])) return index;
  if (isBlank(lines[index - 2])) return index - 1;
  for (let at = index - 2; at >= 0 && index - at <= MAX_HEADER && !isBlank(lines[at]); at--)
    if (AROUND.test(lines[at]!)) return isBlank(lines[at - 1]) ? at : undefined;
  return undefined;
}

/** The line after a table with columns at `index`; undefined if it needs a last line and has none. */
function endOfDashed(
  lines: readonly string[],
  index: number,
  isMultiline: boolean,
  isHeaded: boolean,
): number | undefined {
  for (let at = index + 1; at <= lines.length; at++) {
    const line = lines[at];
    const isBlankOrEnd = isBlank(line);
    if (isBlankOrEnd && isHeaded && !isMultiline) return at;
    if (line === undefined) return undefined;
    if (!isBlankOrEnd && (COLUMNS.test(line) || AROUND.test(line)))
      return isBlank(lines[at + 1]) ? at + 1 : undefined;
  }
  return undefined;
}

/** A line in pieces that begin at the given columns of cells, of which the first is 0. */
function cutAt(line: string, starts: readonly number[]): readonly string[] {
  let from = 0;
  return starts.map((start, at) => {
    const next = starts[at + 1];
    const to = next === undefined ? line.length : fitting(line, next - start, from);
    const piece = line.slice(from, to);
    from = to;
    return piece;
  });
}

/** Whether a column begins in the middle of a word. */
const cutsWord = (pieces: readonly string[]): boolean =>
  pieces.some((piece, at) => at > 0 && /^\S/.test(piece) && /\S$/.test(pieces[at - 1]!));

/** The cells of a row whose lines are cut into pieces. */
const cellsOf = (lines: readonly (readonly string[])[]): readonly string[] =>
  (lines[0] ?? []).map((_, at) => cellOf(lines.map((pieces) => pieces[at]!)));

/** Text is flush with the dashes on the side it is aligned to; with both sides, or none of it, there is no telling. */
function alignmentOf(parts: readonly string[], dashes: number): Alignment {
  const texts = parts.filter((part) => part.trim() !== '');
  if (texts.length === 0) return null;
  const left = texts.some((text) => text.startsWith(' '));
  const right = texts.some((text) => text.trimEnd().length < dashes);
  if (left) return right ? 'center' : 'right';
  return right ? 'left' : null;
}

/** Lines in groups that empty ones separate. */
function paragraphs(lines: readonly (readonly string[])[]): readonly (readonly (readonly string[])[])[] {
  const groups: (readonly string[])[][] = [];
  for (const [index, line] of lines.entries()) {
    if (isEmpty(line)) continue;
    if (index === 0 || isEmpty(lines[index - 1]!)) groups.push([]);
    groups.at(-1)!.push(line);
  }
  return groups;
}

const BORDER = /^ {0,3}\+(?:[-=:]{2,}\+)+[ \t]*$/;

/** The grid table that begins at line `index`; as it is drawn if its cells span rows or columns. */
function gridAt(lines: readonly string[], index: number): Block | undefined {
  const first = lines[index]!;
  if (!BORDER.test(first) || !isBlank(lines[index - 1])) return undefined;
  let end = index + 1;
  while (/^ {0,3}[+|]/.test(lines[end] ?? '')) end++;
  const drawn = lines.slice(index, end);
  if (drawn.length < 3 || !isBlank(lines[end])) return undefined;
  const starts = Array.from(first.trim().matchAll(/\+/g), (plus) => plus.index);
  if (starts.length > MAX_COLUMNS) return undefined;
  const cut = drawn.map((line) => cutAt(line.trim(), starts));
  const markdown = isRegular(cut) ? gridTable(cut) : displayed(drawn.join('\n')).split('\n');
  return { start: index, end, markdown, isTable: true };
}

/** True if all lines of a grid have their corners or their bars where its first one has them. */
const isRegular = (lines: readonly (readonly string[])[]): boolean =>
  isRule(lines.at(-1)!) &&
  lines.every((pieces) => {
    const corner = isRule(pieces) ? '+' : '|';
    return pieces.at(-1) === corner && pieces.every((piece) => piece.startsWith(corner));
  });

const isRule = (pieces: readonly string[]): boolean => BORDER.test(pieces.join(''));

function gridTable(lines: readonly (readonly string[])[]): readonly string[] {
  const rows: (readonly string[])[] = [];
  let group: (readonly string[])[] = [];
  let ruled: readonly string[] | undefined;
  let headers = 0;
  for (const pieces of lines.slice(1)) {
    const cells = pieces.slice(0, -1).map((piece) => piece.slice(1));
    if (!isRule(pieces)) group.push(cells);
    else {
      if (group.length > 0) rows.push(cellsOf(group));
      group = [];
      if (!ruled && pieces[0]!.includes('=')) [ruled, headers] = [pieces, rows.length];
    }
  }
  const align = (ruled ?? lines[0]!)
    .slice(0, -1)
    .map((rule) => RULES[(rule.startsWith('+:') ? 1 : 0) + (rule.endsWith(':') ? 2 : 0)]!);
  return pipeTable(rows.slice(headers > 0 ? 1 : 0), headers > 0 ? rows[0] : undefined, align);
}

/** Alignments by the colons of a rule: none, on the left, on the right, on both sides. */
const RULES: readonly Alignment[] = [null, 'left', 'right', 'center'];

/** The table of GFM that begins at line `index`; it stays as it is. */
function pipesAt(lines: readonly string[], index: number): Block | undefined {
  if (!isBlank(lines[index - 1]) || !lines[index]!.includes('|')) return undefined;
  if (!/^ {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*$/.test(lines[index + 1] ?? ''))
    return undefined;
  let end = index + 2;
  while (!isBlank(lines[end])) end++;
  return { start: index, end, markdown: lines.slice(index, end), isTable: true };
}

const CAPTION = /^ {0,3}(?:[Tt]able)?:[ \t]+(?=\S)/;

/** Removes the mark from the caption before or after a table, which is a paragraph. */
function unmarkCaptions(lines: string[], { start, end }: Block): void {
  const after = isBlank(lines[end]) ? end + 1 : end;
  if (CAPTION.test(lines[after] ?? '')) {
    lines[after] = lines[after]!.replace(CAPTION, '');
    return;
  }
  let first = start - 2;
  while (first > 0 && start - first < MAX_HEADER && !isBlank(lines[first - 1])) first--;
  const line = lines[first];
  if (line === undefined || !isBlank(lines[start - 1]) || !CAPTION.test(line)) return;
  // It may be a definition as well.
  if (/^ {0,3}:/.test(line) && (isTerm(lines, first - 1) || isTerm(lines, first - 2))) return;
  lines[first] = line.replace(CAPTION, '');
}

/** The line block that begins at line `index`: lines after a bar, which are continued by lines with a blank before them. */
function lineBlockAt(lines: readonly string[], index: number): Block | undefined {
  const verse = /^\|(?:[ \t]([^|]*))?$/;
  if (!verse.test(lines[index]!) || !isBlank(lines[index - 1])) return undefined;
  const verses: string[] = [];
  let end = index;
  for (; !isBlank(lines[end]); end++) {
    const [whole, text = ''] = verse.exec(lines[end]!) ?? [];
    if (whole !== undefined) verses.push(text);
    else if (/^[ \t]+[^|]*$/.test(lines[end]!)) verses.push(`${verses.pop()} ${lines[end]!.trim()}`);
    else return undefined;
  }
  if (verses.every(isBlank)) return undefined;
  const text = verses.map((line) =>
    line.trimEnd().replace(/^ +/, (blanks) => '\u00a0'.repeat(blanks.length)),
  );
  // Within the paragraph, nothing but its first characters could begin another block.
  const escaped = text
    .join('<br>')
    .replace(/^(?:[-+*#>=~]|\d{1,9}(?=[.)]))/, (first) => (/\d/.test(first) ? `${first}\\` : `\\${first}`));
  return { start: index, end, markdown: [escaped], isTable: false };
}
