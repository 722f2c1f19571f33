import type { Link } from '../document.ts';
import { decodeHref } from '../markdown/link.ts';
import { isCommon } from '../markdown/punctuation.ts';
import type { DocumentWriter } from './document-writer.ts';
import type { Writable } from './leaf-writer.ts';

/** Finds the targets of links inside a document: `#name` leads to the heading or HTML element of that name. */
export class Anchors {
  readonly #writer: DocumentWriter;
  /** Offsets by name. */
  readonly #places: Map<string, number>;
  /** By name, the number appended to the last heading with it. */
  readonly #counts = new Map<string, number>();
  #headings = 0;
  #links = 0;
  /** The links whose target has not been parsed yet, by the names that it may have. */
  readonly #waiting = new Map<string, Writable<Link>[]>();

  constructor(writer: DocumentWriter) {
    this.#writer = writer;
    this.#places = writer.anchors;
  }

  /** Adds the headings and links written since the last call, and resolves the links that can be. */
  resolve(): void {
    const { headings, links, newAnchors } = this.#writer;
    for (; this.#headings < headings.length; this.#headings++) {
      const { text, at } = headings[this.#headings]!;
      newAnchors.push(this.#add(anchorName(text), at));
    }
    for (const name of newAnchors.splice(0))
      for (const link of this.#waiting.get(name) ?? []) this.#settle(link);
    for (; this.#links < links.length; this.#links++) {
      const link = links[this.#links]!;
      if (link.kind !== 'anchor') continue;
      if (!this.#settle(link)) for (const name of namesIn(link)) this.#wait(name, link);
    }
  }

  /** Sets the target of a link if it has been parsed, and returns whether the link has one. */
  #settle(link: Writable<Link>): boolean {
    const name = namesIn(link).find((each) => this.#places.has(each));
    if (name !== undefined) link.target ??= this.#places.get(name)!;
    return name !== undefined;
  }

  #wait(name: string, link: Writable<Link>): void {
    const waiting = this.#waiting.get(name);
    if (waiting) waiting.push(link);
    else this.#waiting.set(name, [link]);
  }

  /** Adds a heading, with a number if its name is taken, and returns its name. */
  #add(slug: string, at: number): string {
    let name = slug;
    let count = this.#counts.get(slug) ?? 0;
    while (this.#places.has(name) && this.#places.get(name) !== at) name = `${slug}-${++count}`;
    this.#counts.set(slug, count);
    this.#places.set(name, at);
    return name;
  }
}

/** The names that the target of a link may have: the link's own, and that of a heading with this text. */
function namesIn({ href }: Link): readonly string[] {
  const name = decodeHref(href.slice(1));
  return [name, anchorName(name)];
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
