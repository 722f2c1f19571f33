/** An entry of a feed. Texts are as in the feed, neither cleaned nor cut. */
export interface Entry {
  /** What identifies it: its id, or else its address or its title. */
  readonly id: string;
  /** HTML, or text that reads the same. */
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly tags: readonly string[];
  /** Where it is on the web; absolute if the feed says where it is from. */
  readonly address: string;
  /** HTML: the whole text if the feed has it, else what it says of it. */
  readonly content: string;
  readonly summary: string;
}

/** A feed: its title, its language and its entries, in its order. */
export interface Feed {
  readonly title: string;
  readonly lang: string;
  readonly entries: readonly Entry[];
}

/** `address`, absolute if `base` is; as it is if it is none. */
export const resolved = (address: string, base: string): string =>
  address !== '' && base !== '' && URL.canParse(address, base) ? new URL(address, base).href : address;
