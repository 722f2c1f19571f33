import type { Token } from './lexer.ts';

export interface Callout {
  /** `note`, `warning`, …; in lower case. */
  readonly kind: string;
  /** Empty where it has none of its own. */
  readonly title: readonly Token[];
  readonly body: readonly Token[];
}

const MARK = /^\[!([A-Za-z][\w -]{0,40})\][+-]?[ \t]*/;

/**
 * The callout that a quotation is when it begins with `[!kind]`, as on GitHub and in Obsidian; the rest of that line
 * is its title.
 */
export function calloutOf(tokens: readonly Token[]): Callout | undefined {
  const [first, ...others] = tokens;
  if (first?.type !== 'paragraph') return undefined;
  const inline = first.tokens as readonly Token[];
  const start = inline[0];
  const match = start?.type === 'text' ? MARK.exec(start.raw) : null;
  if (!match || start?.type !== 'text') return undefined;
  const [mark, name = ''] = match;
  const rest = [textToken(start.raw.slice(mark.length)), ...inline.slice(1)];
  const { before, after } = splitAtLineEnd(rest);
  const named = before.some((token) => token.raw.trim() !== '');
  const kind = name.toLowerCase();
  // What the title takes counts as blank, so that lines stay right.
  const mine: Token[] = [{ type: 'space', raw: after ? '\n' : first.raw }];
  if (after)
    mine.push({ ...first, raw: first.raw.slice(first.raw.indexOf('\n') + 1), tokens: after } as Token);
  return { kind, title: named ? before : [], body: [...mine, ...others] };
}

function splitAtLineEnd(tokens: readonly Token[]): { before: Token[]; after: Token[] | undefined } {
  const index = tokens.findIndex(
    (token) => token.type === 'br' || (token.type === 'text' && token.raw.includes('\n')),
  );
  const found = tokens[index];
  if (!found) return { before: [...tokens], after: undefined };
  const end = found.type === 'br' ? 0 : found.raw.indexOf('\n');
  const left = textToken(found.raw.slice(0, end));
  const right = found.type === 'br' ? [] : [textToken(found.raw.slice(end + 1))];
  return { before: [...tokens.slice(0, index), left], after: [...right, ...tokens.slice(index + 1)] };
}

const textToken = (raw: string): Token => ({ type: 'text', raw, text: raw });
