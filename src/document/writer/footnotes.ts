import type { Block, Note } from '../document.ts';
import type { Chunk } from '../markdown/chunks.ts';
import { rangeOf, type Writer } from './document-writer.ts';
import { Leaf, type PendingLink } from './leaf-writer.ts';
import { NOTE, PLAIN } from './styles.ts';
import { toScript } from './superscripts.ts';

interface Entry {
  readonly label: string;
  readonly number: number;
  /** The links that lead to it. */
  readonly references: PendingLink[];
}

/** The footnotes of a document: numbered as they are first mentioned, written at its end. */
export class Notes {
  readonly #bodies = new Map<string, Chunk>();
  readonly #entries = new Map<string, Entry>();

  /** Keeps the body of a note; the first of a label counts. */
  define(label: string, body: Chunk): void {
    const key = label.toLowerCase();
    if (!this.#bodies.has(key)) this.#bodies.set(key, body);
  }

  /** Keeps the body of a note that stands where it is mentioned, and returns its label; the same text is the same note. */
  inline(text: string): string {
    // Blanks are in no other label.
    const label = ` ${text}`;
    this.define(label, { kind: 'note', source: text, line: 0 });
    return label;
  }

  /** Mentions a note: what to show there, and the link to the note. */
  mention(label: string): { readonly text: string; readonly link: PendingLink } {
    const entry = this.#entry(label.toLowerCase());
    const link: PendingLink = { href: `#note-${entry.number}`, kind: 'footnote' };
    entry.references.push(link);
    return { text: toScript(String(entry.number), 'sup'), link };
  }

  /**
   * Writes the notes, those that nothing mentions too, each with links back to where it is mentioned.
   *
   * @param writeBody writes the body of a note; may mention notes in its turn
   */
  write(writer: Writer, writeBody: (body: Chunk) => readonly Block[]): Block | undefined {
    const notes: Note[] = [];
    const write = (entry: Entry): void => {
      const body = this.#bodies.get(entry.label);
      if (!body) return;
      const target = writer.next;
      const blocks = writeBody(body);
      for (const { index } of entry.references) if (index !== undefined) writer.links[index]!.target = target;
      notes.push({ label: String(entry.number), blocks: withLinksBack(blocks, entry, writer, body.line) });
    };
    // What is mentioned in a note is added to the entries while they are gone through.
    for (const entry of this.#entries.values()) write(entry);
    for (const label of this.#bodies.keys()) if (!this.#entries.has(label)) write(this.#entry(label));
    const range = rangeOf(notes.flatMap((note) => note.blocks));
    return range && { kind: 'notes', notes, ...range };
  }

  #entry(label: string): Entry {
    const entry = this.#entries.get(label) ?? { label, number: this.#entries.size + 1, references: [] };
    this.#entries.set(label, entry);
    return entry;
  }
}

/** Sets the links back at the end of a note's last paragraph, or in one of their own. */
function withLinksBack(
  blocks: readonly Block[],
  { references }: Entry,
  writer: Writer,
  line: number,
): readonly Block[] {
  const back = references.flatMap(({ index }) => (index === undefined ? [] : writer.links[index]!.start));
  if (back.length === 0) return blocks;
  const last = blocks.at(-1);
  const own = last?.kind !== 'paragraph';
  const leaf = own ? writer.leaf() : new Leaf(writer, [...last.runs]);
  for (const target of back) {
    if (leaf.runs.length > 0) leaf.add(' ', PLAIN, undefined);
    leaf.add('↩', NOTE, { href: `#${target}`, kind: 'backlink', target });
  }
  if (own) return [...blocks, writer.paragraph(leaf, line)!];
  return [...blocks.slice(0, -1), { ...last, runs: leaf.runs, end: leaf.end }];
}
