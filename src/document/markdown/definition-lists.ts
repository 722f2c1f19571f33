import { Fences } from './fences.ts';

/**
 * Rewrites definition lists, as PHP Markdown Extra, kramdown and Pandoc have them (a term, then lines that begin with a
 * colon), as lists of items headed by their term. Never inside code. Lines stay where they are.
 */
export function rewriteDefinitionLists(source: string): string {
  if (!TRIGGER.test(source)) return source;
  const lines = source.split('\n');
  const fences = new Fences();
  /** Whether the lines before belong to a definition list. */
  let inside = false;
  for (const [index, line] of lines.entries()) {
    if (fences.isCode(line)) {
      inside = false;
      continue;
    }
    const definition = DEFINITION.exec(line)?.[1];
    if (definition === undefined) {
      inside &&= line.trim() === '' || /^(?: {4}|\t)/.test(line) || lines[index - 1]!.trim() !== '';
      continue;
    }
    const gap = lines[index - 1]?.trim() === '' ? 1 : 0;
    if (inside) lines[index] = `  ${gap === 0 ? '<br>' : ''}${definition}`;
    const term = index - 1 - gap;
    if (!isTerm(lines, term)) continue;
    lines[term] = `- <b>${lines[term]!.trim()}</b>${gap === 0 ? '<br>' : ''}`;
    lines[index] = `  ${definition}`;
    inside = true;
  }
  return lines.join('\n');
}

const TRIGGER = /^ {0,2}[:~][ \t]+\S/m;
const DEFINITION = /^ {0,2}[:~][ \t]+(\S.*)$/;
const MAX_TERM = 80;
/** Lines that are something else than a paragraph, or a paragraph that goes on. */
const NO_TERM = /^(?:\s|#|>|[-*+|<:~=`$%!{]|\d{1,9}[.)] |\[[^\]]*\]:)|[.,;:!?]$/;

/** Whether the line at `index` is a short paragraph by itself. */
function isTerm(lines: readonly string[], index: number): boolean {
  const line = lines[index]?.trimEnd() ?? '';
  if (line === '' || line.length > MAX_TERM || NO_TERM.test(line)) return false;
  return index === 0 || lines[index - 1]!.trim() === '';
}
