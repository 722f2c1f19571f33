import { decodeHref } from '../markdown/link.ts';
import { isCommon } from '../markdown/punctuation.ts';
import type { Writer } from './document-writer.ts';

/** Leads links within a document to where they lead: `#name` to a heading, or to an element of HTML, of that name. */
export class Anchors {
  readonly #writer: Writer;
  readonly #places: Map<string, number>;
  /** The number that the last heading of a name was given. */
  readonly #counts = new Map<string, number>();
  #headings = 0;
  #links = 0;
  /** Links whose target has not been read yet, by index. */
  #open: number[] = [];

  constructor(writer: Writer) {
    this.#writer = writer;
    this.#places = writer.anchors;
  }

  /** Takes into account what was written since the last call. */
  resolve(): void {
    const { headings, links } = this.#writer;
    for (; this.#links < links.length; this.#links++) {
      if (links[this.#links]!.kind === 'anchor') this.#open.push(this.#links);
    }
    for (; this.#headings < headings.length; this.#headings++) {
      const { text, at } = headings[this.#headings]!;
      this.#add(anchorName(text), at);
    }
    this.#open = this.#open.filter((index) => {
      const link = links[index]!;
      const name = decodeHref(link.href.slice(1));
      const target = this.#places.get(name) ?? this.#places.get(anchorName(name));
      if (target !== undefined) link.target = target;
      return target === undefined;
    });
  }

  #add(slug: string, at: number): void {
    let name = slug;
    let count = this.#counts.get(slug) ?? 0;
    while (this.#places.has(name) && this.#places.get(name) !== at) name = `${slug}-${++count}`;
    this.#counts.set(slug, count);
    this.#places.set(name, at);
  }
}

/** The name a heading has on GitHub, and nearly everywhere: lower case, no punctuation, hyphens for blanks. */
export const anchorName = (text: string): string => {
  const lower = text.toLowerCase();
  // Of common characters, those that go are told without `\p{…}`, which takes milliseconds to compile.
  const kept = isCommon(lower)
    ? lower.replace(/[^\w\- ªµº²³¹¼-¾À-ÖØ-öø-ˁ‿⁀⁔]/g, '')
    : lower.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '');
  return kept.replaceAll(' ', '-');
};
