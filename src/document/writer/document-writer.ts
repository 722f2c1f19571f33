import { clean } from '../../unicode/clean.ts';
import type { Block, Heading, Link, Run } from '../document.ts';
import { Notes } from './footnotes.ts';
import { Leaf, type PendingLink, type Writable } from './leaf-writer.ts';
import { Title } from './title.ts';

/** Puts a document together: its reading text, and what points into it. */
export class Writer {
  text = '';
  readonly links: Writable<Link>[] = [];
  readonly headings: Heading[] = [];
  readonly notes = new Notes();
  /** What is shown above the text, and so left out of it. */
  readonly title: Title;
  /** Places that HTML gives a name to. */
  readonly anchors = new Map<string, number>();
  /** The links as they were asked for, by the same index as `links`. */
  readonly #pending: PendingLink[] = [];

  constructor(title = new Title()) {
    this.title = title;
  }

  /** Notes that `link` has text from `start` to `end`, and returns its index. */
  extendLink(link: PendingLink, start: number, end: number): number {
    if (link.index === undefined) {
      const { href, kind, target } = link;
      link.index = this.links.push({ href, kind, start, end, ...(target !== undefined && { target }) }) - 1;
      this.#pending.push(link);
    }
    this.links[link.index]!.end = end;
    return link.index;
  }

  /** Where the next leaf will begin, if it is not empty. */
  get next(): number {
    return this.text === '' ? 0 : this.text.length + 1;
  }

  /** Gives a name to the place where the next text comes. */
  name(anchor: string | undefined): void {
    if (anchor && !this.anchors.has(anchor)) this.anchors.set(anchor, this.next);
  }

  leaf(): Leaf {
    return new Leaf(this);
  }

  /** The paragraph of a written leaf; undefined when nothing was written. */
  paragraph({ runs, start, end }: Leaf, line: number): Block | undefined {
    const [first] = runs;
    if (!first) return undefined;
    if (first.link === undefined && first.style.role !== 'image') this.title.prose();
    return { kind: 'paragraph', runs, start, end, line };
  }

  /** The heading of a written leaf, noted among the document's headings; without what is the title. */
  heading(leaf: Leaf, depth: number, line: number): Block | undefined {
    const { runs, start, end } = leaf;
    if (runs.length === 0) return undefined;
    const rest = this.title.takeFrom(runs, depth, start, this.links);
    if (rest !== undefined) return this.#rewrite(leaf, rest, line);
    const text = runs.map((run) => run.text).join('');
    this.headings.push({ depth, text: text.replaceAll('\n', ' '), at: start });
    return { kind: 'heading', depth, runs, start, end, line };
  }

  /** Takes the last leaf out of the text and writes some of its runs in its place, as a paragraph. */
  #rewrite({ start }: Leaf, runs: readonly Run[], line: number): Block | undefined {
    const written = runs.map(({ text, style, link }) => ({ text, style, link: this.links[link ?? -1] }));
    this.text = this.text.slice(0, Math.max(0, start - 1));
    while ((this.links.at(-1)?.start ?? -1) >= start) {
      this.links.pop();
      delete this.#pending.pop()!.index;
    }
    const leaf = this.leaf();
    for (const { text, style, link } of written) {
      if (leaf.runs.length > 0) leaf.add(' ', style, undefined);
      leaf.add(text, style, link && { href: link.href, kind: link.kind });
    }
    return this.paragraph(leaf, line);
  }

  /** The range of what has no text. */
  get here(): { start: number; end: number } {
    return { start: this.text.length, end: this.text.length };
  }

  rule(line: number): Block {
    return { kind: 'rule', ...this.here, line };
  }

  /** Writes untrusted lines that are kept as they are. */
  code(text: string, language: string | undefined, line: number): Block | undefined {
    const code = clean(text);
    if (code.trim() === '') return undefined;
    const start = this.next;
    this.text += start ? `\n${code}` : code;
    const end = this.text.length;
    return { kind: 'code', code, ...(language && { language }), start, end, line };
  }
}

/** The range of the text that blocks hold; undefined where there are none. */
export function rangeOf(blocks: readonly Block[]): { start: number; end: number } | undefined {
  return blocks.length > 0 ? { start: blocks[0]!.start, end: blocks.at(-1)!.end } : undefined;
}
