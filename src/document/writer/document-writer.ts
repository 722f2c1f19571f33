import { clean } from '../../unicode/clean.ts';
import { hiddenIn } from '../../unicode/hidden.ts';
import { OF_LEAF } from '../budgets.ts';
import { REST_IS_PLAIN } from '../callout-kinds.ts';
import type { Block, Heading, Link, Run, StyledText } from '../document.ts';
import type { PageMetadata } from '../page-metadata.ts';
import { DocumentTitle } from './document-title.ts';
import { Footnotes } from './footnotes.ts';
import { GrowingText } from './growing-text.ts';
import { HiddenCharacters } from './hidden-characters.ts';
import { type LeafTarget, LeafWriter, type PendingLink, type Writable } from './leaf-writer.ts';

/** Builds a document: its reading text, and the headings, links and blocks that point into it. */
export class DocumentWriter implements LeafTarget {
  readonly text = new GrowingText();
  readonly links: Writable<Link>[] = [];
  readonly headings: Heading[] = [];
  readonly hidden = new HiddenCharacters();
  readonly notes = new Footnotes();
  readonly title: DocumentTitle;
  /** What the source tells of the article; undefined in formats that have no metadata in the text. */
  metadata: PageMetadata | undefined;
  /** Offsets of the elements that have an `id`, by that name. */
  readonly anchors = new Map<string, number>();
  /** Their names, since links to them were last resolved. */
  readonly newAnchors: string[] = [];
  /** The pending links that became the last of `links`: those of leaves whose blocks are not finished, and maybe more. */
  readonly #pending: PendingLink[] = [];

  /** About the bytes that blocks may still take; counted down while a block is written, whose size is not known before. */
  room = Number.POSITIVE_INFINITY;
  #isSpent = false;
  #hasToldSpent = false;

  constructor(title = new DocumentTitle()) {
    this.title = title;
  }

  get length(): number {
    return this.text.length;
  }

  /** True once a budget is spent: what follows is to be written as plain text. */
  get isSpent(): boolean {
    this.#isSpent ||= this.room < 0;
    return this.#isSpent;
  }

  set isSpent(isSpent: boolean) {
    this.#isSpent = isSpent;
  }

  append(text: string): void {
    this.text.append(text);
  }

  /** Cleans untrusted text that is about to be written at offset `at`, and notes the hidden characters in it. */
  clean(text: string, at = this.next): string {
    const cleaned = clean(text);
    if (cleaned !== text) this.hidden.add(hiddenIn(text, cleaned), at);
    return cleaned;
  }

  /** Extends `link` by the text from `start` to `end`, adding it to `links` if it is new, and returns its index there. */
  extendLink(link: PendingLink, start: number, end: number): number {
    if (link.index === undefined) {
      const { href, kind, target } = link;
      const added = target === undefined ? { href, kind, start, end } : { href, kind, start, end, target };
      link.index = this.links.push(added) - 1;
      this.#pending.push(link);
    }
    this.links[link.index]!.end = end;
    return link.index;
  }

  /** Where the next leaf begins if it is not empty. */
  get next(): number {
    return this.length === 0 ? 0 : this.length + 1;
  }

  /** Makes `anchor` the name of the position of the next text; the first of two with that name counts, as in HTML. */
  name(anchor: string | undefined): void {
    if (!anchor || this.anchors.has(anchor)) return;
    this.anchors.set(anchor, this.next);
    this.newAnchors.push(anchor);
  }

  /** Begins a leaf. Only one is written at a time. */
  leaf(): LeafWriter {
    this.room -= OF_LEAF;
    return new LeafWriter(this);
  }

  /** Writes untrusted text as a leaf. */
  textLeaf(text: string): LeafWriter {
    const leaf = this.leaf();
    leaf.add(text);
    return leaf;
  }

  /** The paragraph of a finished leaf; undefined if the leaf is empty. */
  paragraph({ runs, start, end }: LeafWriter, line: number): Block | undefined {
    const [first] = runs;
    this.#pending.length = 0;
    if (!first) return undefined;
    if (first.link === undefined && first.style.role !== 'image') this.title.seeProse();
    return { kind: 'paragraph', runs, start, end, line };
  }

  /** The heading of a finished leaf; undefined if it is empty, or is the title, which is shown above the text. */
  heading(leaf: LeafWriter, depth: number, line: number): Block | undefined {
    const { runs, start, end } = leaf;
    if (runs.length === 0) return undefined;
    const rest = this.title.extractFrom(runs, depth, start, this.links);
    if (rest !== undefined) return this.#rewrite(leaf, rest, line);
    this.#pending.length = 0;
    this.#nameHeading(start, end);
    const text = runs.map((run) => run.text).join('');
    this.headings.push({ depth, text: text.replaceAll('\n', ' '), at: start });
    return { kind: 'heading', depth, runs, start, end, line };
  }

  /** Makes the names at the end of a heading those of the heading, as `## Prices {#prices}` means it. */
  #nameHeading(start: number, end: number): void {
    for (let last = this.newAnchors.length - 1; last >= 0; last--) {
      const name = this.newAnchors[last]!;
      if (this.anchors.get(name)! <= end) return;
      this.anchors.set(name, start);
    }
  }

  /** Replaces the last leaf by a paragraph of some of its runs. */
  #rewrite({ start }: LeafWriter, runs: readonly Run[], line: number): Block | undefined {
    const kept = runs.map(({ text, style, link }) => ({ text, style, link: this.links[link ?? -1] }));
    this.text.truncate(Math.max(0, start - 1));
    while ((this.links.at(-1)?.start ?? -1) >= start) {
      this.links.pop();
      delete this.#pending.pop()!.index;
    }
    const leaf = this.leaf();
    for (const { text, style, link } of kept) {
      if (leaf.runs.length > 0) leaf.add(' ', style);
      leaf.add(text, style, link && { href: link.href, kind: link.kind });
    }
    return this.paragraph(leaf, line);
  }

  /** The range of a block without text. */
  get here(): { start: number; end: number } {
    return { start: this.length, end: this.length };
  }

  /** The block that tells the reader that the rest is plain text, once it is. */
  restIsPlain(line: number): readonly Block[] {
    if (!this.isSpent || this.#hasToldSpent) return [];
    this.#hasToldSpent = true;
    return [{ kind: 'quotation', callout: REST_IS_PLAIN, blocks: [], ...this.here, line }];
  }

  rule(line: number): Block {
    return { kind: 'rule', ...this.here, line };
  }

  /** Writes untrusted code, its lines as they are; undefined if it is blank. */
  code(text: string, language: string | undefined, line: number): Block | undefined {
    const code = this.clean(text);
    if (code.trim() === '') return undefined;
    const start = this.next;
    this.append(start ? `\n${code}` : code);
    const end = this.length;
    return { kind: 'code', code, ...(language && { language }), start, end, line };
  }

  /** Writes untrusted lines of styled text, as they are but without empty lines at the end; undefined if they are blank. */
  styledCode(lines: readonly (readonly StyledText[])[], line: number): Block | undefined {
    const start = this.next;
    const runs: Writable<Run>[] = [];
    let code = '';
    for (const { text, style } of lines.flatMap((parts) => [...parts, NEWLINE])) {
      const cleaned = this.clean(text);
      const last = runs.at(-1);
      if (last && (last.style === style || cleaned === '\n')) last.text += cleaned;
      else if (cleaned !== '') runs.push({ text: cleaned, style, at: start + code.length });
      code += cleaned;
    }
    code = code.trimEnd();
    if (code === '') return undefined;
    const end = start + code.length;
    for (const run of runs) run.text = run.text.slice(0, Math.max(0, end - run.at));
    this.append(start ? `\n${code}` : code);
    return { kind: 'code', code, runs: runs.filter(({ text }) => text !== ''), start, end, line };
  }
}

const NEWLINE: StyledText = { text: '\n', style: {} };
