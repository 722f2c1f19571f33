import type { Block, BlockOf, Link, Note } from '../document.ts';
import type { Chunk } from '../markdown/chunks.ts';
import { type LeafTarget, LeafWriter, type PendingLink, type Writable } from './leaf-writer.ts';
import { NOTE } from './styles.ts';
import { toScript } from './superscripts.ts';

interface Entry {
  readonly label: string;
  readonly number: number;
  /** The links to the note; undefined if there are none, or once it is written. */
  references: PendingLink[] | undefined;
}

/** Notes of a block. A document may have 100,000: written at once, they would keep the user waiting. */
const GROUP = 256;

/** The document that footnotes are written into. */
interface FootnoteTarget extends LeafTarget {
  /** Where the next leaf begins if it is not empty. */
  readonly next: number;
  readonly links: readonly Writable<Link>[];
  paragraph(leaf: LeafWriter, line: number): Block | undefined;
}

/** The footnotes of a document: numbered in the order of their first references, written at its end. */
export class Footnotes {
  /** The bodies of notes by label, undefined once they are written. */
  readonly #bodies = new Map<string, Chunk | undefined>();
  readonly #entries = new Map<string, Entry>();

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
    // V8 gives an array that grows room for seventeen, and most notes have one reference.
    if (entry.references) entry.references.push(link);
    else entry.references = [link];
    return { text: toScript(String(entry.number), 'sup'), link };
  }

  /** How many notes have a body, as far as they are known. */
  get count(): number {
    return this.#bodies.size;
  }

  /**
   * Writes all notes, also those without a reference, each with links back to its references, some of them each time it is
   * asked; those after one at which it stops are `unwritten`.
   *
   * @param writeBody  writes the body of a note; may add references to other notes
   * @param stops  asked before each note: true once no more are to be written
   */
  *write(
    target: FootnoteTarget,
    writeBody: (body: Chunk) => readonly Block[],
    stops = (): boolean => false,
  ): Generator<BlockOf<'notes'>> {
    let notes: Note[] = [];
    let continued = false;
    const finishGroup = function* (): Generator<BlockOf<'notes'>> {
      const blocks = notes.flatMap((note) => note.blocks);
      if (!blocks[0]) return;
      const range = { start: blocks[0].start, end: blocks.at(-1)!.end };
      yield { kind: 'notes', notes, ...(continued && { continued }), ...range };
      continued = true;
      notes = [];
    };
    for (const entry of this.#all()) {
      const body = this.#bodies.get(entry.label);
      if (stops()) break;
      if (!body) continue;
      this.#bodies.set(entry.label, undefined);
      const start = target.next;
      const blocks = writeBody(body);
      const references = entry.references ?? [];
      for (const { index } of references) if (index !== undefined) target.links[index]!.target = start;
      const written = withLinksBack(blocks, references, target, body.line);
      entry.references = undefined;
      if (notes.push({ label: String(entry.number), blocks: written }) === GROUP) yield* finishGroup();
    }
    yield* finishGroup();
  }

  /** The notes in order: those with references, which notes may add to while they are written, then the others. */
  *#all(): Generator<Entry> {
    yield* this.#entries.values();
    for (const [label, body] of this.#bodies) if (body) yield this.#entry(label);
  }

  /** The bodies of the notes that were not written, as in the source. */
  *unwritten(): Generator<Chunk> {
    for (const body of this.#bodies.values())
      if (body)
        yield body.label === undefined ? body : { ...body, source: `[^${body.label}]: ${body.source}` };
  }

  #entry(label: string): Entry {
    const entry = this.#entries.get(label) ?? {
      label,
      number: this.#entries.size + 1,
      references: undefined,
    };
    this.#entries.set(label, entry);
    return entry;
  }
}

/** Appends the links back to the last paragraph of a note, or adds a paragraph for them. */
function withLinksBack(
  blocks: readonly Block[],
  references: readonly PendingLink[],
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
