/** What is known of words besides the articles. */
export interface Lexicon {
  /** True for a word of French or English, folded: that no article has it makes it no misspelling. */
  readonly isWord: (folded: string) => boolean;
  /**
   * Words and phrases that mean the same.
   *
   * @param word      in small letters, with its accents
   * @param isAbsent  true if no article has the word in any form, so that any synonym helps
   */
  readonly synonymsOf: (word: string, isAbsent: boolean) => readonly string[];
}

/** Knows nothing. */
export const NO_LEXICON: Lexicon = { isWord: () => false, synonymsOf: () => [] };
