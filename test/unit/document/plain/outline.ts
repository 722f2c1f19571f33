import type { PlainBlock, PlainText } from '../../../../src/document/plain/plain-block.ts';

/** A parsed text as lines for goldens: a sign for each kind of block, two spaces for each level of nesting. */
export function outline({ title, blocks }: PlainText): string {
  return [`title: ${title ?? '(none)'}`, ...[...blocks].flatMap((block) => linesOf(block, ''))].join('\n');
}

function linesOf(block: PlainBlock, indent: string): string[] {
  const inside = `${indent}  `;
  switch (block.kind) {
    case 'heading':
      return [`${indent}${'#'.repeat(block.depth)} ${block.text}`];
    case 'paragraph':
      return [`${indent}¶ ${block.text}`];
    case 'lines':
      return block.lines.map((line, i) => `${indent}${i === 0 ? '|' : ':'} ${line}`);
    case 'table':
      return block.rows.map((row) => `${indent}[${row.join('] [')}]`);
    case 'rule':
      return [`${indent}---`];
    case 'quotation':
      return [`${indent}quotation`, ...block.blocks.flatMap((inner) => linesOf(inner, inside))];
    case 'list':
      return block.items.flatMap((item, i) => {
        const [first = '', ...rest] = item.flatMap((inner) => linesOf(inner, inside));
        const mark = block.start === undefined ? '•' : `${block.start + i}.`;
        return [`${indent}${mark} ${first.trimStart()}`, ...rest];
      });
  }
}
