import type { Line } from './line.ts';
import type { PlainBlock } from './plain-block.ts';

type Table = PlainBlock & { kind: 'table' };

/** The table drawn by `lines` with bars, a line of dashes below its header; undefined if they are not such a table. */
export function tableOf(lines: readonly Line[]): Table | undefined {
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

/** Cells between bars; `\|` is a bar inside a cell. */
const cellsOf = (text: string): string[] =>
  text
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

function alignOf(dashes: string): Table['align'][number] {
  const left = dashes.startsWith(':');
  const right = dashes.endsWith(':');
  return left && right ? 'center' : right ? 'right' : left ? 'left' : null;
}
