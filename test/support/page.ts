import type { Block, Run } from '../../src/document/document.ts';
import { loadParser } from '../../src/document/late-parsers.ts';
import type { PageOptions } from '../../src/document/page-options.ts';
import { type Hints, parseDocument, type TitledDocument } from '../../src/document/parse-document.ts';

await loadParser('html');

/** The whole document of some HTML. */
export function pageOf(source: string, page: PageOptions = {}, hints: Hints = {}): TitledDocument {
  const document = parseDocument({ format: 'html', source, firstLine: 0, page }, hints);
  document.extend(Number.POSITIVE_INFINITY);
  return document;
}

/** The blocks of HTML that is all text, each as a line in a short form; blocks in others are indented. */
export const outlineOf = (source: string, page: PageOptions = {}): string =>
  outlineOfBlocks(pageOf(source, { extract: false, ...page }).blocks);

export const outlineOfBlocks = (blocks: Iterable<Block>): string => [...blocks].flatMap(outline).join('\n');

/** A block as lines: its kind, a colon, and its text with the roles and styles of its runs. */
function outline(block: Block): string[] {
  const under = (blocks: readonly Block[]): string[] => blocks.flatMap(outline).map((line) => `  ${line}`);
  switch (block.kind) {
    case 'paragraph':
      return [textOf(block.runs)];
    case 'heading':
      return [`${'#'.repeat(block.depth)} ${textOf(block.runs)}`];
    case 'code':
      return [`code ${block.language ?? ''}: ${JSON.stringify(block.code)}`];
    case 'quotation':
      return [
        `quotation${block.callout ? ` ${block.callout}` : ''}${block.titled ? ' titled' : ''}:`,
        ...under(block.blocks),
      ];
    case 'list':
      return [
        `list${block.first === undefined ? '' : ` from ${block.first}`}${block.loose ? ', loose' : ''}:`,
        ...block.items.flatMap(({ task, blocks }) => {
          const [first = '', ...rest] = under(blocks);
          return [`${task ? `(${task})` : '-'} ${first.trimStart()}`, ...rest];
        }),
      ];
    case 'table':
      return [
        `table${block.align.some(Boolean) ? ` ${block.align.join(' ')}` : ''}:`,
        ...block.rows.map((row) => `  ${row.map(textOf).join(' | ')}`),
      ];
    case 'hanging':
      return [`term${block.tight ? ', tight' : ''}: ${textOf(block.term)}`, ...under(block.blocks)];
    case 'notes':
      return ['notes:', ...block.notes.flatMap(({ label, blocks }) => [`${label}.`, ...under(blocks)])];
    case 'rule':
      return ['rule'];
  }
}

/** Runs as text: `[link: …]`, `[bold: …]`; line ends as ⏎. */
function textOf(runs: readonly Run[]): string {
  return runs
    .map(({ text, style }) => {
      const { role, bold, italic, underline, strike } = style;
      const names = [role, bold && 'bold', italic && 'italic', underline && 'underline', strike && 'strike'];
      const shown = text.replaceAll('\n', '⏎');
      const name = names.filter(Boolean).join(' ');
      return name ? `[${name}: ${shown}]` : shown;
    })
    .join('');
}
