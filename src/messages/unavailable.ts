import type { Translated } from './locale.ts';

/** Texts for a command that has nothing to act on. */
const en = {
  match: 'No matches in this article',
  query: 'No search; press {search} to start one',
  nextMatch: 'No more matches',
  link: 'No more links',
  hidden: 'No hidden characters in this article',
  history: 'No link to go back from',
  earlierJump: 'No earlier jump',
  laterJump: 'No later jump',
  source: 'This article has no source link',
  address: 'Only web and mail addresses can be opened',
  file: 'This article has no file to edit',
  editable: 'Articles of a published library cannot be edited here',
  gone: 'The file of this article no longer exists',
  annotation: 'No highlight here; press {select} to select a passage',
  selection: 'No text to select',
  contents: 'This article has no headings',
  leftOut: 'Nothing is left out of this library',
  heading: 'No more headings',
  article: 'Article not found',
  copy: 'Too long for the terminal’s clipboard',
  clipboard: 'This terminal has no clipboard',
};

const fr: typeof en = {
  match: 'Aucune correspondance dans cet article',
  query: 'Aucune recherche en cours\u202f; {search} pour chercher',
  nextMatch: 'Aucune autre correspondance',
  link: 'Aucun autre lien',
  hidden: 'Aucun caractère caché dans cet article',
  history: 'Aucun lien à remonter',
  earlierJump: 'Aucun saut antérieur',
  laterJump: 'Aucun saut ultérieur',
  source: 'Cet article n’indique pas de source',
  address: 'Seules les adresses web et de courriel peuvent être ouvertes',
  file: 'Cet article n’a pas de fichier à modifier',
  editable: 'Les articles d’une bibliothèque publiée ne se modifient pas ici',
  gone: 'Le fichier de cet article n’existe plus',
  annotation: 'Pas de surlignage ici\u202f; {select} sélectionne un passage',
  selection: 'Pas de texte à sélectionner',
  contents: 'Cet article n’a pas d’intertitres',
  leftOut: 'Rien n’est laissé de côté dans cette bibliothèque',
  heading: 'Aucun autre intertitre',
  article: 'Article introuvable',
  copy: 'Trop long pour le presse-papiers du terminal',
  clipboard: 'Ce terminal n’a pas de presse-papiers',
};

/** Messages about commands that have nothing to act on, by the thing that is missing. */
export const unavailable: Translated<typeof en> = { en, fr };
