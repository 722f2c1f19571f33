/** Scripts written without spaces between words: Thai to Myanmar, Khmer, Kana, Han. */
const isUnspaced = (code: number): boolean =>
  code >= 0x0e00 &&
  (code <= 0x109f || (code >= 0x1780 && code <= 0x17ff) || (code >= 0x3040 && code <= 0x9fff));

const isSpace = (code: number): boolean =>
  code <= 32 || code === 0xa0 || code === 0x202f || code === 0x3000 || (code >= 0x2000 && code <= 0x200b);

/** A letter or a digit: of ASCII, or beyond Latin-1's signs and outside Unicode's blocks of punctuation and symbols. */
const isWordCharacter = (code: number): boolean =>
  code < 0x80
    ? (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
    : code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || code > 0x303f);

/**
 * Number of words in `text`: runs between white space that hold a letter or a digit. In scripts written without
 * spaces, two characters count as a word.
 */
export function countWords(text: string): number {
  let words = 0;
  let unspaced = 0;
  let counted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) counted = false;
    else if (isUnspaced(code)) unspaced++;
    else if (!counted && isWordCharacter(code)) {
      counted = true;
      words++;
    }
  }
  return words + Math.ceil(unspaced / 2);
}
