import { cliMessages } from '../messages/cli.ts';
import { type Language, locales } from '../messages/locale.ts';
import type { Line } from '../text/line.ts';
import { cellWidth } from '../unicode/width.ts';
import { openCatalogue, warn } from './catalogue.ts';
import type { StatsOptions } from './command-options.ts';
import { type Environment, type ExitCode, widthOf } from './environment.ts';
import { openMarks } from './marks.ts';
import { printed } from './print.ts';
import { type MonthStats, type ReadingStats, readingStats } from './reading-stats.ts';
import { jsonText, tsv } from './script-output.ts';
import { type Column, lineOf, tableLines } from './table.ts';
import { write } from './write.ts';

/** Cells of the longest bar, and between columns. */
const LONGEST_BAR = 40;
const GAP = 2;

/** Month, bar, articles, minutes. */
const COLUMNS: readonly Column[] = [
  { style: { role: 'meta' }, align: 'left', dropOrder: 0 },
  { style: { role: 'marker' }, align: 'left', dropOrder: 0 },
  { style: {}, align: 'right', dropOrder: 1 },
  { style: { role: 'meta' }, align: 'right', dropOrder: 2 },
];

/** `kiosque stats`: figures of the library and of what was read in the last year, as bars, fields or JSON. */
export async function stats(environment: Environment, options: StatsOptions): Promise<ExitCode> {
  const { stdout, language, now } = environment;
  const { articles, warnings } = await openCatalogue(environment, options);
  warn(environment, warnings);
  const marks = await openMarks(environment, articles, options.paths);
  const figures = readingStats(articles, marks.of, now());
  if (options.json) stdout.write(jsonText(figures));
  else if (stdout.isTTY)
    await write(stdout, printed(statsLines(figures, language, widthOf(stdout)), environment));
  else stdout.write(tsv(fields(figures)));
  return 0;
}

/** Each figure after its name; of a month, the articles and the minutes. */
const fields = ({ months, ...figures }: ReadingStats): string[][] => [
  ...Object.entries(figures).map(([name, figure]) => [name, String(figure)]),
  ...months.map(({ month, articles, minutes }) => [month, String(articles), String(minutes)]),
];

/** The figures as lines of at most `width` cells. */
export function statsLines(figures: ReadingStats, language: Language, width: number): Line[] {
  const { articles, words, read, started, starred, months } = figures;
  const messages = cliMessages[language].stats;
  const facts = [
    messages.articles(articles),
    messages.words(words),
    messages.read(read),
    messages.started(started),
    messages.starred(starred),
  ];
  const lines = wrappedFacts(facts, width);
  if (months.every((month) => month.articles === 0)) return lines;
  return [...lines, lineOf([]), ...monthLines(months, language, width)];
}

/** Facts beside each other, on as many lines as they need. */
function wrappedFacts(facts: readonly string[], width: number): Line[] {
  const lines: string[] = [];
  for (const fact of facts) {
    const last = lines.at(-1);
    const longer = `${last} · ${fact}`;
    if (last !== undefined && cellWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(fact);
  }
  return lines.map((text) => lineOf([{ text, style: {}, at: -1 }]));
}

function monthLines(months: readonly MonthStats[], language: Language, width: number): Line[] {
  const messages = cliMessages[language];
  const rows = months.map(({ month, articles, minutes }) => [
    locales[language].date(month, 'short'),
    '',
    articles === 0 ? '' : messages.stats.articles(articles),
    articles === 0 ? '' : messages.minutes(minutes),
  ]);
  const taken = [0, 2, 3].map((column) => Math.max(...rows.map((row) => cellWidth(row[column]!))) + GAP);
  const room = Math.max(1, Math.min(LONGEST_BAR, width - taken.reduce((sum, cells) => sum + cells)));
  const most = Math.max(1, ...months.map(({ minutes }) => minutes));
  const withBars = rows.map(([month, , ...texts], i) => [
    month!,
    bar(months[i]!.minutes, most, room),
    ...texts,
  ]);
  return tableLines(COLUMNS, withBars, width);
}

/** Eighths of a cell, from none to seven. */
const EIGHTHS = ' ▏▎▍▌▋▊▉';

/** A bar for `value`, of which `most` takes `cells` cells. A value that is not 0 shows. */
function bar(value: number, most: number, cells: number): string {
  if (value === 0) return '';
  const eighths = Math.max(1, Math.round((value / most) * cells * 8));
  return `${'█'.repeat(eighths >> 3)}${EIGHTHS[eighths & 7]}`.trimEnd();
}
