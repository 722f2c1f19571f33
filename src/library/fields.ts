/** The facts of an article that scripts can ask for, by their keys in JSON. */
export const FIELDS = [
  'id',
  'title',
  'author',
  'date',
  'modified',
  'tags',
  'series',
  'part',
  'lang',
  'draft',
  'langDetected',
  'words',
  'minutes',
  'path',
] as const;

/** The fields of a result of a search. */
export const RESULT_FIELDS = [...FIELDS, 'score', 'snippet'] as const;

export type Field = (typeof FIELDS)[number];
export type ResultField = (typeof RESULT_FIELDS)[number];
