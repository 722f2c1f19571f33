import { codeSuffixes } from '../../document/code-file-name.ts';
import {
  type ArticleFormat,
  FORMATS,
  INPUT_FORMATS,
  PACKED_FORMATS,
  type PackedFormat,
} from '../../document/formats.ts';
import { type Language, locales, type Translated } from '../../messages/locale.ts';
import type { Entry, Section } from './content.ts';

/** What the formats are called. */
const NAMES: Readonly<Record<ArticleFormat | PackedFormat, Translated>> = {
  markdown: { en: 'Markdown', fr: 'Markdown' },
  mdx: { en: 'MDX', fr: 'MDX' },
  html: { en: 'HTML', fr: 'HTML' },
  org: { en: 'Org', fr: 'Org' },
  gemtext: { en: 'Gemtext', fr: 'Gemtext' },
  asciidoc: { en: 'AsciiDoc', fr: 'AsciiDoc' },
  table: { en: 'tables', fr: 'tableaux' },
  code: { en: 'code and data', fr: 'code et données' },
  terminal: { en: 'terminal output', fr: 'sortie d’un terminal' },
  text: { en: 'plain text', fr: 'texte brut' },
  mail: { en: 'mails', fr: 'courriels' },
  mailbox: { en: 'mailboxes', fr: 'boîtes aux lettres' },
  webArchive: { en: 'saved web pages', fr: 'pages web enregistrées' },
  epub: { en: 'books (EPUB)', fr: 'livres (EPUB)' },
  word: { en: 'Word documents', fr: 'documents Word' },
  feed: { en: 'feeds (RSS, Atom, JSON Feed)', fr: 'flux (RSS, Atom, JSON Feed)' },
  converted: { en: 'others', fr: 'autres' },
};

/** Files that no suffix tells. */
const WITHOUT_SUFFIX: { readonly [Format in PackedFormat]?: Translated } = {
  mail: { en: 'Maildir', fr: 'Maildir' },
  mailbox: { en: 'inbox, sent, drafts, …', fr: 'inbox, sent, drafts…' },
  feed: { en: '.xml feed.json index.json', fr: '.xml feed.json index.json' },
};

const en = {
  title: 'Formats',
  inFolders: 'read in folders',
  named: 'opened by name, left out of folders',
  detected: 'told from the text',
  converted: 'by the programs of [convert] in config.toml, read in folders',
  note: (inputs: string) =>
    `A file without such a name, and what comes through a pipe, is read as its text looks; --input says otherwise: ${inputs}. So does the text of a .txt file.`,
};

const WORDS: Translated<typeof en> = {
  en,
  fr: {
    title: 'Formats',
    inFolders: 'lus dans les dossiers',
    named: 'ouverts par leur nom, laissés de côté dans les dossiers',
    detected: 'reconnu d’après le texte',
    converted: 'par les programmes de [convert] dans config.toml, lus dans les dossiers',
    note: (inputs) =>
      `Un fichier sans un tel nom, et ce qui arrive par un tube, est lu d’après l’aspect de son texte\u202f; --input en décide autrement\u00a0: ${inputs}. De même pour le texte d’un fichier .txt.`,
  },
};

/** The formats that are read, with the suffixes of their files. */
export function formatSections(language: Language): readonly [formats: Section, note: Section] {
  const { title, note } = WORDS[language];
  return [
    {
      title,
      entries: (Object.keys(NAMES) as (keyof typeof NAMES)[]).map((format) => formatEntry(format, language)),
    },
    { paragraphs: [note(locales[language].alternatives(INPUT_FORMATS))] },
  ];
}

function formatEntry(format: keyof typeof NAMES, language: Language): Entry {
  const { inFolders, named, detected, converted } = WORDS[language];
  if (format === 'converted') return { term: NAMES[format][language], text: `(${converted})` };
  const files = { ...FORMATS, ...packed() }[format];
  const suffixes = format === 'code' ? codeSuffixes() : files.suffixes;
  const how = suffixes.length === 0 ? detected : files.inFolders ? inFolders : named;
  const others =
    (WITHOUT_SUFFIX as Readonly<Record<string, Translated | undefined>>)[format]?.[language] ?? [];
  return {
    term: NAMES[format][language],
    text: [...suffixes.map((suffix) => `.${suffix}`), others, `(${how})`].flat().join(' '),
  };
}

/** Files of several articles are read wherever they are. */
const packed = () =>
  Object.fromEntries(
    Object.entries(PACKED_FORMATS).map(([format, { suffixes }]) => [format, { suffixes, inFolders: true }]),
  ) as unknown as Readonly<
    Record<PackedFormat, { readonly suffixes: readonly string[]; readonly inFolders: true }>
  >;
