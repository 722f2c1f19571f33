import { Fences } from './fences.ts';

/**
 * Rewrites definition lists of PHP Markdown Extra, kramdown and Pandoc (terms, then lines that start with a colon) as
 * lists whose items start with the terms. Code is left alone. Lines keep their numbers.
 */
export function rewriteDefinitionLists(source: string): string {
  if (!TRIGGER.test(source)) return source;
  const lines = source.split('\n');
  const fences = new Fences();
  // Another bullet than that of a list above or below keeps the two apart.
  const bullet = /^ {0,3}\+[ \t]/m.test(source) ? '*' : '+';
  /** Whether the lines before belong to a definition list. */
  let inside = false;
  for (const [index, line] of lines.entries()) {
    if (fences.isCode(line)) inside = false;
    else {
      const found = definitionAt(line, inside);
      if (found) inside = rewriteAt(lines, index, found, bullet) || continueAt(lines, index, found, inside);
      else inside &&= goesOn(lines, index);
    }
  }
  return lines.join('\n');
}

/** A definition, and the indent of the definition that it is in: without one it is at the margin. */
interface Definition {
  readonly margin: string;
  readonly text: string;
}

/** The definition on a line, which may be indented if the line is in another one; undefined if there is none. */
function definitionAt(line: string, inside: boolean): Definition | undefined {
  const [, margin = '', text] = /^((?: {4}|\t)*) {0,2}[:~][ \t]+(\S.*)$/.exec(line) ?? [];
  return text !== undefined && (margin === '' || inside) ? { margin, text } : undefined;
}

/** True if the line at `index`, which holds no definition, belongs to the definition above it. */
const goesOn = (lines: readonly string[], index: number): boolean =>
  lines[index]!.trim() === '' || /^(?: {4}|\t)/.test(lines[index]!) || lines[index - 1]!.trim() !== '';

/** Rewrites the definition on the line at `index` and the terms above it; false if there are none. */
function rewriteAt(lines: string[], index: number, { margin, text }: Definition, bullet: string): boolean {
  const isLoose = lines[index - 1]?.trim() === '';
  const last = isLoose ? index - 2 : index - 1;
  const first = firstTerm(lines, last, margin);
  if (first === undefined) return false;
  for (let at = first; at <= last; at++) {
    const lineBreak = isLoose && at === last ? '' : '<br>';
    lines[at] = `${margin}${at === first ? bullet : ' '} <b>${lines[at]!.trim()}</b>${lineBreak}`;
  }
  lines[index] = `${margin}  ${text}`;
  return true;
}

/** Rewrites a further definition of a term; returns `inside`, whether there is a term. */
function continueAt(lines: string[], index: number, { margin, text }: Definition, inside: boolean): boolean {
  if (inside) lines[index] = `${margin}  ${lines[index - 1]!.trim() === '' ? '' : '<br>'}${text}`;
  return inside;
}

const TRIGGER = /^ {0,2}[:~][ \t]+\S/m;
const MAX_TERM = 80;
/** Terms of a definition at most, and characters of each if there are several: longer ones are a paragraph. */
const MAX_TERMS = 5;
const MAX_SEVERAL = 40;
/** Matches lines that are not a paragraph (items, fences, rules, …), or that end in the middle of a sentence. */
const NO_TERM =
  /^(?:\s|[#>|<:~=$%!{]|[-*+](?:[ \t]|$)|`{3}|([-*_])(?:[ \t]*\1){2}|\d{1,9}[.)] |\[[^\]]*\]:)|[.,;:!?]$/;

/**
 * The first of the lines of terms whose last is at `last`: short ones after a blank line, indented by `margin`. Undefined if
 * they are no terms.
 */
function firstTerm(lines: readonly string[], last: number, margin: string): number | undefined {
  if (isTerm(lines, last, margin)) return last;
  for (let at = last; last - at < MAX_TERMS && isShort(lines[at], MAX_SEVERAL, margin); at--)
    if (at === 0 || lines[at - 1]!.trim() === '') return at;
  return undefined;
}

/** True if the line at `index` is a short paragraph of one line, indented by `margin`. */
export const isTerm = (lines: readonly string[], index: number, margin = ''): boolean =>
  isShort(lines[index], MAX_TERM, margin) && (index === 0 || lines[index - 1]!.trim() === '');

function isShort(line = '', length: number, margin: string): boolean {
  if (!line.startsWith(margin)) return false;
  const text = line.slice(margin.length).trimEnd();
  // A code span must not go on in the definition.
  const isWhole = text.split('`').length % 2 === 1;
  return text !== '' && text.length <= length && isWhole && !NO_TERM.test(text);
}
