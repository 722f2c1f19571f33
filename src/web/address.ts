/** True for an address on the web, as it is typed. */
export const isWebAddress = (word: string): boolean => /^https?:\/\/[^/]/i.test(word);

/** True for an address of another scheme, as it is typed: `ftp://…`, `file://…`. */
export const isOtherAddress = (word: string): boolean => /^(?!https?:)[a-z][a-z\d+.-]+:\/\/[^\s]/i.test(word);
