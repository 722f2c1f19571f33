import { type Language, locales, type Translated } from './locale.ts';

/** How much of some folders is left out. */
export interface LeftOutCounts {
  readonly files: number;
  readonly folders: number;
  /** The numbers of documents of kinds that cannot be read, by the suffixes of their names, the most first. */
  readonly unreadable: readonly (readonly [suffix: string, count: number])[];
  /** Files and folders that files of patterns or their names exclude. */
  readonly ignored: number;
  /** Files that are no articles. */
  readonly other: number;
}

/** Kinds of documents that are counted by themselves. */
const MAX_KINDS = 4;

interface Words {
  readonly files: (count: number) => string;
  readonly folders: (count: number) => string;
  readonly leftOut: (things: readonly string[], count: number) => string;
  readonly noConverter: string;
  readonly ignored: (count: number) => string;
  readonly other: (count: number) => string;
}

const { en: english, fr: french } = locales;

const WORDS: Translated<Words> = {
  en: {
    files: (count) => english.plural(count, 'file', 'files'),
    folders: (count) => english.plural(count, 'folder', 'folders'),
    leftOut: (things) => `${things.join(' and ')} left out`,
    noConverter: 'no converter',
    ignored: (count) => `${english.number(count)} ignored`,
    other: (count) => english.plural(count, 'not an article', 'not articles'),
  },
  fr: {
    files: (count) => french.plural(count, 'fichier', 'fichiers'),
    folders: (count) => french.plural(count, 'dossier', 'dossiers'),
    leftOut: (things, count) => `${things.join(' et ')} laissé${count < 2 ? '' : 's'} de côté`,
    noConverter: 'pas de convertisseur',
    ignored: (count) => french.plural(count, 'ignoré', 'ignorés'),
    other: (count) => french.plural(count, 'qui n’est pas un article', 'qui ne sont pas des articles'),
  },
};

/** What is left out, on one line: `38 files left out: 12 pdf, 9 docx (no converter), 17 ignored`. */
export const leftOutText: Translated<(counts: LeftOutCounts) => string> = {
  en: (counts) => textIn('en', counts),
  fr: (counts) => textIn('fr', counts),
};

function textIn(language: Language, counts: LeftOutCounts): string {
  const words = WORDS[language];
  const { files, folders, unreadable, ignored, other } = counts;
  const { number, colon } = locales[language];
  const things = [files > 0 && words.files(files), folders > 0 && words.folders(folders)].filter(isText);
  const kinds = unreadable.slice(0, MAX_KINDS).map(([suffix, count]) => `${number(count)} ${suffix}`);
  const rest = unreadable.slice(MAX_KINDS).reduce((sum, [, count]) => sum + count, 0);
  if (rest > 0) kinds.push(`${number(rest)} …`);
  if (kinds.length > 0) kinds.push(`${kinds.pop()} (${words.noConverter})`);
  const parts = [...kinds, ignored > 0 && words.ignored(ignored), other > 0 && words.other(other)];
  return words.leftOut(things, files + folders) + colon + parts.filter(isText).join(', ');
}

/** Why some files and folders are left out, and how many are: `12 pdf (no converter)`. */
export const leftOutReason: Translated<(reason: Reason, count: number) => string> = {
  en: (reason, count) => reasonIn('en', reason, count),
  fr: (reason, count) => reasonIn('fr', reason, count),
};

/** A reason, and the suffix of documents that cannot be read. */
interface Reason {
  readonly reason: 'unreadable' | 'ignored' | 'other';
  readonly suffix?: string;
}

function reasonIn(language: Language, { reason, suffix = '' }: Reason, count: number): string {
  const words = WORDS[language];
  return reason === 'unreadable'
    ? `${locales[language].number(count)} ${suffix} (${words.noConverter})`
    : words[reason](count);
}

const isText = (part: string | false): part is string => part !== false;
