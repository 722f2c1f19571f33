import { locales, type Translated } from './locale.ts';

const { en: english, fr: french } = locales;

/** Texts of the linear mode only, which is read aloud: what the parts of a text are, in English. */
const en = {
  heading: (depth: number) => `Heading ${depth}`,
  quotation: 'Quotation',
  quotationEnd: 'End of quotation',
  callout: 'Callout',
  calloutEnd: 'End of callout',
  code: 'Code',
  codeEnd: 'End of code',
  list: (count: number) => `List of ${english.plural(count, 'item', 'items')}`,
  listEnd: 'End of list',
  item: 'Item',
  tasks: {
    open: 'To do',
    done: 'Done',
    begun: 'Begun',
    cancelled: 'Cancelled',
    forwarded: 'Forwarded',
    scheduled: 'Scheduled',
    question: 'Question',
    important: 'Important',
  },
  table: (rows: number, columns: number) =>
    `Table of ${english.plural(rows, 'row', 'rows')}, ${english.plural(columns, 'column', 'columns')}`,
  tableEnd: 'End of table',
  notes: 'Footnotes',
  note: 'Footnote',
  backLink: 'Back to the text',
  rule: 'Separator',
  blank: 'blank',
  selection: 'Selection',
};

export type SpokenMessages = typeof en;

const fr: SpokenMessages = {
  heading: (depth) => `Titre ${depth}`,
  quotation: 'Citation',
  quotationEnd: 'Fin de la citation',
  callout: 'Encadré',
  calloutEnd: 'Fin de l’encadré',
  code: 'Code',
  codeEnd: 'Fin du code',
  list: (count) => `Liste de ${french.plural(count, 'élément', 'éléments')}`,
  listEnd: 'Fin de la liste',
  item: 'Élément',
  tasks: {
    open: 'À faire',
    done: 'Fait',
    begun: 'Commencé',
    cancelled: 'Annulé',
    forwarded: 'Transféré',
    scheduled: 'Planifié',
    question: 'Question',
    important: 'Important',
  },
  table: (rows, columns) =>
    `Tableau de ${french.plural(rows, 'ligne', 'lignes')}, ${french.plural(columns, 'colonne', 'colonnes')}`,
  tableEnd: 'Fin du tableau',
  notes: 'Notes',
  note: 'Note',
  backLink: 'Retour au texte',
  rule: 'Séparateur',
  blank: 'ligne vide',
  selection: 'Sélection',
};

export const spokenMessages: Translated<SpokenMessages> = { en, fr };
