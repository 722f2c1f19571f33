import { basename, dirname } from 'node:path';
import { isoDate } from './dates.ts';
import { fold } from './slug.ts';

const MARKDOWN = /\.(?:md|markdown|mdown|mkd)$/i;
const TEXT = /\.(?:txt|text)$/i;

/** Whether a file of this name is an article when it is met in a folder. */
export const isArticleName = (name: string): boolean => MARKDOWN.test(name) || TEXT.test(name);
export const isMarkdownName = (name: string): boolean => MARKDOWN.test(name);
export const isTextName = (name: string): boolean => TEXT.test(name);

/** What a file's name says of an article. */
export interface NameParts {
  /** The name without date and suffix, in NFC; the folder's for `index` and `README` files. */
  readonly stem: string;
  /** Whether the stem is the folder's. */
  readonly ofFolder: boolean;
  /** ISO 8601, from a name that begins with a date. */
  readonly date?: string;
}

/** Names that only say that the file stands for its folder (Hugo's bundles, repositories). */
const FOR_FOLDER = /^(?:_?index|readme)$/i;

export function namePartsOf(path: string): NameParts {
  const name = basename(path).replace(MARKDOWN, '').replace(TEXT, '').normalize('NFC');
  const dated = /^(\d{4}-\d{1,2}(?:-\d{1,2})?)(?:[-_ ]+(.+))?$/.exec(name);
  const date = dated ? isoDate(dated[1]!) : undefined;
  if (date !== undefined) return { stem: dated?.[2] ?? name, ofFolder: false, date };
  const folder = basename(dirname(path)).normalize('NFC');
  const ofFolder = FOR_FOLDER.test(name) && folder !== '';
  return { stem: ofFolder ? folder : name, ofFolder };
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
