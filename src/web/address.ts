/** True for an address on the web, as it is typed. */
export const isWebAddress = (word: string): boolean => /^https?:\/\/[^/]/i.test(word);
