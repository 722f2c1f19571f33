import type { Item } from '../document.ts';
import type { OrgLines } from './org-lines.ts';
import { ITEM } from './org-patterns.ts';

/** An item of a list. */
export interface ItemExtent {
  /** Columns by which it is indented. */
  readonly indent: number;
  /** Characters of its first line before its text. */
  readonly marker: number;
  /** Its number; undefined for a bullet. */
  readonly number: number | undefined;
  readonly task: Item['task'] | undefined;
  /** The term that it describes, in a list of definitions. */
  readonly term: string | undefined;
  /** The line after it. */
  readonly end: number;
}

const COUNTER = /^\[@(\d{1,9})\][ \t]*/;
const BOX = /^\[([ Xx-])\](?:[ \t]+|$)/;
const TERM = /^(.*?[^\s:])[ \t]+::(?:[ \t]+|$)/;
const TASKS: Readonly<Record<string, Item['task']>> = { ' ': 'open', x: 'done', X: 'done', '-': 'begun' };

/** The item that begins on a line; undefined if none does. */
export function itemAt(lines: OrgLines, at: number, to: number): ItemExtent | undefined {
  const line = lines.at(at);
  const [bullet, number] = ITEM.exec(line) ?? [];
  if (bullet === undefined) return undefined;
  let marker = bullet.length;
  const skipped = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(line.slice(marker));
    marker += match?.[0].length ?? 0;
    return match;
  };
  const counter = skipped(COUNTER)?.[1];
  const box = skipped(BOX)?.[1];
  const term = number === undefined && line.includes('::') ? skipped(TERM)?.[1] : undefined;
  const indent = lines.indentAt(at);
  const first = number === undefined ? undefined : Number(counter ?? number);
  return {
    indent,
    marker,
    number: first,
    task: TASKS[box ?? ''],
    term,
    end: endOfItem(lines, at, to, indent),
  };
}

/** The line after an item: the first that is not indented more than its marker, or two that are blank. */
function endOfItem(lines: OrgLines, from: number, to: number, indent: number): number {
  let at = from + 1;
  while (at < to) {
    if (lines.isBlank(at)) {
      if (lines.isBlank(at + 1)) return at;
      at++;
      continue;
    }
    if (lines.indentAt(at) <= indent) return at;
    // A block may hold lines that are indented less.
    at = (lines.endOfElementAt(at, to) ?? at) + 1;
  }
  return to;
}
