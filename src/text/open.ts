import type { Body } from '../library/article.ts';
import { clean } from '../unicode/clean.ts';
import type { Block, Document } from './document.ts';
import { writeBlocks } from './parse/blocks.ts';
import { detectLanguage } from './parse/language.ts';
import { lex } from './parse/lexer.ts';
import { writeUnformatted } from './parse/unformatted.ts';
import { Writer } from './parse/writer.ts';

export interface Hints {
  /** Language the article says it is in; detected when absent. */
  readonly lang?: string;
  /** The title that is shown above the text; a first heading that says the same is left out. */
  readonly title?: string;
}

/** Opens an article's body for reading. Never throws, whatever is in it. */
export function openDocument(body: Body, hints: Hints = {}): Document {
  const writer = new Writer();
  const blocks =
    body.format === 'markdown'
      ? writeMarkdown(body.source, writer)
      : writeUnformatted(body.source, writer, 0);
  const said = hints.lang?.toLowerCase().slice(0, 2);
  return {
    text: writer.text,
    blocks,
    headings: writer.headings,
    links: writer.links,
    lang: said === 'fr' || said === 'en' ? said : said ? undefined : detectLanguage(writer.text),
    complete: true,
    extend() {},
  };
}

function writeMarkdown(source: string, writer: Writer): readonly Block[] {
  let tokens: ReturnType<typeof lex>;
  try {
    tokens = lex(clean(source));
  } catch {
    // marked gives up on what is nested too deep.
    return writeUnformatted(source, writer, 0);
  }
  return writeBlocks(tokens, writer, 0);
}
