import { bodyOf } from '../../src/library/read-body.ts';

/** How a text is to be read. `text` may join lines, `lines` and `code` may not. */
export const READINGS = [
  'markdown',
  'mdx',
  'html',
  'org',
  'gemtext',
  'text',
  'lines',
  'table',
  'code',
  'terminal',
] as const;
export type Reading = (typeof READINGS)[number];

/** A text with the reading that is right for it. Texts of others are taken from installed files and never committed. */
export interface Sample {
  /** Where it comes from: a file and lines, a command, or a fixture. */
  readonly id: string;
  readonly kind: string;
  readonly reading: Reading;
  readonly text: string;
  /** True if detectors were tuned on it; the others are for the test. */
  readonly tuned: boolean;
}

/** The reading that is detected for a text of which nothing else is known. */
function detected(text: string): Reading {
  const { format, keepLines } = bodyOf(text, 'stdin');
  return keepLines ? 'lines' : format;
}

/** How samples are read. */
export interface Score {
  readonly count: number;
  /** The share that is read right. */
  readonly right: number;
  /** A row for each reading with what its texts are taken for, and the samples that are read wrong. */
  readonly table: string;
}

export function scoreOf(samples: readonly Sample[]): Score {
  const counts = new Map<string, number>();
  const wrong: string[] = [];
  for (const { id, kind, reading, text } of samples) {
    const found = detected(text);
    counts.set(`${reading} ${found}`, (counts.get(`${reading} ${found}`) ?? 0) + 1);
    if (found !== reading) wrong.push(`${found} instead of ${reading} (${kind}): ${id}`);
  }
  const row = (name: string, cells: readonly unknown[]): string =>
    name.padEnd(10) + cells.map((cell) => String(cell).padStart(9)).join('');
  const rows = READINGS.map((reading) =>
    row(
      reading,
      READINGS.map((found) => counts.get(`${reading} ${found}`) ?? '·'),
    ),
  );
  const table = [row('is \\ as', READINGS), ...rows, ...wrong].join('\n');
  return { count: samples.length, right: 1 - wrong.length / samples.length, table };
}
