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
      const definition = DEFINITION.exec(line)?.[1];
      if (definition === undefined) inside &&= goesOn(lines, index);
      else
        inside =
          rewriteAt(lines, index, { definition, bullet }) || continueAt(lines, index, definition, inside);
    }
  }
  return lines.join('\n');
}

/** True if the line at `index`, which holds no definition, belongs to the definition above it. */
const goesOn = (lines: readonly string[], index: number): boolean =>
  lines[index]!.trim() === '' || /^(?: {4}|\t)/.test(lines[index]!) || lines[index - 1]!.trim() !== '';

/** Rewrites the definition on the line at `index` and the terms above it; false if there are none. */
function rewriteAt(
  lines: string[],
  index: number,
  { definition, bullet }: { readonly definition: string; readonly bullet: string },
): boolean {
  const isLoose = lines[index - 1]?.trim() === '';
  const last = isLoose ? index - 2 : index - 1;
  const first = firstTerm(lines, last);
  if (first === undefined) return false;
  for (let at = first; at <= last; at++) {
    const lineBreak = isLoose && at === last ? '' : '<br>';
    lines[at] = `${at === first ? bullet : ' '} <b>${lines[at]!.trim()}</b>${lineBreak}`;
  }
  lines[index] = `  ${definition}`;
  return true;
}

/** Rewrites a further definition of a term; returns `inside`, whether there is a term. */
function continueAt(lines: string[], index: number, definition: string, inside: boolean): boolean {
  if (inside) lines[index] = `  ${lines[index - 1]!.trim() === '' ? '' : '<br>'}${definition}`;
  return inside;
}

const TRIGGER = /^ {0,2}[:~][ \t]+\S/m;
const DEFINITION = /^ {0,2}[:~][ \t]+(\S.*)$/;
const MAX_TERM = 80;
/** Terms of a definition at most, and characters of each if there are several: longer ones are a paragraph. */
const MAX_TERMS = 5;
const MAX_SEVERAL = 40;
/** Matches lines that are not a paragraph, or that end in the middle of a sentence. */
const NO_TERM = /^(?:\s|#|>|[-*+|<:~=`$%!{]|\d{1,9}[.)] |\[[^\]]*\]:)|[.,;:!?]$/;

/** The first of the lines of terms whose last is at `last`: short ones after a blank line. Undefined if they are no terms. */
function firstTerm(lines: readonly string[], last: number): number | undefined {
  if (isTerm(lines, last)) return last;
  for (let at = last; last - at < MAX_TERMS && isShort(lines[at], MAX_SEVERAL); at--)
    if (at === 0 || lines[at - 1]!.trim() === '') return at;
  return undefined;
}

/** True if the line at `index` is a short paragraph of one line. */
export const isTerm = (lines: readonly string[], index: number): boolean =>
  isShort(lines[index], MAX_TERM) && (index === 0 || lines[index - 1]!.trim() === '');

function isShort(line = '', length: number): boolean {
  const text = line.trimEnd();
  return text !== '' && text.length <= length && !NO_TERM.test(text);
}
