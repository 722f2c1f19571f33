import { isLower } from './letters.ts';
import type { Peekable } from './peekable.ts';
import type { PlainBlock } from './plain-block.ts';
import type { Unit } from './unit.ts';

type Item = Unit & { kind: 'item' };

/** Lists nested deeper than this are read at this depth. */
const DEEPEST = 12;

/**
 * Reads the list that begins at the next unit, with the lists nested in it by their indent and the paragraphs set
 * under its items. A number out of turn begins another list.
 *
 * @param read  makes blocks of a unit's lines
 */
export function readList(
  units: Peekable<Unit>,
  read: (unit: Unit) => readonly PlainBlock[],
  depth = 1,
): PlainBlock & { kind: 'list' } {
  const first = units.next() as Item;
  const items: PlainBlock[][] = [[...read(first)]];
  let last = first;
  for (let unit = units.peek(); unit; unit = units.peek()) {
    if (unit.kind === 'item') {
      if (unit.indent > first.indent + 1 && depth < DEEPEST)
        items.at(-1)!.push(readList(units, read, depth + 1));
      else if (follows(last, unit) && unit.indent > first.indent - 2) {
        last = unit;
        items.push([...read(unit)]);
        units.next();
      } else break;
    } else if (
      unit.kind !== 'heading' &&
      unit.kind !== 'rule' &&
      unit.apart &&
      unit.lines[0]!.indent > first.indent + 1
    ) {
      items.at(-1)!.push(...read(unit));
      units.next();
    } else break;
  }
  const start = first.mark.number === undefined ? {} : { start: first.mark.number };
  return { kind: 'list', ...start, items, at: first.at };
}

const follows = (above: Item, below: Item): boolean =>
  above.mark.kind === 'number'
    ? below.mark.number === above.mark.number! + 1
    : below.mark.sign === above.mark.sign;

/** Spoken lines that begin with the sign of a list: sentences, a question among them with an answer after it. */
export function isDialogue(texts: readonly string[]): boolean {
  if (texts.length < 2 || !texts.every((text) => !isLower(text[0]) && /[.!?…»”"]$/.test(text))) return false;
  const isQuestion = (text: string): boolean => text.endsWith('?');
  return texts.some((text, i) => i > 0 && isQuestion(texts[i - 1]!) && !isQuestion(text));
}
