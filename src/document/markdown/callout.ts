import type { Token } from './lexer.ts';

export interface Callout {
  /** `note`, `warning`, …; in lower case. */
  readonly kind: string;
  /** Inline Markdown; empty without a title. */
  readonly title: string;
  readonly body: readonly Token[];
}

const MARK = /^\[!([A-Za-z][\w -]{0,40})\](?![[(])[+-]?[ \t]*/;

/**
 * The callout that a quotation is when it begins with `[!kind]`, as on GitHub and in Obsidian; the rest of that line
 * is its title.
 */
export function calloutOf(tokens: readonly Token[]): Callout | undefined {
  const [first, ...others] = tokens;
  if (first?.type !== 'paragraph') return undefined;
  const { raw, text } = first;
  const [mark, name = ''] = MARK.exec(text) ?? [];
  if (mark === undefined) return undefined;
  const newline = text.indexOf('\n');
  const title = text.slice(mark.length, newline < 0 ? undefined : newline).trim();
  // The line of the title counts as blank, so that the blocks below keep their line numbers.
  const mine: Token[] = [{ type: 'space', raw: newline < 0 ? raw : '\n' }];
  if (newline >= 0)
    mine.push({ ...first, raw: raw.slice(raw.indexOf('\n') + 1), text: text.slice(newline + 1) });
  return { kind: name.toLowerCase(), title, body: [...mine, ...others] };
}
