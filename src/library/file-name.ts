import { basename, dirname } from 'node:path';
import { ARTICLE_SUFFIX } from '../document/formats.ts';
import { fold } from '../unicode/slug.ts';
import { isoDate } from './dates.ts';

/** True if a file of this name, met in a folder, is an article. */
export const isArticleName = (name: string): boolean => ARTICLE_SUFFIX.test(name);

/** What a file's name says of an article. */
export interface NameParts {
  /** The name without date, language and suffix, in NFC; the folder's for `index` and `README` files. */
  readonly stem: string;
  /** Whether the stem is the folder's. */
  readonly ofFolder: boolean;
  /** ISO 8601, from a name that begins with a date. */
  readonly date?: string;
  /** The language in front of the suffix, as translations are named (`page.fr.md`); BCP 47 primary, lower case. */
  readonly lang?: string;
}

/** Names that only say that the file stands for its folder (Hugo's bundles, repositories). */
const FOR_FOLDER = /^(?:_?index|readme)$/i;

/** Languages that names end in; other pairs of letters are more likely the suffixes of code. */
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
