import type { Translated } from './locale.ts';

/** What the user has done with an article or a passage. */
const en = {
  marked: {
    starred: { on: 'Starred', off: 'Star removed' },
    read: { on: 'Marked as read', off: 'Marked as unread' },
  },
  annotated: {
    highlighted: 'Highlighted',
    removed: 'Highlight removed; {removeAnnotation} brings it back',
    restored: 'Highlight restored',
    noteSaved: 'Note saved',
    noteRemoved: 'Note removed',
    noteDropped: 'Note not saved',
  },
};

const fr: typeof en = {
  marked: {
    starred: { on: 'Étoile ajoutée', off: 'Étoile retirée' },
    read: { on: 'Marqué comme lu', off: 'Marqué comme non lu' },
  },
  annotated: {
    highlighted: 'Passage surligné',
    removed: 'Surlignage retiré\u202f; {removeAnnotation} le remet',
    restored: 'Surlignage remis',
    noteSaved: 'Note enregistrée',
    noteRemoved: 'Note supprimée',
    noteDropped: 'Note non enregistrée',
  },
};

export const markMessages: Translated<typeof en> = { en, fr };
