import { calloutLabel } from '../../document/callout-kinds.ts';
import type { Block, BlockOf, Document, Item, Run } from '../../document/document.ts';
import { TASK_BOXES } from '../../text/hanging-items.ts';
import { type IdOf, inlineHtml } from './inline.ts';
import { escapeHtml } from './markup.ts';

/** Writes the blocks of a document as HTML; each is a string that ends with a newline. */
export class HtmlBlockWriter {
  readonly #document: Document;
  readonly #idOf: IdOf;

  /** @param name  begins the ids of its elements, so that several documents may be in one page */
  constructor(document: Document, name: string) {
    this.#document = document;
    this.#idOf = (offset) => `${name}-${offset}`;
  }

  *write(blocks: Iterable<Block>): Generator<string> {
    for (const block of blocks) yield `${this.#block(block)}\n`;
  }

  #blocks = (blocks: Iterable<Block>): string => [...this.write(blocks)].join('').trimEnd();

  #inline = (runs: readonly Run[]): string => inlineHtml(runs, this.#document, this.#idOf);

  #block(block: Block): string {
    switch (block.kind) {
      case 'paragraph':
        return `<p>${this.#inline(block.runs)}</p>`;
      case 'heading': {
        // The title of the article is the heading of the first level.
        const tag = `h${Math.min(6, block.depth + 1)}`;
        return `<${tag} id="${this.#idOf(block.start)}">${this.#inline(block.runs)}</${tag}>`;
      }
      case 'code':
        return `<pre><code>${escapeHtml(block.code)}</code></pre>`;
      case 'quotation':
        return this.#quotation(block);
      case 'list':
        return this.#list(block);
      case 'table':
        return this.#table(block);
      case 'hanging':
        return block.term.length === 0
          ? `<div class="indented">\n${this.#blocks(block.blocks)}\n</div>`
          : `<dl><dt>${this.#inline(block.term)}</dt><dd>${this.#blocks(block.blocks)}</dd></dl>`;
      case 'rule':
        return '<hr>';
      case 'notes':
        return this.#notes(block);
    }
  }

  #quotation({ callout, titled, blocks }: BlockOf<'quotation'>): string {
    if (callout === undefined) return `<blockquote>\n${this.#blocks(blocks)}\n</blockquote>`;
    const label = calloutLabel(callout, this.#document.lang);
    const title = titled ? '' : `<p><strong>${escapeHtml(label)}</strong></p>\n`;
    return `<aside>\n${title}${this.#blocks(blocks)}\n</aside>`;
  }

  #list({ first, loose, items }: BlockOf<'list'>): string {
    const [tag, start] = first === undefined ? ['ul', ''] : ['ol', first === 1 ? '' : ` start="${first}"`];
    const rows = items.map((item) => this.#item(item, loose));
    return `<${tag}${start}>\n${rows.join('\n')}\n</${tag}>`;
  }

  /** The first paragraph of an item has no space around it, unless the list is loose. */
  #item({ blocks, task }: Item, loose: boolean): string {
    const [first, ...others] = blocks;
    const open = task === undefined ? '<li>' : `<li class="task">${TASK_BOXES[task]} `;
    if (loose || first?.kind !== 'paragraph') return `${open}${this.#blocks(blocks)}</li>`;
    return `${open}${this.#inline(first.runs)}${others.length > 0 ? `\n${this.#blocks(others)}` : ''}</li>`;
  }

  #table({ align, rows }: BlockOf<'table'>): string {
    const row = (cells: readonly (readonly Run[])[], tag: 'th' | 'td'): string =>
      `<tr>${cells
        .map((cell, i) => `<${tag}${align[i] ? ` class="${align[i]}"` : ''}>${this.#inline(cell)}</${tag}>`)
        .join('')}</tr>`;
    const [header = [], ...body] = rows;
    const head = header.every((cell) => cell.length === 0) ? '' : `<thead>${row(header, 'th')}</thead>\n`;
    const lines = body.map((cells) => row(cells, 'td')).join('\n');
    return `<table>\n${head}<tbody>\n${lines}\n</tbody>\n</table>`;
  }

  #notes({ notes }: BlockOf<'notes'>): string {
    const rows = notes.map(({ label, blocks }) => {
      const at = blocks[0] ? ` id="${this.#idOf(blocks[0].start)}"` : '';
      const value = /^\d{1,9}$/.test(label) ? ` value="${label}"` : '';
      return `<li${at}${value}>${this.#blocks(blocks)}</li>`;
    });
    return `<section>\n<ol>\n${rows.join('\n')}\n</ol>\n</section>`;
  }
}
