import { Lexer, type Links, type MarkedToken, Tokenizer, type Tokens } from 'marked';
import { type Allowance, Exhausted, MAX_DEPTH, piecesOf } from './guards.ts';
import { rulesFor } from './punctuation.ts';

/** What marked makes of a text, and what is ours on top of it. */
export type Token = MarkedToken | FootnoteReference | InlineNote | Wikilink;

/** `[^label]` where a note of that label exists. */
export interface FootnoteReference {
  readonly type: 'footnote';
  readonly raw: string;
  readonly label: string;
}

/** `^[text]`: a note where it is mentioned, as Pandoc and Obsidian write it. */
export interface InlineNote {
  readonly type: 'inlineNote';
  readonly raw: string;
  readonly text: string;
}

/** Obsidian's `[[target|text]]`; `text` is what stands for the target where there is none. */
export interface Wikilink {
  readonly type: 'wikilink';
  readonly raw: string;
  readonly target: string;
  readonly text: string;
  /** `![[picture.png]]`. */
  readonly image: boolean;
}

/** What the parts of one document share while they are read. */
export interface LexerContext {
  /** Definitions of reference links, by normalised label. */
  readonly links: Links;
  /** Labels of the notes there are, in lower case. */
  readonly notes: ReadonlySet<string>;
  readonly allowance: Allowance;
}

const WIKILINK = /^!?\[\[([^[\]\n|]+)(?:\|([^[\]\n]*))?\]\](?!\])/;
const PICTURE = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i;
const FOOTNOTE = /^\[\^([^\]\s]{1,200})\]/;
/** With brackets inside one deep, for links; not what leads somewhere itself, nor the number of a note elsewhere. */
const INLINE_NOTE = /^\^\[(?!\d+\])((?:\\.|\[(?:\\.|[^[\]\\])*\]|[^[\]\\]){1,2000})\](?![([^])/s;
/** Addresses without markup are links up to this length: marked's time is quadratic in it. */
const MAX_BARE_URL = 2000;

/** Reads what only articles write where marked looks for links, so never inside code; counts marked's steps. */
class ArticleTokenizer extends Tokenizer {
  readonly #context: LexerContext;

  constructor(context: LexerContext) {
    super();
    this.#context = context;
  }

  /** The first thing marked tries at each step of inline text. */
  override escape(source: string): Tokens.Escape | undefined {
    this.#context.allowance.spend(source.length);
    const [raw, text] = (source.startsWith('^[') && INLINE_NOTE.exec(source)) || [];
    if (raw && text?.trim())
      return { type: 'inlineNote', raw, text } satisfies InlineNote as unknown as Tokens.Escape;
    return super.escape(source);
  }

  /** Text ends before what may be a note. */
  override inlineText(source: string): Tokens.Text | undefined {
    const token = super.inlineText(source);
    const raw = token?.raw;
    if (!raw || raw.length < 2 || !raw.endsWith('^') || source[raw.length] !== '[') return token;
    return { ...token, raw: raw.slice(0, -1), text: raw.slice(0, -1) };
  }

  override link(source: string): Tokens.Link | Tokens.Image | undefined {
    const own = source.startsWith('[') || source.startsWith('![[') ? this.#own(source) : undefined;
    return own ? (own as unknown as Tokens.Link) : super.link(source);
  }

  #own(source: string): FootnoteReference | Wikilink | undefined {
    const [reference, label = ''] = FOOTNOTE.exec(source) ?? [];
    if (reference && this.#context.notes.has(label.toLowerCase()))
      return { type: 'footnote', raw: reference, label };
    const [raw, target = '', text = ''] = WIKILINK.exec(source) ?? [];
    // Where the label is defined, it is a reference link in brackets.
    if (!raw || target.toLowerCase() in this.#context.links) return undefined;
    const image = raw.startsWith('!') && PICTURE.test(target);
    // A picture's text may be its size.
    const shown = image && /^\d+(?:x\d+)?$/.test(text) ? '' : text;
    return {
      type: 'wikilink',
      raw,
      target,
      text: shown || (image ? '' : target.replace(/^#|\^/g, '').replaceAll('#', ' > ')),
      image,
    };
  }

  override table(source: string): Tokens.Table | undefined {
    return mayBeTable(source) && !isVast(source) ? super.table(source) : undefined;
  }

  override url(source: string): Tokens.Link | undefined {
    const address = /^(?:https?:|ftp:|www\.)\S*/i.exec(source);
    return address && address[0].length > MAX_BARE_URL ? undefined : super.url(source);
  }
}

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

/** Text without any of this is text: what inline markup, a hard line break or an address needs. */
const MARKUP = /[\\`*_[<~@]|:\/\/|www\.| {2}\n/i;

class ArticleLexer extends Lexer {
  readonly #context: LexerContext;
  #depth = 0;

  constructor(context: LexerContext) {
    super({ gfm: true, tokenizer: new ArticleTokenizer(context) });
    this.#context = context;
    this.tokens.links = context.links;
  }

  /** As marked does it, but that a text which would take too long stays as it is written. */
  override lex(source: string): typeof this.tokens {
    const { tokenizer } = this.options;
    if (tokenizer) tokenizer.rules = rulesFor(source, tokenizer.rules);
    this.blockTokens(source, this.tokens);
    for (const { src, tokens } of this.inlineQueue) {
      for (const piece of piecesOf(src)) this.#inline(piece, tokens as MarkedToken[]);
    }
    return this.tokens;
  }

  override inlineTokens(source: string, tokens: Tokens.Generic[] = []): Tokens.Generic[] {
    if (!MARKUP.test(source)) {
      if (source !== '') tokens.push({ type: 'text', raw: source, text: source, escaped: false });
      return tokens;
    }
    if (this.#depth >= MAX_DEPTH) throw new Exhausted();
    // marked copies and masks the text at each level.
    this.#context.allowance.spend(100 * source.length);
    this.#depth++;
    super.inlineTokens(source, tokens);
    this.#depth--;
    return tokens;
  }

  #inline(source: string, tokens: MarkedToken[]): void {
    const before = tokens.length;
    this.#depth = 0;
    const { state } = this;
    state.inLink = false;
    state.inRawBlock = false;
    state.linkEmitted = false;
    state.linkParenPossible = true;
    this.#context.allowance.grant(source.length);
    try {
      this.inlineTokens(source, tokens);
    } catch (error) {
      if (!(error instanceof Exhausted) && !(error instanceof RangeError)) throw error;
      tokens.length = before;
      tokens.push({ type: 'text', raw: source, text: source });
    }
  }
}

/**
 * The tokens of `source`, which has LF line ends.
 *
 * @throws where marked gives up, on nesting too deep for the stack
 */
export function lex(source: string, context: LexerContext): readonly Token[] {
  return new ArticleLexer(context).lex(source) as readonly Token[];
}

/** Reads the definition of a reference link with which a source begins. */
export type DefinitionReader = (source: string) => Tokens.Def | undefined;

/** One reader for many definitions: making it costs more than reading one. */
export function definitionReader(context: LexerContext): DefinitionReader {
  const tokenizer = new ArticleTokenizer(context);
  // It is the lexer that gives a tokenizer its rules.
  new Lexer({ gfm: true, tokenizer });
  return (source) => tokenizer.def(source);
}
