import type { Block, Item } from '../document/document.ts';
import { cellWidth } from '../unicode/width.ts';
import type { Line } from './line.ts';
import { blankSpan, type LinePrefix } from './line-prefix.ts';
import { setParagraph } from './paragraph.ts';
import type { Setting } from './setting.ts';

const BULLETS = ['•', '◦', '‣'];
const BOXES = { open: '☐', done: '☑' };
/** Lists at the left edge are indented by this many cells, if the measure is wide enough. */
const INDENT = 2;
const WIDE_ENOUGH = 40;

/** Sets a list: items hang from their markers, numbers are aligned on the right. */
export function* setList(
  list: Block & { kind: 'list' },
  prefix: LinePrefix,
  setting: Setting,
): Generator<Line> {
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
    const box = item.task === undefined ? '' : BOXES[item.task];
    const sign = [number, box].filter((part) => part !== '').join(' ') || bullet;
    yield* setItem(item, sign, start, list.loose, base, setting);
    before = item;
  }
}

function* setItem(
  item: Item,
  sign: string,
  start: number,
  loose: boolean,
  base: LinePrefix,
  setting: Setting,
): Generator<Line> {
  const cells = cellWidth(sign) + 1;
  const marker = { text: `${sign} `, style: { role: 'marker' }, at: -1 } as const;
  const fits = base.fits(cells);
  const inner = fits ? base.item(cells, marker) : base;
  if (!fits) inner.lead = { ...marker, text: `${sign.trimStart()} ` };
  yield* setting.blocks(item.blocks, inner, !loose);
  // An empty item still shows its marker.
  if (inner.lead !== undefined) yield* setParagraph([], start, inner, setting);
  else if (fits && inner.waiting) yield inner.blank(start);
}

/** Whether an item of a tight list ends with a block that needs an empty line after it. */
function endsInBlock(item: Item): boolean {
  const last = item.blocks.at(-1);
  if (last === undefined || last.kind === 'paragraph') return false;
  if (last.kind !== 'list') return true;
  const nested = last.items.at(-1);
  return nested !== undefined && endsInBlock(nested);
}
