/** A place in an article, which can be found again after the article was edited. */
export interface Place {
  /** Offset in the document's text. */
  readonly at: number;
  /** The text at that offset. */
  readonly words: string;
  /** The share of the article before it, 0 to 1. */
  readonly progress: number;
}

/** UTF-16 units of text kept with a place, and the fewest that are searched for. */
const LONGEST = 80;
const SHORTEST = 16;

/** The place at offset `at` of a document's text, or of a text. */
export const placeAt = (
  text: { readonly length: number; slice(from: number, to: number): string },
  at: number,
  progress: number,
): Place => ({ at, words: text.slice(at, Math.min(text.length, at + LONGEST)), progress });

/**
 * The offset of a place in a text that may have changed: the occurrence of its words that is nearest to the old offset, else
 * that of their beginning, else the old offset itself. A text that is still being parsed must reach beyond `place.at`.
 */
export const findPlace = (text: string, place: Place): number =>
  nearestOccurrence(text, place) ?? Math.min(place.at, text.length);

/** True if a text ends before a place whose words it does not have: its file may still be being written. */
export const isCutOff = (text: string, place: Place): boolean =>
  place.at >= text.length && nearestOccurrence(text, place) === undefined;

/** The share of a text by which a place may come nearer to its end because the lines of its parts are not equally long. */
const UNEVEN = 0.1;

/** True if a place is much nearer to the end of a text of `length` than it was: the text has become shorter after it. */
export const isNearerEnd = (length: number, { at, progress }: Place): boolean =>
  at > (progress + UNEVEN) * length;

function nearestOccurrence(text: string, place: Place): number | undefined {
  for (let { words } = place; words.length >= Math.min(SHORTEST, place.words.length); words = half(words)) {
    if (words === '') break;
    if (text.startsWith(words, place.at)) return place.at;
    const before = text.lastIndexOf(words, place.at);
    const after = text.indexOf(words, place.at);
    if (before !== -1 || after !== -1) {
      return after === -1 || (before !== -1 && place.at - before <= after - place.at) ? before : after;
    }
  }
  return undefined;
}

const half = (words: string): string => words.slice(0, words.length >> 1);
