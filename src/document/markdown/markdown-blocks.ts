import type { Links } from 'marked';
import { clean } from '../../unicode/clean.ts';
import type { Block } from '../document.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import { writeBlocks } from './block-writer.ts';
import { CHUNK_SIZES, type Chunk, type ChunkSizes, chunksOf } from './chunks.ts';
import { rewriteContainers } from './containers.ts';
import { rewriteDefinitionLists } from './definition-lists.ts';
import { Definitions } from './definitions.ts';
import { rewriteDialects } from './dialects.ts';
import { isTooMuch } from './guards.ts';
import { ClosedElements } from './html.ts';
import type { BlockContext } from './inline-reader.ts';
import { lex, type Token } from './lexer.ts';
import { rewriteMdx } from './mdx.ts';
import { isPlain, writePlainParagraphs } from './plain-paragraphs.ts';
import { writeUnformatted } from './unformatted.ts';

/**
 * Writes a Markdown source as blocks, some more of them each time it is asked.
 *
 * @param sizes for tests; see `ChunkSizes`
 */
export function* markdownBlocks(
  source: string,
  writer: DocumentWriter,
  sizes?: ChunkSizes,
): Generator<readonly Block[]> {
  if (source.length <= CHUNK_SIZES.target && isPlain(source)) {
    yield writePlainParagraphs(source, writer, 0);
    return;
  }
  const links: Links = Object.create(null);
  const notes = new Set<string>();
  const context: BlockContext = { links, notes, closed: new ClosedElements(source) };
  const chunks = chunksOf(source, sizes);
  let { value: chunk, done } = chunks.next();
  // marked itself collects the definitions of a source that it is given whole.
  const whole = chunk?.kind === 'markdown' && chunk.source.length === source.length;
  const definitions = new Definitions(source, notes, whole ? undefined : links);
  const read = (part: Chunk): readonly Block[] => writeChunk(part, writer, context, definitions);
  for (; chunk && !done; { value: chunk, done } = chunks.next()) {
    if (chunk.kind === 'note') writer.notes.define(chunk.label!, chunk);
    else yield read(chunk);
  }
  const block = writer.notes.write(writer, read);
  if (block) yield [block];
}

function writeChunk(
  chunk: Chunk,
  writer: DocumentWriter,
  context: BlockContext,
  definitions: Definitions,
): readonly Block[] {
  const { kind, source, line } = chunk;
  if (kind === 'hidden') return [];
  if (kind === 'code') {
    const block = writer.code(source.replace(/\n$/, ''), undefined, line);
    return block ? [block] : [];
  }
  if (kind === 'markdown' && isPlain(source)) return writePlainParagraphs(source, writer, line);
  const tokens = kind === 'unformatted' ? undefined : tokensOf(source, context, definitions);
  if (!tokens) return writeUnformatted(source, writer, line);
  return writeBlocks(tokens, writer, context, line);
}

/** The tokens of a source; undefined where it would take too long. */
function tokensOf(
  source: string,
  context: BlockContext,
  definitions: Definitions,
): readonly Token[] | undefined {
  const cleaned = rewriteDialects(rewriteDefinitionLists(rewriteContainers(rewriteMdx(clean(source)))));
  if (isTooMuch(cleaned)) return undefined;
  definitions.reach(cleaned);
  try {
    return lex(cleaned, context.links);
  } catch {
    return undefined;
  }
}
