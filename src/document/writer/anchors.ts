import { decodeHref } from '../markdown/link.ts';
import { isCommon } from '../markdown/punctuation.ts';
import type { DocumentWriter } from './document-writer.ts';

/** Finds the targets of links inside a document: `#name` leads to the heading or HTML element of that name. */
export class Anchors {
  readonly #writer: DocumentWriter;
  /** Offsets by name. */
  readonly #places: Map<string, number>;
  /** By name, the number appended to the last heading with it. */
  readonly #counts = new Map<string, number>();
  #headings = 0;
  #links = 0;
  /** Indexes of the links whose target has not been parsed yet. */
  #open: number[] = [];

  constructor(writer: DocumentWriter) {
    this.#writer = writer;
    this.#places = writer.anchors;
  }

  /** Adds the headings and links written since the last call, and resolves the links that can be. */
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

/** The anchor of a heading as GitHub and most others make it: lower case, no punctuation, hyphens for spaces. */
export const anchorName = (text: string): string => {
  const lower = text.toLowerCase();
  // A pattern with `\p{…}` takes milliseconds to compile; text of common characters does without.
  const kept = isCommon(lower)
    ? lower.replace(/[^\w\- ªµº²³¹¼-¾À-ÖØ-öø-ˁ‿⁀⁔]/g, '')
    : lower.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '');
  return kept.replaceAll(' ', '-');
};
