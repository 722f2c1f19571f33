import type { Block } from '../document/document.ts';
import { fixedDocument } from '../document/fixed-document.ts';
import { layout } from '../text/layout.ts';
import { cleanLine } from '../unicode/clean.ts';
import { type PlacedAnnotation, placementOf } from './annotations.ts';
import type { Command } from './command-table.ts';
import { geometryOf, memoLast, readerHeight } from './selectors.ts';
import type { State } from './state.ts';

/** Share of the reader pane that a note may cover. */
const MAX_SHARE = 1 / 3;
/** Rows of the pane that has room for a line of a note, a rule and some text. */
const LEAST_HEIGHT = 4;

/** The note that the reader has gone to, set as lines, of which those from `top` are shown, at most `most`. */
export interface NoteView {
  readonly placed: PlacedAnnotation;
  readonly lines: readonly string[];
  readonly top: number;
  readonly most: number;
}

/** The note that the notice is about; undefined if it is about none, or there is no room. */
export function noteViewOf(state: State): NoteView | undefined {
  const { notice } = state;
  if (notice?.kind !== 'annotation') return undefined;
  const placed = placementOf(state).placed.find(({ annotation }) => annotation.id === notice.id);
  const { reader, measure } = geometryOf(state);
  const height = readerHeight(state);
  if (placed?.annotation.note === undefined || !reader || height < LEAST_HEIGHT) return undefined;
  const lines = linesOf(placed.annotation.note, measure);
  const most = Math.max(1, Math.floor(height * MAX_SHARE) - 1);
  return { placed, lines, most, top: Math.min(notice.top ?? 0, lastTop(lines.length, most)) };
}

const lastTop = (lines: number, most: number): number => Math.max(0, lines - most);

/** Turns the page of the note on the screen; undefined if the command is for the article. What is read aloud is heard whole. */
export function turnNote(state: State, command: Command): State | undefined {
  const by = command === 'pageDown' ? 1 : command === 'pageUp' ? -1 : 0;
  const { notice, isSpoken } = state;
  if (by === 0 || isSpoken || notice?.kind !== 'annotation') return undefined;
  const view = noteViewOf(state);
  if (!view) return undefined;
  const { lines, most } = view;
  const top = Math.max(0, Math.min(view.top + by * most, lastTop(lines.length, most)));
  return top === view.top ? undefined : { ...state, notice: { ...notice, top } };
}

/** The lines of a note at a width in cells. They are broken by the rules for text, in any script. */
const linesOf = memoLast((note: string, width: number): readonly string[] => {
  const lines: string[] = [];
  for (const text of note.split('\n').map(cleanLine)) {
    const runs = [{ text, style: {}, at: 0 }];
    const block: Block = { kind: 'paragraph', start: 0, end: text.length, runs };
    const flow = layout(fixedDocument({ text, blocks: [block], headings: [], links: [], lang: undefined }), {
      width,
    });
    for (let row = 0, line = flow.line(0); line; line = flow.line(++row))
      lines.push(line.spans.map((span) => span.text).join(''));
  }
  return lines;
});
