import type { Block, Link, Note } from '../document.ts';
import type { Chunk } from '../markdown/chunks.ts';
import { type LeafTarget, LeafWriter, type PendingLink, type Writable } from './leaf-writer.ts';
import { NOTE } from './styles.ts';
import { toScript } from './superscripts.ts';

interface Entry {
  readonly label: string;
  readonly number: number;
  /** The links to the note. */
  readonly references: PendingLink[];
}

/** The document that footnotes are written into. */
interface FootnoteTarget extends LeafTarget {
  /** Where the next leaf begins if it is not empty. */
  readonly next: number;
  readonly links: readonly Writable<Link>[];
  paragraph(leaf: LeafWriter, line: number): Block | undefined;
}

/** The footnotes of a document: numbered in the order of their first references, written at its end. */
export class Footnotes {
  readonly #bodies = new Map<string, Chunk>();
  readonly #entries = new Map<string, Entry>();
  readonly #written = new Set<string>();

  /** Adds the body of a note; the first with a label counts. */
  define(label: string, body: Chunk): void {
    const key = label.toLowerCase();
    if (!this.#bodies.has(key)) this.#bodies.set(key, body);
  }

  /** Adds a note whose body is written in place, and returns its label; notes with the same text are one note. */
  inline(text: string): string {
    // Other labels hold no space.
    const label = ` ${text}`;
    this.define(label, { kind: 'note', source: text, line: 0 });
    return label;
  }

  /** Adds a reference to a note: the text to show, and the link to the note. */
  mention(label: string): { readonly text: string; readonly link: PendingLink } {
    const entry = this.#entry(label.toLowerCase());
    const link: PendingLink = { href: `#note-${entry.number}`, kind: 'footnote' };
    entry.references.push(link);
    return { text: toScript(String(entry.number), 'sup'), link };
  }

  /**
   * Writes all notes, also those without a reference, each with links back to its references; those after one at which
   * it stops are `unwritten`.
   *
   * @param writeBody  writes the body of a note; may add references to other notes
   * @param stops  asked before each note: true once no more are to be written
   */
  write(
    target: FootnoteTarget,
    writeBody: (body: Chunk) => readonly Block[],
    stops = (): boolean => false,
  ): Block | undefined {
    const notes: Note[] = [];
    const write = (entry: Entry): void => {
      const body = this.#bodies.get(entry.label);
      if (!body || stops()) return;
      this.#written.add(entry.label);
      const start = target.next;
      const blocks = writeBody(body);
      for (const { index } of entry.references) if (index !== undefined) target.links[index]!.target = start;
      notes.push({ label: String(entry.number), blocks: withLinksBack(blocks, entry, target, body.line) });
    };
    // References inside a note add entries during this loop.
    for (const entry of this.#entries.values()) write(entry);
    for (const label of this.#bodies.keys()) {
      if (stops()) break;
      if (!this.#entries.has(label)) write(this.#entry(label));
    }
    const blocks = notes.flatMap((note) => note.blocks);
    return blocks[0] && { kind: 'notes', notes, start: blocks[0].start, end: blocks.at(-1)!.end };
  }

  /** The bodies of the notes that were not written, as in the source. */
  *unwritten(): Generator<Chunk> {
    for (const [label, body] of this.#bodies)
      if (!this.#written.has(label))
        yield body.label === undefined ? body : { ...body, source: `[^${body.label}]: ${body.source}` };
  }

  #entry(label: string): Entry {
    const entry = this.#entries.get(label) ?? { label, number: this.#entries.size + 1, references: [] };
    this.#entries.set(label, entry);
    return entry;
  }
}

/** Appends the links back to the last paragraph of a note, or adds a paragraph for them. */
function withLinksBack(
  blocks: readonly Block[],
  { references }: Entry,
  target: FootnoteTarget,
  line: number,
): readonly Block[] {
  const starts = references.flatMap(({ index }) => (index === undefined ? [] : target.links[index]!.start));
  if (starts.length === 0) return blocks;
  const last = blocks.at(-1);
  const paragraph = last?.kind === 'paragraph' ? last : undefined;
  const leaf = new LeafWriter(target, paragraph && [...paragraph.runs]);
  for (const start of starts) {
    if (leaf.runs.length > 0) leaf.add(' ');
    leaf.add('↩', NOTE, { href: `#${start}`, kind: 'backlink', target: start });
  }
  if (!paragraph) return [...blocks, target.paragraph(leaf, line)!];
  return [...blocks.slice(0, -1), { ...paragraph, runs: leaf.runs, end: leaf.end }];
}
