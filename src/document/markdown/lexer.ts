import { Lexer, type Links, type MarkedToken, Tokenizer, type Tokens } from 'marked';
import { isTooMuch } from './guards.ts';
import { isForeign } from './tags.ts';

/** A block of Markdown as marked reads it; inline text is in its `text`, as it is written. */
export type Token = MarkedToken;

class BlockTokenizer extends Tokenizer {
  override table(source: string): Tokens.Table | undefined {
    return mayBeTable(source) && !isVast(source) ? super.table(source) : undefined;
  }

  override html(source: string): Tokens.HTML | undefined {
    const [, tag, name = ''] = FIRST_TAG.exec(source) ?? [];
    return tag && isForeign(name.toLowerCase(), tag) ? undefined : super.html(source);
  }
}

const FIRST_TAG = /^ {0,3}(<\/?([A-Za-z][\w.:-]*)[^<>]*>)/;

/** Cells that a table may have for each character, and at least: marked fills up short rows. */
const CELLS_A_CHARACTER = 5;
const CELLS = 20_000;

/** Whether the second line of a source may be the one that parts a table's header from its rows. */
function mayBeTable(source: string): boolean {
  const second = source.indexOf('\n') + 1;
  return second > 0 && /^ {0,3}[|:-]/.test(source.slice(second, second + 4));
}

/** Whether the table a source begins with has so many columns and so short rows that it would be vast. */
function isVast(source: string): boolean {
  const first = source.indexOf('\n') + 1;
  const second = source.indexOf('\n', first);
  const columns = source.slice(first, second < 0 ? undefined : second).split('|').length;
  if (columns < 50) return false;
  const blank = source.indexOf('\n\n', first);
  const table = blank < 0 ? source : source.slice(0, blank);
  return columns * table.split('\n').length > Math.max(CELLS, CELLS_A_CHARACTER * table.length);
}

/**
 * The blocks of a source with LF line ends; adds reference links to `links`. Undefined if marked would take too long, or if
 * the nesting is too deep for the stack.
 */
export function lex(source: string, links: Links): readonly Token[] | undefined {
  if (isTooMuch(source)) return undefined;
  const lexer = new Lexer({ gfm: true, tokenizer: new BlockTokenizer() });
  lexer.tokens.links = links;
  try {
    lexer.blockTokens(source, lexer.tokens);
  } catch {
    return undefined;
  }
  return lexer.tokens as readonly Token[];
}

/** The inline text of a block; the box of a task, which marked puts before it, is none of it. */
export function inlineText({ text, tokens }: Tokens.Paragraph | Tokens.Text): string {
  const first = tokens?.[0];
  return first?.type === 'checkbox' ? text.slice(first.raw.length) : text;
}

/** Reads the definition of a reference link with which a source begins. */
export type DefinitionReader = (source: string) => Tokens.Def | undefined;

/** One reader for many definitions: making it costs more than reading one. */
export function definitionReader(): DefinitionReader {
  const tokenizer = new Tokenizer();
  // It is the lexer that gives a tokenizer its rules.
  new Lexer({ gfm: true, tokenizer });
  return (source) => tokenizer.def(source);
}
