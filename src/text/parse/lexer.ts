import { Lexer, type MarkedToken, Tokenizer, type Tokens } from 'marked';

/** What marked makes of a text, and what is ours on top of it. */
export type Token = MarkedToken | FootnoteReference | Wikilink;

/** `[^label]` where a note of that label exists. */
export interface FootnoteReference {
  readonly type: 'footnote';
  readonly raw: string;
  readonly label: string;
}

/** Obsidian's `[[target|text]]`, or with `embed` `![[target|text]]`. */
export interface Wikilink {
  readonly type: 'wikilink';
  readonly raw: string;
  readonly target: string;
  readonly text: string;
  readonly embed: boolean;
}

const WIKILINK = /^!?\[\[([^[\]\n|]+)(?:\|([^[\]\n]+))?\]\]/;

/** Reads what only articles write, where marked looks for links: so never inside code. */
class ArticleTokenizer extends Tokenizer {
  override link(source: string): Tokens.Link | Tokens.Image | undefined {
    const bracket = source.startsWith('!') ? 1 : 0;
    if (source.startsWith('[[', bracket)) {
      const found = WIKILINK.exec(source);
      if (found) {
        const [raw, target = '', text = target] = found;
        const token: Wikilink = { type: 'wikilink', raw, target, text, embed: bracket === 1 };
        return token as unknown as Tokens.Link;
      }
    }
    return super.link(source);
  }
}

/** The tokens of `source` (LF line ends). May throw where marked gives up. */
export function lex(source: string): readonly Token[] {
  return new Lexer({ gfm: true, tokenizer: new ArticleTokenizer() }).lex(source) as readonly Token[];
}
