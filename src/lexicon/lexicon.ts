import type { Lexicon } from '../search/lexicon.ts';
import { isKnownWord } from './known-words.ts';

/** What the program knows of words. */
export const lexicon: Lexicon = { isWord: isKnownWord };
