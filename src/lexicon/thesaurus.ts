import { readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { withFile } from '../files/with-file.ts';

/** Bytes of an entry that are read. */
const ENTRY = 4096;
/** Synonyms of a word, at most: those of its first meanings come first. */
const MOST = 12;

/**
 * A thesaurus as LibreOffice uses them (MyThes): the index has a line `word|offset` for each word, and at this offset of the data
 * are the word with the number of its meanings, and a line `(kind)|synonym|…` for each. The index is read when a word is first
 * looked up, of the data only the entries.
 */
export class Thesaurus {
  readonly #index: string;
  readonly #data: string;
  #words: Buffer | undefined;

  /** @param stem  the path of both files, without `.idx` and `.dat` */
  constructor(stem: string) {
    this.#index = `${stem}.idx`;
    this.#data = `${stem}.dat`;
  }

  /** The synonyms of a word in small letters; none if it is not there, or the files cannot be read. */
  synonymsOf(word: string): readonly string[] {
    try {
      const offset = this.#offsetOf(word);
      return offset === undefined ? [] : synonymsIn(this.#entryAt(offset));
    } catch {
      return [];
    }
  }

  #offsetOf(word: string): number | undefined {
    this.#words ??= readFileSync(this.#index);
    const key = `\n${word}|`;
    const at = this.#words.indexOf(key);
    if (at < 0) return undefined;
    const start = at + Buffer.byteLength(key);
    const offset = Number(this.#words.toString('latin1', start, start + 12).split('\n')[0]);
    return Number.isInteger(offset) ? offset : undefined;
  }

  #entryAt(offset: number): string {
    const bytes = Buffer.alloc(ENTRY);
    const length = withFile(this.#data, (file) => readSync(file, bytes, 0, ENTRY, offset));
    return bytes.toString('utf8', 0, length);
  }
}

/** The mark after a word of nearly the same meaning, as `wrong` is for `erroneous`. */
const SIMILAR = ' (similar term)';

/**
 * The synonyms of an entry, and after them the words of nearly the same meaning; without the more general and the opposite ones,
 * which are marked as such.
 */
function synonymsIn(entry: string): readonly string[] {
  const [head = '', ...lines] = entry.split('\n');
  const words = lines.slice(0, Number(head.split('|')[1] ?? 0)).flatMap((line) => line.split('|').slice(1));
  const similar = words.flatMap((word) => (word.endsWith(SIMILAR) ? word.slice(0, -SIMILAR.length) : []));
  const synonyms = [...words, ...similar].filter((word) => !/[()]/.test(word));
  return [...new Set(synonyms)].slice(0, MOST);
}

/** The names of thesauri by language, the most usual first. */
const NAMES = [/^th_fr_FR.*\.idx$/, /^th_en_US.*\.idx$/];

/** The thesauri of French and English in the first of `folders` that has them. */
export const thesauriIn = (folders: readonly string[]): readonly Thesaurus[] =>
  NAMES.flatMap((name) => {
    for (const folder of folders) {
      const found = namesIn(folder).find((each) => name.test(each));
      if (found) return [new Thesaurus(join(folder, found.replace(/\.idx$/, '')))];
    }
    return [];
  });

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
