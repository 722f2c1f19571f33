import { isCallout } from '../callout-kinds.ts';
import type { Container } from './containers.ts';

const DIRECTIVE = /^([ \t]*)(`{3,}|~{3,})\{([a-z][\w-]*)\}[ \t]*(.*)$/;
/** Directives that are a note by another name. */
const NOTES = new Set(['admonition', 'dropdown', 'topic', 'sidebar', 'margin']);
/** Directives that say nothing in print. */
const SILENT = new Set(['toctree', 'contents', 'tableofcontents', 'index']);

/**
 * The directive of MyST, the Markdown of Sphinx and Jupyter Book, that a line opens as a fence (```` ```{note} ````) and
 * that holds text; others hold code, or what is written for Sphinx alone.
 */
export function directiveAt(line: string): Container | undefined {
  const [, margin, fence = '', name = '', title = ''] = DIRECTIVE.exec(line) ?? [];
  if (margin === undefined) return undefined;
  const silent = SILENT.has(name);
  const kind = NOTES.has(name) ? 'note' : name;
  if (!silent && !isCallout(kind)) return undefined;
  const closing = new RegExp(`^[ \\t]*${fence[0]}{${Math.min(fence.length, 100)},}[ \\t]*$`);
  return {
    margin,
    kind: silent ? '' : kind,
    title: silent ? '' : title.trim(),
    closing,
    directive: silent ? 'silent' : 'text',
  };
}

/** The lines of a directive without its options (`:class: tip`), which stand first. */
export function withoutOptions(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => !/^[ \t]*:[\w-]+:/.test(line));
  return lines.map((line, index) => (first < 0 || index < first ? '' : line));
}
