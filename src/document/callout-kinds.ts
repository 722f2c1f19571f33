/** The callout before the part of a text that is not parsed, to spare time or memory. No source can name it. */
export const REST_IS_PLAIN = 'rest is plain';

/** Labels of the callouts of GitHub, Obsidian and others; the label of any other is its own name. */
const LABELS: Readonly<Record<string, readonly [english: string, french: string]>> = {
  note: ['Note', 'Note'],
  info: ['Info', 'Info'],
  abstract: ['Summary', 'Résumé'],
  summary: ['Summary', 'Résumé'],
  tldr: ['In short', 'En bref'],
  tip: ['Tip', 'Astuce'],
  hint: ['Hint', 'Conseil'],
  important: ['Important', 'Important'],
  success: ['Success', 'Réussite'],
  question: ['Question', 'Question'],
  faq: ['Question', 'Question'],
  warning: ['Warning', 'Attention'],
  attention: ['Attention', 'Attention'],
  caution: ['Caution', 'Prudence'],
  danger: ['Danger', 'Danger'],
  failure: ['Failure', 'Échec'],
  bug: ['Bug', 'Bogue'],
  example: ['Example', 'Exemple'],
  quote: ['Quotation', 'Citation'],
  todo: ['To do', 'À faire'],
  details: ['Details', 'Détails'],
  error: ['Error', 'Erreur'],
  check: ['Success', 'Réussite'],
  seealso: ['See also', 'Voir aussi'],
  [REST_IS_PLAIN]: [
    'The rest of this text is shown without formatting, which would take too long or too much memory.',
    'La suite du texte est affichée sans mise en forme, qui prendrait trop de temps ou de mémoire.',
  ],
};

/** Whether `name` is the name of a callout in the table. */
export const isCallout = (name: string): boolean => Object.hasOwn(LABELS, name.toLowerCase());

/** Index of a language's label. */
const LABEL_OF = { en: 0, fr: 1 } as const;

/** The label above a callout, in the language of the text; English if that is unknown. */
export function calloutLabel(callout: string, lang: 'fr' | 'en' | undefined): string {
  const labels = LABELS[callout.toLowerCase()];
  if (labels !== undefined) return labels[LABEL_OF[lang ?? 'en']];
  return callout.charAt(0).toUpperCase() + callout.slice(1);
}
