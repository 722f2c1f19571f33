import type { Translated } from './locale.ts';

/** The conditions of the query language, as a message suggests to type them. */
export const conditionSpellings: Translated<readonly string[]> = {
  en: ['is:starred', 'is:read', 'is:unread', 'is:started', 'has:highlight', 'has:note'],
  fr: ['est:favori', 'est:lu', 'est:non-lu', 'est:commencé', 'avec:surlignage', 'avec:note'],
};
