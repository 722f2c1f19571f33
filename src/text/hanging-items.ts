import type { Block, BlockOf, Item } from '../document/document.ts';
import { cellWidth } from '../unicode/width.ts';
import type { Line, Span } from './line.ts';
import { blankSpan, type LinePrefix } from './line-prefix.ts';
import { setParagraph } from './paragraph.ts';
import type { Setting } from './setting.ts';

const BULLETS = ['•', '◦', '‣'];
/** The signs of the states of a task. */
export const TASK_BOXES: Readonly<Record<NonNullable<Item['task']>, string>> = {
  open: '☐',
  done: '☑',
  begun: '◧',
  cancelled: '☒',
  forwarded: '▷',
  scheduled: '◁',
  question: '?',
  important: '!',
};
/** Lists at the left edge are indented by this many cells, if the measure is wide enough. */
const INDENT = 2;
const WIDE_ENOUGH = 40;

/** Sets a list: items hang from their markers, numbers are aligned on the right. */
export function* setList(list: BlockOf<'list'>, prefix: LinePrefix, setting: Setting): Generator<Line> {
  const atEdge = prefix.depth === 0 && (prefix.measure === 0 || prefix.measure >= WIDE_ENOUGH);
  const base = atEdge ? prefix.inside(INDENT, [blankSpan(INDENT)]) : prefix;
  const bullet = BULLETS[base.lists % BULLETS.length]!;
  const { first } = list;
  const widest = first === undefined ? 0 : `${first + list.items.length - 1}.`.length;
  let before: Item | undefined;
  for (const [index, item] of list.items.entries()) {
    const start = item.blocks[0]?.start ?? before?.blocks.at(-1)?.end ?? list.start;
    if (before !== undefined && (list.loose || endsInBlock(before))) yield base.blank(start);
    const number = first === undefined ? '' : `${first + index}.`.padStart(widest);
    const box = item.task === undefined ? '' : TASK_BOXES[item.task];
    const sign = [number, box].filter((part) => part !== '').join(' ') || bullet;
    const inner = hangFrom({ text: `${sign} `, style: { role: 'marker' }, at: -1 }, base);
    yield* setting.blocks(item.blocks, inner, !list.loose);
    // An empty item still shows its marker.
    if (inner.lead !== undefined) yield* setParagraph([], start, inner, setting);
    else if (inner !== base && inner.waiting) yield inner.blank(start);
    before = item;
  }
}

/** The prefix of an item that hangs from `marker`; `base` with the marker in the text if there is no room for it. */
function hangFrom(marker: Span, base: LinePrefix): LinePrefix {
  const cells = cellWidth(marker.text);
  if (base.fits(cells)) return base.item(cells, marker);
  base.lead = { ...marker, text: marker.text.trimStart() };
  return base;
}

/** Whether an item of a tight list ends with a block that needs an empty line after it. */
function endsInBlock(item: Item): boolean {
  const last: Block | undefined = item.blocks.at(-1);
  if (last === undefined || last.kind === 'paragraph') return false;
  if (last.kind !== 'list') return true;
  const nested = last.items.at(-1);
  return nested !== undefined && endsInBlock(nested);
}

/** Sets blocks that hang from a term, which stands beside them if it is short enough, else above them. */
export function* setHanging(
  { term, blocks, indent }: BlockOf<'hanging'>,
  prefix: LinePrefix,
  setting: Setting,
): Generator<Line> {
  if (!prefix.fits(indent)) {
    if (term.length > 0) yield* setParagraph(term, term[0]!.at, prefix, setting, false);
    return yield* setting.blocks(blocks, prefix, true);
  }
  const cells = term.reduce((sum, { text }) => sum + cellWidth(text), 0);
  const blank = blankSpan(indent);
  if (cells >= indent || blocks.length === 0 || term.some(({ text }) => text.includes('\n'))) {
    if (term.length > 0) yield* setParagraph(term, term[0]!.at, prefix, setting, false);
    return yield* setting.blocks(blocks, prefix.inside(indent, [blank]), false);
  }
  const beside = term.length === 0 ? [blank] : [...term, blankSpan(indent - cells)];
  const lines = setting.blocks(blocks, prefix.inside(indent, beside, [blank]), false);
  const { done, value } = lines.next();
  if (done) return;
  yield term.length === 0 ? value : { ...value, start: term[0]!.at };
  yield* lines;
}

/** True if an empty line is between notes: one of them has several blocks. */
export const areLoose = ({ notes }: BlockOf<'notes'>): boolean =>
  notes.some(({ blocks }) => blocks.length > 1);

/** Width of the rule before the notes. */
const RULE = 12;

/** Sets the footnotes: a short rule unless they go on from the block before, then the notes, each after its label. */
export function* setNotes(block: BlockOf<'notes'>, prefix: LinePrefix, setting: Setting): Generator<Line> {
  const { notes, start, end } = block;
  if (!block.continued) {
    const rule = '─'.repeat(prefix.measure === 0 ? RULE : Math.min(RULE, prefix.measure));
    yield prefix.line([{ text: rule, style: { role: 'rule' }, at: -1 }], rule.length, start, start);
  }
  const widest = notes.at(-1)?.label.length ?? 0;
  const isLoose = areLoose(block);
  for (const [index, { label, blocks }] of notes.entries()) {
    if (isLoose && index > 0) yield prefix.blank(blocks[0]?.start ?? end);
    const marker = { text: `${label.padStart(widest)}. `, style: { role: 'note' }, at: -1 } as const;
    yield* setting.blocks(blocks, hangFrom(marker, prefix), !isLoose);
  }
}
