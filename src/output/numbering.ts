import type { Link } from '../text/document.ts';

/** Numbers the addresses of a document in the order in which they are first met. */
export class Numbering {
  private readonly numbers = new Map<string, number>();

  /** `[n]` to put after a link whose text is `text`; undefined where its text is its address, or it leads to a place in the text. */
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

  /** The numbered list of the addresses so far. */
  list(): string[] {
    const widest = `[${this.numbers.size}]`.length;
    return Array.from(this.numbers, ([href, number]) => `${`[${number}]`.padStart(widest)} ${href}`);
  }
}

/** An address without what a writer leaves out. */
const bare = (href: string): string => href.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
