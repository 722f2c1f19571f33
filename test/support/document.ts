import type { Body } from '../../src/document/body.ts';
import type { Block, Document, Heading, Item, Link, Run, Style } from '../../src/document/document.ts';
import { type DocumentParts, fixedDocument } from '../../src/document/fixed-document.ts';
import { type Hints, parseDocument } from '../../src/document/parse-document.ts';

/** A block in the short form that tests write: texts instead of runs, and no offsets. */
export type Sketch =
  | { p: Text }
  | { h: Text; depth: number }
  | { code: string; language?: string }
  | { quote: readonly Sketch[]; callout?: string }
  | { list: readonly ItemSketch[]; first?: number; loose?: boolean }
  | { table: readonly (readonly Text[])[]; align?: readonly ('left' | 'right' | 'center' | undefined)[] }
  | { term: Text; hanging: readonly Sketch[]; indent: number; tight: boolean }
  | { rule: true }
  | { notes: readonly { label: string; blocks: readonly Sketch[] }[] };

export type ItemSketch = readonly Sketch[] | { task: 'open' | 'done'; blocks: readonly Sketch[] };

/** A plain text, or pieces with a style and an optional link. */
export type Text = string | readonly (string | { text: string; style?: Style; href?: string })[];

/** A document from blocks in short form, with the offsets the parser would give: leaves in order, joined by newlines. */
export function documentOf(sketches: readonly Sketch[], lang?: 'fr' | 'en'): Document {
  const builder = new Builder();
  const blocks = sketches.map((sketch) => builder.block(sketch));
  const { text, headings, links } = builder;
  return fixedDocument({ text, blocks, headings, links, lang });
}

/** A whole document in a form that can be compared. */
export function partsOf(document: Document): DocumentParts {
  document.extend(Infinity);
  const { text, blocks, headings, links, lang } = document;
  return { text, blocks: [...blocks], headings, links, lang };
}

/** The parts of the document in `body`. */
export const parsedParts = (body: Body, hints?: Hints): DocumentParts => partsOf(parseDocument(body, hints));

class Builder {
  text = '';
  private leaves = 0;
  readonly headings: Heading[] = [];
  readonly links: Link[] = [];

  block(sketch: Sketch): Block {
    const at = this.leaves === 0 ? 0 : this.text.length + 1;
    const block = this.build(sketch);
    const end = this.text.length;
    return { ...block, start: Math.min(at, end), end } as Block;
  }

  private build(sketch: Sketch): object {
    if ('p' in sketch) return { kind: 'paragraph', runs: this.leaf(sketch.p) };
    if ('h' in sketch) {
      const runs = this.leaf(sketch.h);
      const text = runs.map((run) => run.text).join('');
      this.headings.push({ depth: sketch.depth, text, at: runs[0]?.at ?? 0 });
      return { kind: 'heading', depth: sketch.depth, runs };
    }
    if ('code' in sketch) {
      this.leaf(sketch.code);
      return { kind: 'code', code: sketch.code, ...(sketch.language && { language: sketch.language }) };
    }
    if ('quote' in sketch) {
      const blocks = sketch.quote.map((inner) => this.block(inner));
      return { kind: 'quotation', blocks, ...(sketch.callout && { callout: sketch.callout }) };
    }
    if ('list' in sketch) {
      const items = sketch.list.map((item) => this.item(item));
      return {
        kind: 'list',
        loose: sketch.loose ?? false,
        items,
        ...(sketch.first !== undefined && { first: sketch.first }),
      };
    }
    if ('table' in sketch) {
      const rows = sketch.table.map((row) => row.map((cell) => this.leaf(cell)));
      return { kind: 'table', align: sketch.align ?? [], rows };
    }
    if ('term' in sketch) {
      const { indent, tight } = sketch;
      const term = sketch.term === '' ? [] : this.leaf(sketch.term);
      return {
        kind: 'hanging',
        term,
        blocks: sketch.hanging.map((inner) => this.block(inner)),
        indent,
        tight,
      };
    }
    if ('rule' in sketch) return { kind: 'rule' };
    const notes = sketch.notes.map(({ label, blocks }) => ({
      label,
      blocks: blocks.map((inner) => this.block(inner)),
    }));
    return { kind: 'notes', notes };
  }

  private item(item: ItemSketch): Item {
    if ('task' in item) return { task: item.task, blocks: item.blocks.map((inner) => this.block(inner)) };
    return { blocks: item.map((inner) => this.block(inner)) };
  }

  private leaf(text: Text): Run[] {
    if (this.leaves++ > 0) this.text += '\n';
    const parts = typeof text === 'string' ? (text === '' ? [] : [text]) : text;
    return parts.map((part) => {
      const at = this.text.length;
      const piece = typeof part === 'string' ? { text: part } : part;
      this.text += piece.text;
      const run = { text: piece.text, style: ('style' in piece && piece.style) || {}, at };
      if (!('href' in piece) || piece.href === undefined) return run;
      this.links.push({ href: piece.href, kind: 'web', start: at, end: this.text.length });
      return { ...run, link: this.links.length - 1 };
    });
  }
}
