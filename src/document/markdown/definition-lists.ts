import { Fences } from './fences.ts';

/**
 * Rewrites definition lists of PHP Markdown Extra, kramdown and Pandoc (a term, then lines that start with a colon) as
 * lists whose items start with the term. Code is left alone. Lines keep their numbers.
 */
export function rewriteDefinitionLists(source: string): string {
  if (!TRIGGER.test(source)) return source;
  const lines = source.split('\n');
  const fences = new Fences();
  /** Whether the lines before belong to a definition list. */
  let inside = false;
  for (const [index, line] of lines.entries()) {
    if (fences.isCode(line)) inside = false;
    else {
      const definition = DEFINITION.exec(line)?.[1];
      inside =
        definition === undefined
          ? inside && goesOn(lines, index)
          : rewriteAt(lines, index, definition, inside);
    }
  }
  return lines.join('\n');
}

/** True if the line at `index`, which holds no definition, belongs to the definition above it. */
const goesOn = (lines: readonly string[], index: number): boolean =>
  lines[index]!.trim() === '' || /^(?: {4}|\t)/.test(lines[index]!) || lines[index - 1]!.trim() !== '';

/** Rewrites the definition on the line at `index`, and the term above it; returns whether it is in a list. */
function rewriteAt(lines: string[], index: number, definition: string, inside: boolean): boolean {
  const isLoose = lines[index - 1]?.trim() === '';
  const lineBreak = isLoose ? '' : '<br>';
  const term = isLoose ? index - 2 : index - 1;
  if (isTerm(lines, term)) {
    lines[term] = `- <b>${lines[term]!.trim()}</b>${lineBreak}`;
    lines[index] = `  ${definition}`;
    return true;
  }
  if (inside) lines[index] = `  ${lineBreak}${definition}`;
  return inside;
}

const TRIGGER = /^ {0,2}[:~][ \t]+\S/m;
const DEFINITION = /^ {0,2}[:~][ \t]+(\S.*)$/;
const MAX_TERM = 80;
/** Matches lines that are not a paragraph, or that end in the middle of a sentence. */
const NO_TERM = /^(?:\s|#|>|[-*+|<:~=`$%!{]|\d{1,9}[.)] |\[[^\]]*\]:)|[.,;:!?]$/;

/** True if the line at `index` is a short paragraph of one line. */
function isTerm(lines: readonly string[], index: number): boolean {
  const line = lines[index]?.trimEnd() ?? '';
  if (line === '' || line.length > MAX_TERM || NO_TERM.test(line)) return false;
  return index === 0 || lines[index - 1]!.trim() === '';
}
