import type { Block } from '../document/document.ts';
import { cellWidth } from '../unicode/width.ts';
import type { Line } from './line.ts';
import type { LinePrefix } from './line-prefix.ts';
import type { Setting } from './setting.ts';

/** Width of the rule before the notes. */
const RULE = 12;

/** Sets the footnotes: a short rule, then the notes, each after its label. */
export function* setNotes(
  notes: Block & { kind: 'notes' },
  prefix: LinePrefix,
  setting: Setting,
): Generator<Line> {
  const rule = '─'.repeat(prefix.measure === 0 ? RULE : Math.min(RULE, prefix.measure));
  yield prefix.line([{ text: rule, style: { role: 'rule' }, at: -1 }], rule.length, notes.start, notes.start);
  const widest = notes.notes.reduce((cells, { label }) => Math.max(cells, cellWidth(label)), 0);
  const isLoose = notes.notes.some(({ blocks }) => blocks.length > 1);
  for (const [index, note] of notes.notes.entries()) {
    if (isLoose && index > 0) yield prefix.blank(note.blocks[0]?.start ?? notes.end);
    const sign = ' '.repeat(widest - cellWidth(note.label)) + note.label;
    const cells = widest + 2;
    const marker = { text: `${sign}. `, style: { role: 'note' }, at: -1 } as const;
    const fits = prefix.fits(cells);
    const inner = fits ? prefix.item(cells, marker) : prefix;
    if (!fits) inner.lead = { ...marker, text: `${note.label}. ` };
    yield* setting.blocks(note.blocks, inner, !isLoose);
  }
}
