import type { Links } from 'marked';
import { clean } from '../../unicode/clean.ts';
import type { Block } from '../document.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import { BlockWriter } from './block-writer.ts';
import { CHUNK_SIZES, type Chunk, type ChunkSizes, chunksOf } from './chunks.ts';
import { rewriteContainers } from './containers.ts';
import { rewriteDefinitionLists } from './definition-lists.ts';
import { Definitions } from './definitions.ts';
import { rewriteDialects } from './dialects.ts';
import { HeadingLabels } from './heading-labels.ts';
import { noteHidden } from './hidden-in-source.ts';
import { ClosedElements } from './html.ts';
import { lex, type Token } from './lexer.ts';
import { rewritePandocTables } from './pandoc-tables.ts';
import { isPlain, writePlainParagraphs } from './plain-paragraphs.ts';
import { writeUnformatted } from './unformatted.ts';

/** Writes a Markdown source as blocks, some more of them each time it is asked. `sizes` are for tests. */
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
  const chunks = chunksOf(source, sizes);
  let { value: chunk, done } = chunks.next();
  // marked itself collects the definitions of a source that it is given whole.
  const whole = chunk?.kind === 'markdown' && chunk.source.length === source.length;
  const definitions = new Definitions(source, notes, whole ? undefined : links);
  const blocks = new BlockWriter(writer, {
    links,
    notes,
    closed: new ClosedElements(source),
    headings: new HeadingLabels(source),
  });
  const write = ({ kind, source: part, line }: Chunk): readonly Block[] => {
    if (kind === 'hidden') return [];
    if (kind === 'code') return [writer.code(part.replace(/\n$/, ''), undefined, line) ?? []].flat();
    if (kind === 'markdown' && isPlain(part)) return writePlainParagraphs(part, writer, line);
    const cleaned = kind === 'unformatted' ? part : clean(part);
    const tokens =
      kind === 'unformatted' || writer.isSpent ? undefined : tokensOf(cleaned, links, definitions);
    if (!tokens) return writeUnformatted(part, writer, line);
    const written = blocks.write(tokens, line);
    if (cleaned !== part) noteHidden(writer, { source: part, cleaned, line }, written);
    return written;
  };
  for (; chunk && !done; { value: chunk, done } = chunks.next()) {
    if (chunk.kind === 'note') writer.notes.define(chunk.label!, chunk);
    else yield [...writer.restIsPlain(chunk.line), ...write(chunk)];
  }
  writer.title.enter();
  for (const block of writer.notes.write(writer, write, () => writer.isSpent)) yield [block];
  for (const { source: note, line } of writer.notes.unwritten())
    yield [...writer.restIsPlain(line), ...writeUnformatted(note, writer, line)];
}

/** The tokens of a clean source; undefined if it would take too long. */
function tokensOf(source: string, links: Links, definitions: Definitions): readonly Token[] | undefined {
  const contained = rewriteContainers(source);
  const rewritten = rewriteDialects(rewriteDefinitionLists(rewritePandocTables(contained)));
  definitions.reach(rewritten);
  return lex(rewritten, links);
}
