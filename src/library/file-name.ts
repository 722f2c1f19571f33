import { basename, dirname } from 'node:path';
import { ARTICLE_SUFFIX } from '../document/formats.ts';
import { fold } from '../unicode/slug.ts';
import { isoDate } from './dates.ts';

/** Whether a file in a folder is an article, by its name. */
export const isArticleName = (name: string): boolean => ARTICLE_SUFFIX.test(name);

/** The parts of a file's name. */
export interface NameParts {
  /** The name without date, language and suffix, in NFC; the folder's name for `index` and `README` files. */
  readonly stem: string;
  /** True if the stem is the folder's name. */
  readonly ofFolder: boolean;
  /** ISO 8601, if the name begins with a date. */
  readonly date?: string;
  /** BCP 47 primary language, lower case, if the name is that of a translation (`page.fr.md`). */
  readonly lang?: string;
}

/** Names of files that represent their folder, in Hugo's bundles and in repositories. */
const FOR_FOLDER = /^(?:_?index|readme)$/i;

/** Languages in names of translations; other pairs of letters are more likely suffixes of code. */
const LANGUAGE =
  /\.(ar|br|ca|da|de|el|en|es|eu|fi|fr|he|hi|hu|id|it|ja|ko|nb|nl|oc|pl|pt|ro|ru|sv|th|tr|uk|vi|zh)(?:[-_][a-z]{2,4})?$/i;

export function namePartsOf(path: string): NameParts {
  const bare = basename(path).replace(ARTICLE_SUFFIX, '').normalize('NFC');
  const code = LANGUAGE.exec(bare);
  const lang = code ? { lang: code[1]!.toLowerCase() } : {};
  const name = code ? bare.slice(0, code.index) : bare;
  const dated = /^(\d{4}-\d{1,2}(?:-\d{1,2})?)(?:[-_ ]+(.+))?$/.exec(name);
  const date = dated ? isoDate(dated[1]!) : undefined;
  if (date !== undefined) return { stem: dated?.[2] ?? name, ofFolder: false, date, ...lang };
  const folder = basename(dirname(path)).normalize('NFC');
  const ofFolder = FOR_FOLDER.test(name) && folder !== '';
  return { stem: ofFolder ? folder : name, ofFolder, ...lang };
}

/**
 * A title from a file's name where it is made of words (`ma-premiere-vente`, `Ma première vente`): at least two words
 * of letters, one where it is the folder's, and none of the digits and hexadecimal codes that machines give. Undefined
 * otherwise.
 */
export function titleFromStem({ stem, ofFolder }: Pick<NameParts, 'stem' | 'ofFolder'>): string | undefined {
  const words = stem.split(/[\s_-]+/).filter((word) => word !== '');
  const real = words.filter(
    (word) => /^[^\s\d!-&(-@[-`{-~]{2,}$|^[AÀYaày]$/.test(word) && /[aeiouy]|[^a-z]/.test(fold(word)),
  );
  const codes = words.filter((word) => /\d/.test(word) && !/^\d{1,4}$/.test(word));
  if (real.length < (ofFolder ? 1 : 2) || codes.length > 0) return undefined;
  const title = words.join(' ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}
