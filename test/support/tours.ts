import type { Language } from '../../src/messages/locale.ts';

/**
 * Keys to press; a pattern that the screen then matches, and the percentage on it, if there is one, when all of the article is
 * laid out; the seconds for which it is shown.
 */
export type Step = readonly [keys: string, wanted: RegExp, percent: number | undefined, seconds: number];

/** The scenes of the READMEs’ pictures, in a language. */
interface Tour {
  readonly locale: string;
  /** The steps of the moving picture, and the one of them that stands for it where nothing moves. */
  readonly steps: readonly Step[];
  readonly still: number;
  /** An article, and the steps to a page of it; it has at least so many colors once its code is highlighted. */
  readonly page: { readonly id: string; readonly steps: readonly Step[]; readonly colors: number };
  /** Commands of a shell. */
  readonly commands: readonly string[];
  /** Titles of the pictures. */
  readonly titles: { readonly tour: string; readonly page: string; readonly shell: string };
}

export const TOURS: Readonly<Record<Language, Tour>> = {
  en: {
    locale: 'en_US.UTF-8',
    steps: [
      ['', /^▌Welcome to Kiosque[\s\S]* LIST /m, 0, 2],
      ['/', /^ Search: [\s\S]* SEARCH /m, 0, 0.5],
      ['dis', /^ Search: dis {2}[\s\S]* \d+ results/m, 25, 0.4],
      ['cu', /^ Search: discu {2}[\s\S]* \d+ results/m, 64, 0.4],
      ['ont', /^ Search: discuont [\s\S]*^▌A Price Is a Sentence[\s\S]* 2 results/m, 64, 2.4],
      ['\r', / READ {2}1\/3 /, 64, 1.6],
      ['t', /^▌• The discount[\s\S]* CONTENTS /m, 64, 1.2],
      ['j', /^▌. The full stop[\s\S]* CONTENTS /m, 81, 0.4],
      ['j', /^▌. A price list[\s\S]* CONTENTS /m, 95, 1],
      ['\r', / READ /, 95, 4],
    ],
    still: 4,
    page: {
      id: 'welcome',
      steps: [
        ['', / READ /, 0, 0],
        ['t', / CONTENTS /, undefined, 0],
        ['gjj', /^▌. How a page is set/m, undefined, 0],
        ['\r', /^ +How a page is set\n[\s\S]* READ [\s\S]* left/m, 51, 0],
      ],
      colors: 6,
    },
    commands: ["kiosque search 'first customer'", 'kiosque list --tag prix --limit 6'],
    titles: {
      tour: 'A tour of Kiosque: the list of articles, a search that forgives a typo, the match in its article, the table of contents',
      page: 'A page with emphasis, nested quotations, links and a table',
      shell: 'The commands kiosque search and kiosque list in a shell',
    },
  },
  fr: {
    locale: 'fr_FR.UTF-8',
    steps: [
      ['', /^▌Bienvenue dans Kiosque[\s\S]* LISTE /m, 0, 2],
      ['/', /^ Rechercher\s: [\s\S]* RECHERCHE /m, 0, 0.5],
      ['par', /^ Rechercher\s: par {2}[\s\S]* \d+ résultats/m, 0, 0.4],
      ['ten', /^ Rechercher\s: parten {2}[\s\S]*^▌Grandir[\s\S]* 8 résultats/m, 0, 0.4],
      ['eri', /^ Rechercher\s: parteneri [\s\S]*^▌Grandir[\s\S]* 6 résultats/m, 0, 2.4],
      ['\r', / LECTURE {2}1\/6 /, 0, 1.6],
      ['t', /^▌. L’inventaire[\s\S]* SOMMAIRE /m, 0, 1.2],
      ['j', /^▌. Le confrère[\s\S]* SOMMAIRE /m, 38, 0.4],
      ['j', /^▌. Du plus léger[\s\S]* SOMMAIRE /m, 51, 1],
      ['\r', / LECTURE /, 51, 4],
    ],
    still: 4,
    page: {
      id: 'calculer-ses-prix-en-code',
      steps: [
        ['', / LECTURE /, 0, 0],
        ['t', / SOMMAIRE /, undefined, 0],
        ['g', /^▌. Le prix/m, undefined, 0],
        ['\r', /^ +Le prix\n[\s\S]* LECTURE [\s\S]*reste/m, 10, 0],
      ],
      colors: 9,
    },
    commands: ["kiosque search 'premier client' --limit 5", 'kiosque list --tag prix --limit 6'],
    titles: {
      tour: 'Visite de Kiosque\u00a0: la liste des articles, une recherche qui pardonne une faute, le passage dans l’article, le sommaire',
      page: 'Une page avec du code coloré',
      shell: 'Les commandes kiosque search et kiosque list dans un shell',
    },
  },
};
