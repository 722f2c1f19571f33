import type { Body } from '../body.ts';
import type { Block } from '../document.ts';
import { InlineWriter } from '../markdown/inline-writer.ts';
import { unformattedRest } from '../markdown/unformatted.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import { listOf, quotationOf } from '../writer/nested-blocks.ts';
import { ITALIC } from '../writer/styles.ts';

/** Lines that are one block at most, and blocks that are written before they are given away. */
const MAX_LINES = 200;
const BATCH = 32;

/** The kinds of lines of Gemtext, by how they begin; a line of none of them is text. */
const KINDS = [
  ['toggle', /^```(.*)/],
  ['link', /^=>[ \t]*(\S.*)/],
  ['heading', /^#{1,3}[ \t]*\S.*/],
  ['item', /^\* (.*)/],
  ['quotation', /^>[ \t]?(.*)/],
  ['blank', /^\s*$/],
] as const;

type Kind = (typeof KINDS)[number][0] | 'text';

/** Writes a text of Gemtext (specification 0.24.1 of Gemini) as blocks: its lines of a kind that follow each other are one. */
export function* gemtextBlocks({ source }: Body, writer: DocumentWriter): Generator<readonly Block[]> {
  const lines = source.split('\n');
  let out: (Block | undefined)[] = [];
  for (let at = 0; at < lines.length; ) {
    if (writer.isSpent) {
      yield out.filter((block) => block !== undefined);
      const before = lines.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0);
      return yield* unformattedRest(source, before, writer, at);
    }
    const kind = kindOf(lines[at]!);
    const end = endOf(kind, lines, at);
    out.push(...written(kind, lines.slice(at, end), writer, at));
    at = end;
    if (out.length < BATCH) continue;
    yield out.filter((block) => block !== undefined);
    out = [];
  }
  yield out.filter((block) => block !== undefined);
}

const kindOf = (line: string): Kind => KINDS.find(([, sign]) => sign.test(line))?.[0] ?? 'text';

/** The text of a line without its sign. */
const textOf = (kind: Kind, line: string): string =>
  KINDS.find(([name]) => name === kind)?.[1].exec(line)?.[1] ?? line;

/** The line after the block that begins on a line. */
function endOf(kind: Kind, lines: readonly string[], at: number): number {
  if (kind === 'heading') return at + 1;
  if (kind === 'toggle') {
    const closing = lines.findIndex((line, index) => index > at && line.startsWith('```'));
    return closing < 0 ? lines.length : closing + 1;
  }
  let end = at + 1;
  while (end < lines.length && end - at < MAX_LINES && kindOf(lines[end]!) === kind) end++;
  return end;
}

function written(
  kind: Kind,
  lines: readonly string[],
  writer: DocumentWriter,
  line: number,
): readonly (Block | undefined)[] {
  const texts = lines.map((each) => textOf(kind, each));
  switch (kind) {
    case 'blank':
      return [];
    case 'heading':
      return [headingBlock(texts[0]!, writer, line)];
    case 'toggle':
      return preformatted(texts[0]!.trim(), lines, writer, line);
    case 'item': {
      const items = texts.map((text, index) => ({
        blocks: [paragraph([text], writer, line + index)].filter((block) => block !== undefined),
      }));
      return [listOf(items, { first: undefined, loose: false }, line)];
    }
    case 'quotation': {
      const block = paragraph(texts, writer, line);
      return [quotationOf(block ? [block] : [], line)];
    }
    case 'link':
      return [links(texts, writer, line)];
    case 'text':
      return [paragraph(texts, writer, line)];
  }
}

function headingBlock(text: string, writer: DocumentWriter, line: number): Block | undefined {
  const depth = /^#+/.exec(text)![0].length;
  return writer.heading(writer.textLeaf(text.slice(depth)), depth, line);
}

/** A paragraph of lines that are not joined. */
function paragraph(lines: readonly string[], writer: DocumentWriter, line: number): Block | undefined {
  const leaf = writer.leaf();
  for (const text of lines) {
    leaf.break();
    leaf.add(text.trim());
  }
  return writer.paragraph(leaf, line);
}

function links(lines: readonly string[], writer: DocumentWriter, line: number): Block | undefined {
  const leaf = writer.leaf();
  const inline = new InlineWriter(writer, leaf);
  for (const text of lines) {
    const [, address = '', label = ''] = /^(\S+)(.*)$/.exec(text.trim()) ?? [];
    leaf.break();
    inline.link(address);
    inline.text(label.trim() || address);
    inline.endLink();
  }
  return writer.paragraph(leaf, line);
}

/** Lines between two that begin with three backticks. What follows the first is a language, or describes them. */
function preformatted(
  label: string,
  lines: readonly string[],
  writer: DocumentWriter,
  line: number,
): readonly (Block | undefined)[] {
  const isLanguage = /^[\w+#-]{1,20}$/.test(label);
  const isClosed = lines.length > 1 && lines.at(-1)!.startsWith('```');
  const caption = writer.leaf();
  if (!isLanguage) caption.add(label, ITALIC);
  const code = lines.slice(1, isClosed ? -1 : undefined).join('\n');
  const described = writer.paragraph(caption, line);
  return [described, writer.code(code.trimEnd(), isLanguage ? label.toLowerCase() : undefined, line + 1)];
}
