/** Paragraphs before and after a construct, which no vector may remove. */
export const OPENING = 'Opening';
export const CLOSING = 'Closing';

/** The word beside each vector, which searches look for. */
export const NEEDLE = 'needle';

/** Enough letters that a few controls do not make the file a binary one. */
export const FILLING = 'Words that fill the page. '.repeat(40).trimEnd();

/** A construct between its paragraphs. */
export const body = (text: string): string => `${OPENING}\n\n${text}\n\n${FILLING}\n\n${CLOSING}\n`;

/** Any characters but letters and digits as character references. */
export const references = (text: string): string =>
  text.replace(/[^A-Za-z\d]/gu, (character) => `&#x${character.codePointAt(0)!.toString(16)};`);
