import type { Tokens } from 'marked';
import { clean } from '../../unicode/clean.ts';
import { decodeEntities } from '../../unicode/entities.ts';
import type { Block, Item } from '../document.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import type { LeafWriter } from '../writer/leaf-writer.ts';
import { listOf, quotationOf, tableOf } from '../writer/nested-blocks.ts';
import { CALLOUT, ITALIC, PLAIN } from '../writer/styles.ts';
import { codeCellOf } from './code-cell.ts';
import { MAX_DEPTH } from './guards.ts';
import { HtmlBlocks } from './html-blocks.ts';
import type { BlockContext } from './inline-reader.ts';
import { InlineWriter } from './inline-writer.ts';
import { inlineText, lex, type Token } from './lexer.ts';
import { isBlock } from './tags.ts';

/** Writes Markdown tokens as blocks. */
export class BlockWriter {
  readonly #writer: DocumentWriter;
  readonly #context: BlockContext;

  constructor(writer: DocumentWriter, context: BlockContext) {
    this.#writer = writer;
    this.#context = context;
  }

  /** Writes tokens, the first from source line `line`. HTML may open an element that holds the tokens after it. */
  write(tokens: readonly Token[], line: number, depth = 0): readonly Block[] {
    const html = new HtmlBlocks(this.#writer, this.#context.closed);
    for (const token of tokens) {
      if (token.type === 'html') this.#html(html, token.raw, line, depth);
      else if (token.type === 'code') for (const block of this.#code(token, line)) html.addBlock(block);
      else {
        const block = this.#block(token, line, depth);
        if (block) html.addBlock(block);
      }
      line += countLines(token.raw);
    }
    return html.finish();
  }

  /** Writes tokens in a block whose headings are not the title. */
  #writeInside(tokens: readonly Token[], line: number, depth: number): readonly Block[] {
    this.#writer.title.enter();
    const blocks = this.write(tokens, line, depth);
    this.#writer.title.leave();
    return blocks;
  }

  /** Writes HTML. In an element with the attribute `markdown` (Markdown Extra, kramdown), its lines are Markdown. */
  #html(html: HtmlBlocks, raw: string, line: number, depth: number): void {
    const tag = depth < MAX_DEPTH ? MARKDOWN_TAG.exec(raw)?.[0] : undefined;
    const end = tag === undefined ? 0 : closingsAt(raw);
    const inside =
      end > (tag ?? '').length ? lex(raw.slice(tag!.length, end), this.#context.links) : undefined;
    if (tag === undefined || !inside) {
      html.add(raw, line);
      return;
    }
    html.add(tag, line);
    const start = line + countLines(tag);
    for (const block of this.write(inside, start, depth + 1)) html.addBlock(block);
    html.add(raw.slice(end), start);
  }

  #block(token: Token, line: number, depth: number): Block | undefined {
    switch (token.type) {
      case 'paragraph':
      case 'text':
        return this.#writer.paragraph(this.#leaf(inlineText(token)), line);
      case 'heading':
        return this.#writer.heading(this.#leaf(token.text), token.depth, line);
      case 'blockquote':
        return depth < MAX_DEPTH ? this.#quotation(token, line, depth) : this.#plain(token.text, line);
      case 'list':
        if (depth < MAX_DEPTH) return this.#list(token, line, depth);
        return this.#plain(token.items.map((item) => item.text).join('\n'), line);
      case 'table':
        return this.#table(token, line);
      case 'hr':
        return this.#writer.rule(line);
    }
    return undefined;
  }

  /** Writes code, and the captions of a cell of code below it. */
  #code({ text, lang = '' }: Tokens.Code, line: number): readonly Block[] {
    const cell = codeCellOf(lang, text);
    const { code, captions = [], optionLines = 0 } = cell ?? { code: text };
    const blocks = [this.#writer.code(code.replace(/\n$/, ''), languageOf(lang), line + optionLines)];
    for (const caption of captions) blocks.push(this.#writer.paragraph(this.#leaf(caption, ITALIC), line));
    return blocks.filter((block) => block !== undefined);
  }

  #leaf(source: string, style = PLAIN): LeafWriter {
    const leaf = this.#writer.leaf();
    new InlineWriter(this.#writer, leaf, style).markdown(source, this.#context);
    return leaf;
  }

  /** A paragraph of text that is not to be parsed. */
  #plain(text: string, line: number): Block | undefined {
    return this.#writer.paragraph(this.#writer.textLeaf(decodeEntities(text)), line);
  }

  #quotation(token: Tokens.Blockquote, line: number, depth: number): Block | undefined {
    const callout = calloutOf(token.tokens as Token[]);
    const title = callout && this.#writer.paragraph(this.#leaf(callout.title, CALLOUT), line);
    const blocks = this.#writeInside(callout?.body ?? (token.tokens as Token[]), line, depth + 1);
    const titled = title && { titled: true as const };
    return quotationOf(
      title ? [title, ...blocks] : blocks,
      line,
      callout && { callout: callout.kind, ...titled },
    );
  }

  #list({ items, start, loose }: Tokens.List, line: number, depth: number): Block {
    const written: Item[] = [];
    let itemLine = line;
    for (const { tokens, task: isTask, checked, raw } of items) {
      const marked = isTask ? undefined : markedTask(tokens as Token[]);
      const blocks = this.#writeInside(marked?.tokens ?? (tokens as Token[]), itemLine, depth + 1);
      const task = marked?.task ?? (isTask && (checked ? 'done' : 'open'));
      written.push(task ? { blocks, task } : { blocks });
      itemLine += countLines(raw);
    }
    return listOf(written, { first: start === '' ? undefined : start, loose }, line, this.#writer.here)!;
  }

  /** GFM ignores cells beyond those of the header; here they get columns of their own, for nothing written is lost. */
  #table({ header, rows, align, raw }: Tokens.Table, line: number): Block | undefined {
    const lines = raw.split('\n').slice(2);
    const texts = [header, ...rows].map((row, i) => [
      ...row.map((cell) => cell.text),
      ...(i > 0 ? surplusCells(lines[i - 1] ?? '', header.length) : []),
    ]);
    const columns = Math.max(...texts.map(({ length }) => length));
    const written = texts.map((row) =>
      Array.from({ length: columns }, (_, column) => this.#leaf(row[column] ?? '').runs),
    );
    return tableOf(
      written,
      Array.from({ length: columns }, (_, column) => align[column] ?? null),
      line,
    );
  }
}

/** The cells of a table's line from number `count` on; none if they are empty. */
function surplusCells(line: string, count: number): readonly string[] {
  const inside = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  const cells = inside.split(/(?<!\\)\|/).slice(count);
  return cells.some((cell) => cell.trim() !== '')
    ? cells.map((cell) => cell.trim().replaceAll('\\|', '|'))
    : [];
}

const MARKDOWN_TAG =
  /^\s*<[a-z][\w-]*\s(?:[^<>]{0,500}\s)?markdown(?:=["']?(?:1|block|span)["']?)?(?:\s[^<>]{0,500})?>[ \t]*\n?/i;

/** The offset of the closing tags of blocks with which a piece of HTML ends; its length without any. */
function closingsAt(html: string): number {
  let end = html.trimEnd().length;
  while (html[end - 1] === '>') {
    const at = html.lastIndexOf('<', end);
    const name = /^<\/([a-z][\w-]{0,20})>$/i.exec(html.slice(at, at + 25).slice(0, end - at))?.[1];
    if (name === undefined || !isBlock(name.toLowerCase())) break;
    end = html.slice(0, at).trimEnd().length;
  }
  return end;
}

/** The language in a fence's info string: its first word, without the additions of tools (`{.js}`, `js{1,3}`, `{code-block} js`). */
function languageOf(info: string): string | undefined {
  return /^(?:\{code[\w-]*\})?[\s{.]*([\w+#-]+)/.exec(clean(decodeEntities(info)))?.[1]?.toLowerCase();
}

function countLines(raw: string): number {
  let count = 0;
  for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) count++;
  return count;
}

/** Marks of tasks in Obsidian besides the boxes of GitHub. */
const TASKS: Readonly<Record<string, NonNullable<Item['task']>>> = {
  '/': 'begun',
  '-': 'cancelled',
  '>': 'forwarded',
  '<': 'scheduled',
  '?': 'question',
  '!': 'important',
};

/** The task that an item is by a mark of Obsidian, and its tokens without the mark; undefined if it has none. */
function markedTask(
  tokens: readonly Token[],
): { readonly task: NonNullable<Item['task']>; readonly tokens: readonly Token[] } | undefined {
  const [first, ...others] = tokens;
  if (first?.type !== 'text' && first?.type !== 'paragraph') return undefined;
  const mark = /^\[([/><?!-])\][ \t]+(?=\S)/.exec(first.text);
  if (!mark) return undefined;
  const text = first.text.slice(mark[0].length);
  return { task: TASKS[mark[1]!]!, tokens: [{ ...first, text }, ...others] };
}

interface Callout {
  /** `note`, `warning`, …; in lower case. */
  readonly kind: string;
  /** Inline Markdown; empty without a title. */
  readonly title: string;
  readonly body: readonly Token[];
}

const MARK = /^\[!([A-Za-z][\w -]{0,40})\](?![[(])[+-]?[ \t]*/;

/** The callout that a quotation is if it begins with `[!kind]` (GitHub, Obsidian); the rest of that line is its title. */
function calloutOf(tokens: readonly Token[]): Callout | undefined {
  const [first, ...others] = tokens;
  if (first?.type !== 'paragraph') return undefined;
  const { raw, text } = first;
  const [mark, name = ''] = MARK.exec(text) ?? [];
  if (mark === undefined) return undefined;
  const newline = text.indexOf('\n');
  const title = text.slice(mark.length, newline < 0 ? undefined : newline).trim();
  // The line of the title counts as blank, so that the blocks below keep their line numbers.
  const mine: Token[] = [{ type: 'space', raw: newline < 0 ? raw : '\n' }];
  if (newline >= 0)
    mine.push({ ...first, raw: raw.slice(raw.indexOf('\n') + 1), text: text.slice(newline + 1) });
  return { kind: name.toLowerCase(), title, body: [...mine, ...others] };
}
