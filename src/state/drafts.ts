import type { State } from './state.ts';

/** The name of a draft: ids have no blanks. */
const nameOf = (key: string, id: string): string => `${id} ${key}`;

const idIn = (name: string): string => name.slice(0, name.indexOf(' '));
const keyIn = (name: string): string => name.slice(name.indexOf(' ') + 1);

const openKey = ({ reader: { article }, keyOf }: State): string | undefined => article && keyOf(article);

/** The draft of the note of an annotation of the open article. */
export function draftOf(state: State, id: string): string | undefined {
  const key = openKey(state);
  return key === undefined ? undefined : state.drafts.get(nameOf(key, id));
}

/** Keeps what is typed as the note of an annotation of the open article; undefined drops it. */
export function withDraft(state: State, id: string, text: string | undefined): State {
  const key = openKey(state);
  if (key === undefined || draftOf(state, id) === text) return state;
  const drafts = new Map(state.drafts);
  if (text === undefined) drafts.delete(nameOf(key, id));
  else drafts.set(nameOf(key, id), text);
  return { ...state, drafts };
}

/** Keeps the note in the open box as it is now. */
export function keepDraft(state: State): State {
  const { overlay } = state;
  return overlay?.kind === 'note' ? withDraft(state, overlay.id, overlay.field.value) : state;
}

/** Adds the drafts of an article, by the ids of their annotations, that an earlier session has left. */
export function withDrafts(state: State, key: string, texts: ReadonlyMap<string, string>): State {
  const left = [...texts].map(([id, text]) => [nameOf(key, id), text] as const);
  return { ...state, drafts: new Map([...left, ...state.drafts]) };
}

/** The drafts with those of the article `from` as those of the article `to`, as it is called now. */
export function renamedDrafts(drafts: State['drafts'], from: string, to: string): State['drafts'] {
  const isOld = (name: string): boolean => keyIn(name) === from;
  if (![...drafts.keys()].some(isOld)) return drafts;
  return new Map([...drafts].map(([name, text]) => [isOld(name) ? nameOf(to, idIn(name)) : name, text]));
}

/** The drafts that have changed: the annotation's id, the article's key, and the text, undefined if it was dropped. */
export function* changedDrafts(before: State, state: State) {
  if (state.drafts === before.drafts) return;
  for (const name of new Set([...before.drafts.keys(), ...state.drafts.keys()])) {
    const text = state.drafts.get(name);
    if (text !== before.drafts.get(name)) yield { id: idIn(name), key: keyIn(name), text };
  }
}
