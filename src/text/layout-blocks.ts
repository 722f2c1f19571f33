import { calloutLabel } from '../document/callout-kinds.ts';
import type { Block, BlockOf, Style } from '../document/document.ts';
import { setCode } from './code.ts';
import { areLoose, setHanging, setList, setNotes } from './hanging-items.ts';
import type { Line, Span } from './line.ts';
import { blankSpan, type LinePrefix } from './line-prefix.ts';
import { setParagraph } from './paragraph.ts';
import type { Setting } from './setting.ts';
import { setTable } from './table.ts';

/**
 * Sets blocks below each other; `tight` without empty lines between paragraphs and lists, as in tight lists of Markdown.
 *
 * @param above  the block above the first
 */
export function* setBlocks(
  blocks: Iterable<Block>,
  prefix: LinePrefix,
  tight: boolean,
  setting: Setting,
  above?: Block,
): Generator<Line> {
  let before = above;
  for (const block of blocks) {
    if (before !== undefined)
      for (let lines = gap(before, block, tight); lines > 0; lines--) yield prefix.blank(block.start);
    if (prefix.lead !== undefined && block.kind !== 'paragraph' && block.kind !== 'heading')
      yield* setParagraph([], block.start, prefix, setting);
    // Most blocks are a line: delegating to their iterators would take longer.
    for (const line of setBlock(block, prefix, setting)) yield line;
    before = block;
  }
}

/** The number of empty lines between two blocks: two before a section, so that its heading is nearer to its own text. */
function gap(before: Block, block: Block, tight: boolean): number {
  if (tight && isText(before) && isText(block) && !(before.kind === 'list' && block.kind === 'list'))
    return 0;
  if (block.kind === 'hanging' && block.tight) return 0;
  if (block.kind === 'notes' && block.continued) return areLoose(block) ? 1 : 0;
  return block.kind === 'heading' && block.depth <= 2 && before.kind !== 'heading' ? 2 : 1;
}

const isText = (block: Block): boolean => block.kind === 'paragraph' || block.kind === 'list';

/** The lines of a block, laid out when they are iterated over, which is possible once. */
function setBlock(block: Block, prefix: LinePrefix, setting: Setting): Iterable<Line> {
  switch (block.kind) {
    case 'paragraph':
      return setParagraph(block.runs, block.start, prefix, setting);
    case 'heading':
      return setHeading(block, prefix, setting);
    case 'code':
      return setCode(block, prefix, setting);
    case 'quotation':
      return setQuotation(block, prefix, setting);
    case 'list':
      return setList(block, prefix, setting);
    case 'hanging':
      return setHanging(block, prefix, setting);
    case 'table':
      return setTable(block, prefix, setting);
    case 'rule':
      return [setRule(block, prefix)];
    case 'notes':
      return setNotes(block, prefix, setting);
    default:
      return block satisfies never;
  }
}

/** The style of the headings of each depth: quieter from one to the next, without a sign that is not in the text. */
const HEADING_STYLES: readonly Style[] = [
  { role: 'title', bold: true, underline: true },
  { role: 'heading', bold: true },
  { role: 'heading', bold: true, italic: true },
  { role: 'subheading' },
  { role: 'subheading', italic: true },
  { italic: true },
];
/** Plain text underlines the first two levels, as Markdown may, and indents those below the third. */
const UNDERLINES: readonly (string | undefined)[] = ['=', '-'];
const indentOf = (depth: number): number => 2 * Math.max(0, depth - 3);

function* setHeading(heading: BlockOf<'heading'>, prefix: LinePrefix, setting: Setting): Generator<Line> {
  const { depth, start, end } = heading;
  const { plain } = setting.options;
  const cells = plain ? indentOf(depth) : 0;
  const inner = cells > 0 && prefix.fits(cells) ? prefix.inside(cells, [blankSpan(cells)]) : prefix;
  const style = HEADING_STYLES[depth - 1]!;
  // The role of a part, such as a link, replaces that of the heading, which may be all that makes it bold.
  const weight = depth < 6 ? { bold: true } : {};
  const runs = heading.runs.map((run) => ({
    ...run,
    style: { ...style, ...(run.style.role !== undefined && weight), ...run.style },
  }));
  let widest = 0;
  for (const line of setParagraph(runs, start, inner, setting, false)) {
    widest = Math.max(widest, line.width - prefix.indent);
    yield line;
  }
  const underline = UNDERLINES[depth - 1];
  if (!plain || underline === undefined || widest === 0) return;
  const text = underline.repeat(widest);
  yield prefix.line([{ text, style: { role: 'rule' }, at: -1 }], widest, end, end);
}

const BAR: readonly Span[] = [{ text: '│ ', style: { role: 'quote' }, at: -1 }];

/** A quotation has a bar at each depth. A callout begins with its title, or else with the name of its kind. */
function* setQuotation(block: BlockOf<'quotation'>, prefix: LinePrefix, setting: Setting): Generator<Line> {
  const { callout, titled, start, blocks } = block;
  const inner = prefix.fits(2) ? prefix.inside(2, BAR) : prefix;
  if (callout === undefined || titled) return yield* setBlocks(blocks, inner, false, setting);
  const text = calloutLabel(callout, setting.document.lang);
  const label = { text, style: { role: 'quote', bold: true }, at: -1 } as const;
  const title: Block = { kind: 'paragraph', runs: [label], start, end: start };
  yield* setBlocks([title, ...blocks], inner, false, setting);
}

/** A thematic break is three stars in the middle, as in books. */
function setRule({ start }: Block, prefix: LinePrefix): Line {
  const stars = prefix.measure === 0 || prefix.measure >= 5 ? '* * *' : '*';
  const text = ' '.repeat(Math.max(0, Math.floor((prefix.measure - stars.length) / 2))) + stars;
  return prefix.line([{ text, style: { role: 'rule' }, at: -1 }], text.length, start, start);
}
