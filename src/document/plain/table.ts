import type { Line } from './line.ts';
import type { PlainBlock } from './plain-block.ts';

type Align = 'left' | 'right' | 'center' | undefined;

/**
 * A table drawn with bars and a line of dashes below its header, as pages copied by programs have them; undefined where
 * the lines are none. Rows have the cells that they are written with.
 */
export function readTable(lines: readonly Line[]): (PlainBlock & { kind: 'table' }) | undefined {
  const [header, delimiter, ...body] = lines;
  if (!header?.text.includes('|') || !delimiter || !/^\|?(?: *:?-+:? *(?:\||$))+$/.test(delimiter.text)) {
    return undefined;
  }
  if (!body.every(({ text }) => text.includes('|'))) return undefined;
  return {
    kind: 'table',
    align: cellsOf(delimiter.text).map(alignOf),
    rows: [header, ...body].map(({ text }) => cellsOf(text)),
    at: header.at,
  };
}

/** Cells between bars; a bar after a backslash is a character. */
const cellsOf = (text: string): string[] =>
  text
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

const alignOf = (dashes: string): Align => {
  const left = dashes.startsWith(':');
  const right = dashes.endsWith(':');
  return left && right ? 'center' : right ? 'right' : left ? 'left' : undefined;
};
