/**
 * Files that were saved beside a page, as Kiosque and Chromium name them: they are relative to its own file. Pages that are on
 * the web with such folders, such as those of R Markdown, name them without a dot.
 */
const SAVED = /^\.\/[^/?#:]+_(?:files|fichiers)\//;

/** Makes the links of a page absolute. */
export class Addresses {
  /** What relative links are relative to; undefined if that is unknown, and they stay as they are. */
  readonly #base: string | undefined;
  /** The address of the page itself, without a fragment. */
  readonly #own: string | undefined;

  /**
   * @param address  the address of the page
   * @param base  its `<base>`, which may be relative to it
   */
  constructor(address?: string, base?: string) {
    this.#own = webAddress(address)?.replace(/#.*$/, '');
    this.#base = webAddress(base, this.#own) ?? this.#own;
  }

  /** A link as it is to be followed: absolute, or `#…` to a place in the page. Empty if it leads nowhere. */
  resolve(link: string): string {
    // Browsers ignore line ends and tabs in addresses.
    const href = link.trim().replace(/[\t\n\r]/g, '');
    if (/^(?:data|javascript|blob|about):/i.test(href)) return '';
    if (href === '' || href.startsWith('#')) return href === '#' ? '' : href;
    if (SAVED.test(href)) return href;
    if (this.#base === undefined || /^[a-z][a-z\d+.-]*:(?!\/\/)/i.test(href)) return href;
    const address = webAddress(href, this.#base);
    if (address === undefined) return href;
    const hash = address.indexOf('#');
    return hash >= 0 && address.slice(0, hash) === this.#own ? address.slice(hash) : address;
  }
}

/** An address on the web, absolute; undefined if it is none. */
export function webAddress(link: string | undefined, base?: string): string | undefined {
  if (!link) return undefined;
  try {
    const { protocol, href } = new URL(link, base);
    return protocol === 'http:' || protocol === 'https:' ? href : undefined;
  } catch {
    return undefined;
  }
}
