/** A place in an article that is found again after its file was edited. */
export interface Place {
  /** Offset in the document's text. */
  readonly at: number;
  /** The text that stood there. */
  readonly words: string;
  /** How much of the article lay before it, 0 to 1. */
  readonly progress: number;
}

/** UTF-16 units kept of the text at a place, and the fewest that are looked for. */
const LONGEST = 80;
const SHORTEST = 16;

/** The place at offset `at` of a document's text. */
export function placeAt(text: string, at: number, progress: number): Place {
  return { at, words: text.slice(at, at + LONGEST), progress };
}

/**
 * Where a place is in a text that may have changed since: where its words stand nearest to where they stood, else the
 * beginning of them, else the same offset. The text must reach beyond `place.at` where it is that long.
 */
export function findPlace(text: string, place: Place): number {
  for (let { words } = place; words.length >= Math.min(SHORTEST, place.words.length); words = half(words)) {
    if (words === '') break;
    if (text.startsWith(words, place.at)) return place.at;
    const before = text.lastIndexOf(words, place.at);
    const after = text.indexOf(words, place.at);
    if (before !== -1 || after !== -1) {
      return after === -1 || (before !== -1 && place.at - before <= after - place.at) ? before : after;
    }
  }
  return Math.min(place.at, text.length);
}

const half = (words: string): string => words.slice(0, words.length >> 1);
