import type { Translated } from './locale.ts';

/** An operator of the query language, as its help and its manual page show it. */
export interface QueryOperator {
  /** How it is typed. */
  readonly form: Translated;
  /** A query that uses it. */
  readonly example: Translated;
  readonly meaning: Translated;
}

const same = (text: string): Translated => ({ en: text, fr: text });

/** The query language, from the most to the least used: `src/search/grammar.ts` has its grammar. */
export const QUERY_OPERATORS: readonly QueryOperator[] = [
  {
    form: { en: 'words', fr: 'mots' },
    example: { en: 'good client', fr: 'bon client' },
    meaning: {
      en: 'articles with these words in any form and accents, those with all of them first',
      fr: 'les articles avec ces mots, à toute forme et tout accent, d’abord ceux qui les ont tous',
    },
  },
  {
    form: { en: '"words"', fr: '"mots"' },
    example: { en: '"word of mouth"', fr: '"bouche à oreille"' },
    meaning: {
      en: 'these words, in these forms and this order',
      fr: 'ces mots, sous ces formes et dans cet ordre',
    },
  },
  {
    form: { en: '=word', fr: '=mot' },
    example: same('=été'),
    meaning: { en: 'this word with exactly these accents', fr: 'ce mot avec exactement ces accents' },
  },
  {
    form: { en: '-word', fr: '-mot' },
    example: { en: 'price -free', fr: 'prix -gratuit' },
    meaning: {
      en: 'without the word; also before a phrase, a condition or a group',
      fr: 'sans le mot\u202f; aussi devant une expression, une condition ou un groupe',
    },
  },
  {
    form: { en: 'a OR b', fr: 'a OU b' },
    example: { en: 'new client OR customer', fr: 'nouveau client OU acheteur' },
    meaning: {
      en: 'at least one of them; binds tighter than words side by side',
      fr: 'au moins l’un des deux\u202f; lie plus fort que des mots côte à côte',
    },
  },
  {
    form: same('( )'),
    example: { en: '(good client) OR "word of mouth"', fr: '(bon client) OU "bouche à oreille"' },
    meaning: {
      en: 'a group, which may have a sign or a field before it',
      fr: 'un groupe, qu’un signe ou un champ peut précéder',
    },
  },
  {
    form: { en: 'a NEAR/n b', fr: 'a PRÈS/n b' },
    example: { en: 'price NEAR/5 client', fr: 'prix PRÈS/5 client' },
    meaning: {
      en: 'at most n words apart, in any order; NEAR alone means 10',
      fr: 'à n mots de distance au plus, dans tout ordre\u202f; NEAR seul vaut 10',
    },
  },
  {
    form: { en: 'title: author: summary:', fr: 'titre: auteur: résumé:' },
    example: { en: 'title:price', fr: 'titre:prix' },
    meaning: { en: 'words of this field only', fr: 'des mots de ce champ seulement' },
  },
  {
    form: { en: 'tag:', fr: 'étiquette:' },
    example: { en: 'tag:sales', fr: 'étiquette:vente' },
    meaning: { en: 'words of tags', fr: 'des mots des étiquettes' },
  },
  {
    form: { en: 'folder: file:', fr: 'dossier: fichier:' },
    example: { en: 'folder:2024', fr: 'dossier:2024' },
    meaning: {
      en: 'words of the folders in the library, of the file’s name',
      fr: 'des mots des dossiers de la bibliothèque, du nom du fichier',
    },
  },
  {
    form: { en: 'after: before:', fr: 'après: avant:' },
    example: { en: 'after:2020 before:2024-05', fr: 'après:2020 avant:2024-05' },
    meaning: {
      en: 'by date: from the beginning of a year, a month or a day on; earlier than it',
      fr: 'par date\u00a0: à partir du début d’une année, d’un mois ou d’un jour\u202f; avant celui-ci',
    },
  },
  {
    form: same('minutes:'),
    example: same('minutes:<5'),
    meaning: {
      en: 'by reading time: 5, <5, <=5, >5, >=5, 3..8',
      fr: 'par temps de lecture\u00a0: 5, <5, <=5, >5, >=5, 3..8',
    },
  },
  {
    form: { en: 'lang:', fr: 'langue:' },
    example: { en: 'lang:en', fr: 'langue:fr' },
    meaning: { en: 'by language', fr: 'par langue' },
  },
  {
    form: { en: 'is:', fr: 'est:' },
    example: { en: 'is:starred', fr: 'est:favori' },
    meaning: {
      en: 'by mark: starred, read, unread, started',
      fr: 'par marque\u00a0: favori, lu, non-lu, commencé',
    },
  },
  {
    form: { en: 'has:', fr: 'avec:' },
    example: { en: 'has:note', fr: 'avec:note' },
    meaning: { en: 'with a note, with a highlight', fr: 'avec note, avec surlignage' },
  },
];

/** What the table does not say. */
export const QUERY_NOTES: Translated = {
  en: 'Any text is a query: what is no operator is searched as words. Operators are in capitals. Conditions, fields, phrases and operators must hold; plain words rank. In the shell, put a query with quotation marks, parentheses or < in single quotes.',
  fr: 'Tout texte est une recherche\u00a0: ce qui n’est pas un opérateur y compte comme mots. Les opérateurs sont en capitales. Les conditions, les champs, les expressions et les opérateurs sont impératifs\u202f; les mots seuls classent. Dans le shell, mettez entre apostrophes une recherche avec guillemets, parenthèses ou <.',
};
