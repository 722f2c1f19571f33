import { Units } from '../unicode/units.ts';

/** Scripts written without spaces between words: Thai to Myanmar, Khmer, Kana, Han. */
const isUnspaced = (code: number): boolean =>
  code >= 0x0e00 &&
  (code <= 0x109f || (code >= 0x1780 && code <= 0x17ff) || (code >= 0x3040 && code <= 0x9fff));

const isSpace = (code: number): boolean =>
  code <= 32 || code === 0xa0 || code === 0x202f || code === 0x3000 || (code >= 0x2000 && code <= 0x200b);

/** Letters and digits: those of ASCII, and all after Latin-1's signs except the blocks of punctuation and symbols. */
const isWordCharacter = (code: number): boolean =>
  code < 0x80
    ? (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
    : code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || code > 0x303f);

/** Kinds of the code units of Latin scripts: 1 white space, 2 letter or digit, 0 other. */
const KINDS = Uint8Array.from({ length: 0x300 }, (_, code) =>
  isSpace(code) ? 1 : isWordCharacter(code) ? 2 : 0,
);

/** UTF-16 units counted at a time. */
const PIECE = 1 << 16;
const units = new Units();

/** Number of words: runs with a letter or digit between white space; two characters in scripts written without spaces. */
export function countWords(text: string): number {
  let words = 0;
  let unspaced = 0;
  /** 1 if the present run has been counted, else 0. */
  let counted = 0;
  for (let from = 0; from < text.length; from += PIECE) {
    const length = Math.min(PIECE, text.length - from);
    const piece = units.load(text, from, length);
    for (let i = 0; i < length; i++) {
      const code = piece[i]!;
      let kind = 0;
      if (code < KINDS.length) kind = KINDS[code]!;
      else if (isSpace(code)) kind = 1;
      else if (isUnspaced(code)) unspaced++;
      else if (isWordCharacter(code)) kind = 2;
      // Branch-free: the processor could not predict where words begin.
      const isWord = kind >> 1;
      words += isWord & ~counted;
      counted = (counted | isWord) & ~kind;
    }
  }
  return words + Math.ceil(unspaced / 2);
}
