import { cellWidth, padEnd } from '../../unicode/width.ts';
import { wrapWords } from '../../unicode/wrap-words.ts';
import type { Entry, Section } from './content.ts';

const WIDTH = 79;
/** Cells before the lines of a section with a title. */
const INDENT = 2;
/** Cells of the column of terms, at most; those that are wider have lines of their own. */
const MAX_TERMS = 23;

/** Sections as text for a terminal or a pipe: at most 79 columns, terms before their explanations. */
export function helpText(sections: readonly Section[]): string {
  const parts = sections.map(linesOf).filter((lines) => lines.length > 0);
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The lines of a section; none if it holds nothing. */
function linesOf({ title, paragraphs = [], entries = [], lines = [] }: Section): readonly string[] {
  const indent = title === undefined ? 0 : INDENT;
  const width = WIDTH - indent;
  const parts = [...paragraphs.map((text) => wrapWords(text, width)), columns(entries, width), lines].filter(
    (part) => part.length > 0,
  );
  const body = parts
    .flatMap((part, i) => (i === 0 ? part : ['', ...part]))
    .map((line) => (line === '' ? line : ' '.repeat(indent) + line));
  return title === undefined || body.length === 0 ? body : [title, ...body];
}

/** Terms and their explanations in two columns. */
function columns(entries: readonly Entry[], width: number): readonly string[] {
  const widest = Math.max(0, ...entries.map(({ term }) => cellWidth(term) + 2));
  const indent = Math.min(MAX_TERMS, widest);
  return entries.flatMap(({ term, text, examples = [] }) => {
    const lines = [...wrapWords(text, width - indent), ...examples].map((line) => ' '.repeat(indent) + line);
    if (cellWidth(term) >= indent) return [...wrapWords(term, width), ...lines];
    return [padEnd(term, indent) + lines[0]!.slice(indent), ...lines.slice(1)];
  });
}
