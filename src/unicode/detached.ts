/**
 * A text of its own with the same characters. V8 keeps a part of a text as a view of the whole, so that a title of a few
 * characters would keep a file in memory.
 */
export const detached = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
