import type { Command } from '../messages/reader-commands.ts';
import { cellWidth, clusters } from '../unicode/width.ts';
import type { Field } from './state.ts';

export type FieldEdit =
  | 'left'
  | 'right'
  | 'wordLeft'
  | 'wordRight'
  | 'start'
  | 'end'
  | 'deleteBack'
  | 'deleteForward'
  | 'deleteWord'
  | 'deleteWordForward'
  | 'deleteToStart'
  | 'deleteToEnd';

/** Nothing a person types into a box is longer (UTF-16 units). */
const LIMIT = 1_000;

export const fieldOf = (value: string): Field => ({ value, cursor: value.length });

/** Puts `text` in at the cursor, cut to what the box may hold. */
export function insert(field: Field, text: string): Field {
  const added = text.slice(0, Math.max(0, LIMIT - field.value.length));
  const value = field.value.slice(0, field.cursor) + added + field.value.slice(field.cursor);
  return { value, cursor: field.cursor + added.length };
}

/** Moves the cursor or deletes, as readline does. */
export function edit(field: Field, how: FieldEdit): Field {
  const { value, cursor } = field;
  const cut = (from: number, to: number): Field => ({
    value: value.slice(0, from) + value.slice(to),
    cursor: from,
  });
  switch (how) {
    case 'left':
      return { value, cursor: before(value, cursor) };
    case 'right':
      return { value, cursor: after(value, cursor) };
    case 'wordLeft':
      return { value, cursor: wordBefore(value, cursor) };
    case 'wordRight':
      return { value, cursor: wordAfter(value, cursor) };
    case 'start':
      return { value, cursor: 0 };
    case 'end':
      return fieldOf(value);
    case 'deleteBack':
      return cut(before(value, cursor), cursor);
    case 'deleteForward':
      return cut(cursor, after(value, cursor));
    case 'deleteWord':
      return cut(wordBefore(value, cursor), cursor);
    case 'deleteWordForward':
      return cut(cursor, wordAfter(value, cursor));
    case 'deleteToStart':
      return cut(0, cursor);
    case 'deleteToEnd':
      return { value: value.slice(0, cursor), cursor };
  }
}

/**
 * The part of the field that fits `cells` cells, the cursor's cell included, and the cursor's cell in it.
 * The end of the text before the cursor is what is kept.
 */
export function visibleField(field: Field, cells: number): { text: string; cursor: number } {
  const room = Math.max(0, cells - 1);
  let head = '';
  let cursor = 0;
  for (const cluster of [...clusters(field.value.slice(0, field.cursor))].reverse()) {
    const width = cellWidth(cluster);
    if (cursor + width > room) break;
    head = cluster + head;
    cursor += width;
  }
  let text = head;
  let width = cursor;
  for (const cluster of clusters(field.value.slice(field.cursor))) {
    width += cellWidth(cluster);
    if (width > room) break;
    text += cluster;
  }
  return { text, cursor };
}

const before = (value: string, cursor: number): number =>
  cursor - ([...clusters(value.slice(0, cursor))].at(-1)?.length ?? 0);
const after = (value: string, cursor: number): number =>
  cursor + (clusters(value.slice(cursor)).next().value?.length ?? 0);
const wordBefore = (value: string, cursor: number): number =>
  value.slice(0, cursor).replace(/\S*\s*$/u, '').length;
const wordAfter = (value: string, cursor: number): number =>
  cursor + (/^\s*\S*/u.exec(value.slice(cursor))?.[0].length ?? 0);

const EDITS: Partial<Record<Command, FieldEdit>> = {
  fieldLeft: 'left',
  fieldRight: 'right',
  fieldWordLeft: 'wordLeft',
  fieldWordRight: 'wordRight',
  fieldStart: 'start',
  fieldEnd: 'end',
  fieldDeleteBack: 'deleteBack',
  fieldDeleteForward: 'deleteForward',
  fieldDeleteWord: 'deleteWord',
  fieldDeleteWordForward: 'deleteWordForward',
  fieldDeleteToStart: 'deleteToStart',
  fieldDeleteToEnd: 'deleteToEnd',
};

/** The field after an editing command; the same after any other. */
export function editBy(field: Field, command: Command): Field {
  const how = EDITS[command];
  return how ? edit(field, how) : field;
}
