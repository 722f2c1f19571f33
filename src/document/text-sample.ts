/** UTF-16 units of a text by which its format is detected: less than the head of any file holds. */
const LENGTH = 16_000;
/** Lines with text that are examined one by one, and UTF-16 units of each. */
const MAX_LINES = 150;
const MAX_LINE = 300;

/** The beginning of a text. */
export interface Sample {
  readonly text: string;
  /** True if more follows. */
  readonly isCut: boolean;
}

/** The beginning of a text, cut at the end of a line if there is one. */
export function sampleOf(text: string): Sample {
  if (text.length <= LENGTH) return { text, isCut: false };
  return { text: text.slice(0, text.lastIndexOf('\n', LENGTH) + 1 || LENGTH), isCut: true };
}

/** A line with text. */
export interface SampleLine {
  readonly text: string;
  /** True if it comes after a blank line, or first. */
  readonly apart: boolean;
}

/** Lines with text, one or more. */
export type Lines = readonly SampleLine[];

/** The share of lines that are counted, from 0 to 1. */
export const shareOf = (lines: Lines, isCounted: (text: string) => boolean): number =>
  lines.filter(({ text }) => isCounted(text)).length / lines.length;

/** The first lines with text. The rest of a long line is an ellipsis, since nothing is known of its end. */
export function linesOf(sample: string): SampleLine[] {
  const lines: SampleLine[] = [];
  let apart = true;
  for (const line of sample.split('\n', 3 * MAX_LINES)) {
    const text = line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…` : line.trimEnd();
    if (text !== '') lines.push({ text, apart });
    apart = text === '';
    if (lines.length === MAX_LINES) break;
  }
  return lines;
}

/** A text without its fenced code and block comments, and how many of them there are. */
interface Outside {
  readonly text: string;
  readonly fences: number;
  readonly comments: number;
}

/** Removes fenced code, block comments and docstrings, which say nothing of the text around them. */
export function withoutAsides(sample: string): Outside {
  if (!ANY_ASIDE.test(sample)) return { text: sample, fences: 0, comments: 0 };
  const outside: string[] = [];
  const counts = { fences: 0, comments: 0 };
  let end: RegExp | undefined;
  for (const line of sample.split('\n')) {
    if (end) {
      if (end.test(line)) end = undefined;
      continue;
    }
    const aside = asideAt(line, outside.at(-1) ?? '');
    if (!aside) outside.push(line);
    else {
      counts[aside.kind]++;
      if (!aside.isClosed) end = aside.end;
    }
  }
  return { text: outside.join('\n'), ...counts };
}

const ANY_ASIDE = /^[ \t>]*(?:```|~~~|\/\*|[rbu]?(?:"""|'''))/m;
const ASIDE = /^[ \t>]*(?:(`{3,}(?!.*`)|~{3,})|(\/\*)|[rbu]?("""|'''))/;

interface Aside {
  readonly kind: 'fences' | 'comments';
  readonly end: RegExp;
  readonly isClosed: boolean;
}

/** The fence or comment that a line opens, if any. Tildes right below a line of text underline it. */
function asideAt(line: string, above: string): Aside | undefined {
  const [, fence, comment, quotes] = ASIDE.exec(line) ?? [];
  if (fence && (line.trim() !== fence || fence.startsWith('`') || above.trim() === ''))
    return { kind: 'fences', end: new RegExp(`^[ \\t>]*${fence}[ \\t]*$`), isClosed: false };
  if (comment) return { kind: 'comments', end: /\*\//, isClosed: /\*\/\s*$/.test(line) };
  if (!quotes) return undefined;
  return { kind: 'comments', end: new RegExp(quotes), isClosed: line.trim().slice(4).includes(quotes) };
}
