import type { Translated } from '../messages/locale.ts';
import type { Palette } from './palettes.ts';

/** What each role of a theme colors; of those with a background, the color is that of the background. */
export const ROLES: Readonly<Record<keyof Palette, Translated>> = {
  title: { en: 'titles of articles', fr: 'titres des articles' },
  heading: { en: 'headings', fr: 'intertitres' },
  subheading: { en: 'headings of lower levels', fr: 'intertitres de niveau inférieur' },
  meta: { en: 'authors, dates and reading times', fr: 'auteurs, dates et temps de lecture' },
  link: { en: 'links', fr: 'liens' },
  code: { en: 'code', fr: 'code' },
  kbd: { en: 'keys', fr: 'touches' },
  mark: { en: 'marked text: its background', fr: 'texte marqué\u00a0: son fond' },
  quote: { en: 'quotations', fr: 'citations' },
  marker: { en: 'bullets and numbers', fr: 'puces et numéros' },
  rule: { en: 'lines', fr: 'filets' },
  note: { en: 'footnotes and tags', fr: 'notes et étiquettes' },
  image: { en: 'images', fr: 'images' },
  'code.keyword': { en: 'keywords in code', fr: 'mots clés du code' },
  'code.string': { en: 'strings in code', fr: 'chaînes du code' },
  'code.number': { en: 'numbers in code', fr: 'nombres du code' },
  'code.comment': { en: 'comments in code', fr: 'commentaires du code' },
  'code.name': { en: 'names in code', fr: 'noms du code' },
  'code.type': { en: 'types in code', fr: 'types du code' },
  match: { en: 'matches: their background', fr: 'correspondances\u00a0: leur fond' },
  current: { en: 'the current match: its background', fr: 'correspondance actuelle\u00a0: son fond' },
  accent: { en: 'the selected row, names of panes', fr: 'ligne sélectionnée, noms des volets' },
  dim: { en: 'hints and details', fr: 'aide et détails' },
  error: { en: 'problems', fr: 'problèmes' },
  'highlight.yellow': {
    en: 'yellow highlights: their background',
    fr: 'surlignages jaunes\u00a0: leur fond',
  },
  'highlight.green': { en: 'green highlights: their background', fr: 'surlignages verts\u00a0: leur fond' },
  'highlight.blue': { en: 'blue highlights: their background', fr: 'surlignages bleus\u00a0: leur fond' },
  'highlight.pink': { en: 'pink highlights: their background', fr: 'surlignages roses\u00a0: leur fond' },
};

export type RoleName = keyof Palette;

/** Every role by its key in the file of a theme: `code-string`. */
export const ROLE_KEYS: ReadonlyMap<string, RoleName> = new Map(
  (Object.keys(ROLES) as RoleName[]).map((role) => [role.replace('.', '-'), role]),
);
