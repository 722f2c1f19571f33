import { memoized } from '../algorithms/memoized.ts';
import type { Lexicon } from '../search/lexicon.ts';
import { isKnownWord } from './known-words.ts';
import { type Thesaurus, thesauriIn } from './thesaurus.ts';

/** Where systems keep thesauri. */
const FOLDERS = ['/usr/share/mythes', '/usr/local/share/mythes', '/usr/share/myspell/dicts'];
/** Words whose synonyms are kept. */
const KEPT = 100;

/** A user's own synonyms: words with others that mean the same. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

/**
 * What the program knows of words: the frequent ones, synonyms of those that no article has in the system's thesauri, if there are any, and the
 * user's own for any word. Files are read when they are first needed.
 */
export function lexiconWith(own: Synonyms = new Map(), folders: readonly string[] = FOLDERS): Lexicon {
  const groups = [...own].map(([word, others]) => [word, ...others].map((each) => each.toLowerCase()));
  let thesauri: readonly Thesaurus[] | undefined;
  const inThesauri = memoized((word: string) => {
    thesauri ??= thesauriIn(folders);
    const all = thesauri;
    const singular = word.replace(/[sx]$/, '');
    const found = all.flatMap((thesaurus) => thesaurus.synonymsOf(word));
    return found.length > 0 ? found : all.flatMap((thesaurus) => thesaurus.synonymsOf(singular));
  }, KEPT);
  return {
    isWord: isKnownWord,
    synonymsOf: (word, isAbsent) => {
      const others = groups
        .flatMap((group) => (group.includes(word) ? group : []))
        .filter((each) => each !== word);
      return [...others, ...(isAbsent ? inThesauri(word) : [])];
    },
  };
}

/** The lexicon without synonyms of the user's own. */
export const lexicon: Lexicon = lexiconWith();
