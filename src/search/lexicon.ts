/** What is known of words besides the articles. All words are folded. */
export interface Lexicon {
  /** True for a word of French or English: that no article has it makes it no misspelling. */
  readonly isWord: (folded: string) => boolean;
}

/** Knows nothing. */
export const NO_LEXICON: Lexicon = { isWord: () => false };
