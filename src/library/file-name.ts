import { basename, dirname } from 'node:path';
import { ARTICLE_SUFFIX, isDataName } from '../document/formats.ts';
import { fold } from '../unicode/slug.ts';
import { converterFor } from './converters.ts';
import { isoDate } from './dates.ts';
import { isInMaildir } from './packed-names.ts';

/** Stands in for the path of standard input, which has no name, and for its id. */
export const STANDARD_INPUT = 'stdin';

/** True if a file in a folder is an article, by its name or its path. */
export const isArticleName = (path: string): boolean =>
  ARTICLE_SUFFIX.test(path) || converterFor(path) !== undefined || isInMaildir(path);

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
  /** The tags in a name as Denote makes them (`20240305T120000--title__tag.md`). */
  readonly tags?: readonly string[];
}

/** Names of files that represent their folder, in Hugo's bundles and in repositories. */
const FOR_FOLDER = /^(?:_?index|readme)$/i;

/** Languages in names of translations; other pairs of letters are more likely suffixes of code. */
const LANGUAGE =
  /\.(ar|br|ca|da|de|el|en|es|eu|fi|fr|he|hi|hu|id|it|ja|ko|nb|nl|oc|pl|pt|ro|ru|sv|th|tr|uk|vi|zh)(?:[-_][a-z]{2,4})?$/i;

/** Times after a date: `T1200`, `T12:00:00`, ` 12.30`, `-12-30`. A bare number may belong to the title. */
const TIME =
  '(?:T\\d\\d[-:.h]?\\d\\d(?:[-:.m]?\\d\\d)?|[ _-](?:[01]\\d|2[0-3])[-:.h][0-5]\\d(?:[-:.m][0-5]\\d)?(?!\\d))?';
/** The date that a name begins with, and the rest: `2024-03-05`, `2024-03`, `20240305` with a time or without, `24-3-5`. */
const DATED = [
  new RegExp(`^(\\d{4}-\\d{1,2}-\\d{1,2})${TIME}(?:[-_ ]+(.+))?$`),
  /^(\d{4}-\d{1,2})(?:[-_ ]+(.+))?$/,
  /^((?:19|20)\d{6})(?:T?(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?(?:[-_ ]+(.+))?$/,
  /^([1-3]\d-\d{1,2}-\d{1,2})[-_ ]+(.+)$/,
];
/** Denote puts `--` before the title and `__` before the tags. */
const DENOTE = /^\d{8}T\d{6}(?:==[^-_]*)?(?:--(.+?))?(?:__(.+))?$/;

export function namePartsOf(path: string): NameParts {
  const suffix = converterFor(path) ? /\.[^.]*$/ : ARTICLE_SUFFIX;
  const bare = basename(path).replace(suffix, '').normalize('NFC');
  if (isDataName(path)) return { stem: bare, ofFolder: false };
  const code = LANGUAGE.exec(bare);
  const lang = code ? { lang: code[1]!.toLowerCase() } : {};
  const name = code ? bare.slice(0, code.index) : bare;
  const dated = datedParts(name);
  if (dated) return { ofFolder: false, ...dated, ...lang };
  const folder = basename(dirname(path)).normalize('NFC');
  const ofFolder = FOR_FOLDER.test(name) && folder !== '';
  return { stem: ofFolder ? folder : name, ofFolder, ...lang };
}

/** The parts of a name that begins with a date; undefined if it does not. */
function datedParts(name: string): Pick<NameParts, 'stem' | 'date' | 'tags'> | undefined {
  const denote = DENOTE.exec(name);
  const denoteDate = denote && isoDate(name.slice(0, 8));
  if (denoteDate) {
    const [, title = name, tags] = denote;
    return { stem: title, date: denoteDate, ...(tags && { tags: tags.split('_').filter(Boolean) }) };
  }
  for (const pattern of DATED) {
    const [, written, rest = name] = pattern.exec(name) ?? [];
    if (written === undefined) continue;
    const date = isoDate(/^\d\d-/.test(written) ? `20${written}` : written);
    return date === undefined ? undefined : { stem: rest, date };
  }
  return undefined;
}

/** Names of files, and of standard input, that have been given none. */
const UNNAMED = /^(?:untitled|unnamed|sans titre|stdin|tmp|temp)\b/i;
/** Words that tell the kind of a file, not what it is about. */
const GENERIC = new Set(
  (
    'new nouveau nouvelle document doc note text texte page file fichier article post test draft brouillon copy copie ' +
    'img image photo scan'
  ).split(' '),
);

/**
 * The title in a file's name, if it consists of words (`ma-premiere-vente`, `Zettelkasten`) rather than of the digits and
 * hexadecimal codes of programs; undefined otherwise. The name of a file of code is the title as it is.
 *
 * @param generic  whether a name such as `note` will do
 */
export function titleFromStem(stem: string, generic = false): string | undefined {
  if (isDataName(stem)) return stem;
  if (UNNAMED.test(stem)) return undefined;
  const words = stem.split(/[\s_-]+/).filter((word) => word !== '');
  const real = words.filter(
    (word) => /^[^\s\d!-&(-@[-`{-~]{2,}$|^[AÀYaày]$/.test(word) && /[aeiouy]|[^a-z]/.test(fold(word)),
  );
  const hasCode = words.some((word) => /\d/.test(word) && !/^\d{1,4}$/.test(word));
  const hasMeaning = real.some((word) => word.length > 1 && (generic || !GENERIC.has(fold(word))));
  if (hasCode || !hasMeaning) return undefined;
  const title = words.join(' ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** The title in the name of the nearest folder around a file that has one; undefined if none has. */
export function titleFromFolders(path: string): string | undefined {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const title = titleFromStem(basename(folder).normalize('NFC'));
    if (title !== undefined) return title;
  }
  return undefined;
}
