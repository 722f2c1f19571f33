import type { Link } from '../document/document.ts';
import { setPlain } from '../text/set-plain-text.ts';

/** Numbers the addresses of a document in the order in which they first appear. */
export class Numbering {
  private readonly numbers = new Map<string, number>();

  /** The reference `[n]` to put after a link; undefined if its text is its address, or it leads to a place in the document. */
  reference(link: Link, text: string): string | undefined {
    if (link.kind === 'footnote' || link.kind === 'backlink' || /^(?:#|$)/.test(link.href)) return undefined;
    if (bare(text) === bare(link.href)) return undefined;
    let number = this.numbers.get(link.href);
    if (number === undefined) {
      number = this.numbers.size + 1;
      this.numbers.set(link.href, number);
    }
    return `[${number}]`;
  }

  /** The numbered list of all addresses, in lines of at most `width` cells; 0 for no limit. */
  list(width: number): string[] {
    const widest = `[${this.numbers.size}]`.length + 1;
    const hangs = width === 0 || width - widest >= LEAST_MEASURE;
    return Array.from(this.numbers).flatMap(([href, number]) => {
      const mark = `[${number}]`;
      if (!hangs) return setPlain(`${mark} ${href}`, width);
      const lines = setPlain(href, width === 0 ? 0 : width - widest);
      return lines.map((line, index) => `${(index === 0 ? mark : '').padStart(widest - 1)} ${line}`);
    });
  }
}

/** Addresses are indented behind their numbers if this many cells are left for them. */
const LEAST_MEASURE = 20;

/** An address without the scheme and the final slash, which writers omit. */
const bare = (href: string): string => href.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
