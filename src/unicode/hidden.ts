/** Characters that were removed because they cannot be seen. */
export interface Hidden {
  /** How many, in code points. */
  readonly count: number;
  /** Where they stood, in order: different UTF-16 offsets into the text that is left, at most `MAX_PLACES`. */
  readonly places: readonly number[];
}

/** Places that are remembered; those after them are only counted. */
export const MAX_PLACES = 1000;

const NONE: Hidden = { count: 0, places: [] };

/**
 * Compares a text with what `clean` has left of it, in linear time.
 *
 * Not counted is what serves although it is removed: breaks between words in scripts written without spaces, marks of
 * direction in text that runs from right to left, and the blank that site generators put into links to headings.
 */
export function hiddenIn(text: string, cleaned: string): Hidden {
  if (cleaned === text) return NONE;
  const isRightToLeft = RIGHT_TO_LEFT.test(text);
  const places: number[] = [];
  let count = 0;
  let at = 0;
  for (let from = 0; from < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(from)!);
    if (cleaned.startsWith(character, at)) at += character.length;
    else if (isReplaced(character, cleaned[at])) at += 1;
    else if (!serves(character, text, from, isRightToLeft)) {
      count++;
      if (places.at(-1) !== at && places.length < MAX_PLACES) places.push(at);
    }
    from += character.length;
  }
  return { count, places };
}

/** Line ends and blank cells become spaces, and lone surrogates a visible sign: they are not removed. */
const isReplaced = (character: string, by: string | undefined): boolean =>
  (by === ' ' && SPACE.test(character)) || (by === '\ufffd' && /\p{Cs}/u.test(character));

const SPACE = /[\r\v\f\x85\u2028\u2029\u2800]/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** A letter of Thai, Lao, Myanmar, Tai or Khmer. */
const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf]/;

/** As the only content of a link, in Markdown, in HTML, or decoded. */
const EMPTY_LINK = /^(?:\[\u200b\]|>\u200b<|\u200b)$/;

function serves(character: string, text: string, at: number, isRightToLeft: boolean): boolean {
  const around = text.slice(Math.max(0, at - 1), at + 2);
  if (character === '\u200b') return UNSPACED.test(around) || EMPTY_LINK.test(around);
  return isRightToLeft && /[\u061c\u200e\u200f]/.test(character);
}
