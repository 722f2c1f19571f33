import type { Language } from '../../messages/locale.ts';
import { COMMANDS, VISIBLE_COMMANDS } from '../command-table.ts';
import { examplesOf, usageSection } from '../help/command-sections.ts';
import type { Section } from '../help/content.ts';
import { exitCodeSection } from '../help/exit-codes.ts';
import { formatSections } from '../help/format-sections.ts';
import { keysSections } from '../help/keys-sections.ts';
import { optionEntry, takersText } from '../help/option-entries.ts';
import { querySections } from '../help/query-sections.ts';
import { settingsSections } from '../help/settings-sections.ts';
import { foldersSection, variablesSection } from '../help/variables.ts';
import { helpWords } from '../help/words.ts';
import { OPTION_NAMES, OPTIONS } from '../option-table.ts';
import {
  argument,
  escaped,
  literalTerm,
  type ManualPart,
  mdocLines,
  mdocOf,
  namedTerm,
  type TermStyle,
  textLines,
} from './mdoc.ts';
import { optionTerm, synopsis } from './terms.ts';
import { type Heading, manualWords } from './words.ts';

/** The date of the words that are not in tables. mdoc asks for one, and a build gives the same bytes on every day. */
const DATE = 'November 30, 2026';

/** A file of the manual: its name, as in `kiosque.1`, and its text. */
export interface ManualFile {
  readonly name: string;
  readonly text: string;
}

/** The pages of the manual, made from the tables that the program uses. */
export const manualPages = (language: Language): readonly ManualFile[] =>
  PAGES.map(({ name, section, parts }) => ({
    name: `${name}.${section}`,
    text: mdocOf({
      name,
      section,
      date: DATE,
      parts: [namePart(name, language), ...parts(language), seeAlso(name, language)],
    }),
  }));

interface Page {
  readonly name: 'kiosque' | 'kiosque-config' | 'kiosque-search';
  readonly section: number;
  readonly parts: (language: Language) => readonly ManualPart[];
}

const PAGES: readonly Page[] = [
  { name: 'kiosque', section: 1, parts: programParts },
  { name: 'kiosque-config', section: 5, parts: configParts },
  { name: 'kiosque-search', section: 7, parts: searchParts },
];

function programParts(language: Language): readonly ManualPart[] {
  const { description } = manualWords[language];
  const part = partsIn(language);
  const keys = keysSections(language);
  return [
    {
      heading: manualWords[language].headings.synopsis,
      lines: VISIBLE_COMMANDS.flatMap((name) => [
        '.Nm',
        ...synopsis(COMMANDS[name].synopsis[language])
          .split(/ (?=Op |Ar |Cm )(?<!Op )/)
          .filter((macro) => macro !== '')
          .map((macro) => `.${macro}`),
      ]),
    },
    part('description', literalTerm, { paragraphs: [...description, helpWords[language].article] }),
    part('commands', (term) => `Nm ${synopsis(term)}`.trim(), usageSection(language)),
    part('options', optionTerm, { entries: OPTION_NAMES.map((name) => allOptionsEntry(name, language)) }),
    { heading: manualWords[language].headings.keys, lines: keys.flatMap((section) => subsection(section)) },
    part('formats', namedTerm, ...formatSections(language)),
    part(
      'environment',
      (term) =>
        term
          .split(', ')
          .map((name) => `Ev ${name}`)
          .join(' , '),
      variablesSection(language),
    ),
    part('files', (term) => `Pa ${argument(term)}`, foldersSection(language)),
    part('exitStatus', literalTerm, exitCodeSection(language)),
    part('examples', literalTerm, examplesOf(VISIBLE_COMMANDS, language)),
  ];
}

function configParts(language: Language): readonly ManualPart[] {
  const part = partsIn(language);
  const [where, settings, tables] = settingsSections(language);
  return [
    part('description', literalTerm, where),
    part('settings', literalTerm, settings),
    part('tables', literalTerm, tables),
    part('files', (term) => `Pa ${argument(term)}`, foldersSection(language)),
  ];
}

function searchParts(language: Language): readonly ManualPart[] {
  const part = partsIn(language);
  const [operators, notes] = querySections(language);
  return [part('description', literalTerm, notes), part('operators', literalTerm, operators)];
}

const partsIn =
  (language: Language) =>
  (heading: Heading, style: TermStyle, ...sections: readonly Section[]): ManualPart => ({
    heading: manualWords[language].headings[heading],
    lines: sections.flatMap((section, i) => [...(i > 0 ? ['.Pp'] : []), ...mdocLines(section, style)]),
  });

const subsection = (section: Section): string[] => [
  section.title === undefined ? '.Pp' : `.Ss ${escaped(section.title)}`,
  ...mdocLines(section, literalTerm),
];

const namePart = (name: Page['name'], language: Language): ManualPart => {
  const { headings, names } = manualWords[language];
  return { heading: headings.name, lines: [`.Nm ${name}`, `.Nd ${textLines(names[name]).join(' ')}`] };
};

const seeAlso = (name: Page['name'], language: Language): ManualPart => ({
  heading: manualWords[language].headings.seeAlso,
  lines: PAGES.filter((page) => page.name !== name).map(
    (page, i, all) => `.Xr ${page.name} ${page.section}${i + 1 < all.length ? ' ,' : ''}`,
  ),
});

function allOptionsEntry(name: (typeof OPTION_NAMES)[number], language: Language) {
  const { term, text } = optionEntry(name, language);
  return { term, text: takersText(OPTIONS[name], language) + text };
}
