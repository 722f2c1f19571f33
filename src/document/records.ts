import { PROSE } from './format-signs.ts';
import { type Lines, shareOf } from './text-sample.ts';

/** Beginnings of lines that commands print and people seldom write. */
const RECORDS: readonly RegExp[] = [
  // Places in files, as grep and compilers write them, and lines in one file, which are no times.
  /^(?=[\d.+-]*[^\s:\d.+-])[^\s:]{1,200}[:-]\d+(?::\d+)?[:-]|^\d+:(?!\d\d\b| \S)|^--$/,
  // Matches in files without places.
  /^(?=[\d./-]*[A-Za-z_])[\w@+-]*[./][\w./@+-]*:(?!\/\/)/,
  // `git blame`.
  /^\^?[\da-f]{7,40} (?:\S+ +)?\(.{0,100}? +\d+\)/,
  // Checksums, in both of their forms.
  /^(?=\S*\d)[\da-f]{32,128}[ *]|^[A-Z][\w/-]{1,15} ?\(.+\) ?= ?[\da-f]{8,}$/,
  // Changes to each file, as `git diff --stat` counts them.
  / \| +(?:\d+(?: [+-]+)?|Bin \d+ -> \d+ bytes)$/,
  // Whole files, of which `diff` speaks, and libraries, of which `ldd` does.
  /^(?:Only in \S.*: \S|(?:Binary files|Files) \S.* differ$)|\(0x[\da-f]{8,}\)$/,
];

/** True if lines are records, as commands print them: with the same beginnings, separators, words or columns. */
export const areRecords = (lines: Lines): boolean =>
  RECORDS.some((pattern) => shareOf(lines, (text) => pattern.test(text)) >= 0.6) ||
  (!lines.some(({ text }) => MARKED.test(text)) && (areSeparated(lines) || areAlike(lines)));

/** The mark of an item, a quotation, speech, a heading or a row. */
const MARKED = /^\s*(?:[-*+•>#–—:|]|\d{1,9}[.)])(?:\s|$)|^\s*\|/;

/** Colons in a line of a table such as `/etc/passwd`, at least. */
const FEW_COLONS = 3;

/** True if all lines have as many colons, none of them as in a sentence. */
function areSeparated(lines: Lines): boolean {
  const counts = lines.map(({ text }) => (text.includes(': ') ? 0 : text.split(':').length - 1));
  return counts[0]! >= FEW_COLONS && counts.every((count) => count === counts[0]);
}

/** Words of each line that are compared, from its beginning. */
const COMPARED = 12;

/**
 * True if lines differ in some words only, with the same ones between them, as those of `mount` do. Words that all lines
 * begin with do not count: verse has them.
 */
function areAlike(lines: Lines): boolean {
  if (lines.filter(({ apart }) => apart).length > lines.length / 2) return false;
  const words = lines.map(({ text }) => text.trim().split(/\s+/, COMPARED));
  const shortest = Math.min(...words.map((line) => line.length));
  let same = 0;
  let hasVaried = false;
  for (let i = 0; i < shortest; i++) {
    if (words.some((line) => line[i] !== words[0]![i])) hasVaried = true;
    else if (hasVaried) same++;
  }
  return same >= (lines.length > 2 ? 2 : 3);
}

/** True if lines are set in columns by blanks or tabs, as commands print them, without the marks of lists and tables. */
export function areColumns(lines: Lines): boolean {
  if (lines.length < 2 || lines.some(({ text }) => MARKED.test(text)) || hasParagraph(lines)) return false;
  const areApart = lines.length > 2 && shareOf(lines, (text) => APART.test(text)) >= 0.8;
  return areApart || areAligned(lines);
}

/** Words apart in a line, the first of which ends no clause. */
const APART = /[^\s.!?:;,](?: {3,}|\t+)\S/;

/** Lines of prose below each other that are a paragraph: a column of descriptions is no prose by this. */
const PARAGRAPH = 3;

/** True if a paragraph is among the lines, which then are a text with a table in it. */
function hasParagraph(lines: Lines): boolean {
  let count = 0;
  for (const { text, apart } of lines) {
    const isSet = / {3}|\S\t/.test(text.trimStart());
    if (apart || isSet) count = 0;
    if (!isSet && PROSE.test(text) && ++count === PARAGRAPH) return true;
  }
  return false;
}

/** True if words of most lines begin or end in the same column, after several blanks. */
function areAligned(lines: Lines): boolean {
  const counts = new Map<string, number>();
  for (const { text } of lines)
    for (const { 1: blanks, 2: word, index } of text.matchAll(/\S(?=( {2,}|\t)(\S+))/g)) {
      const start = index + 1 + blanks!.length;
      for (const column of [`${start}<`, `>${start + word!.length}`])
        counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  const most = [...counts.values()].filter((count) => count >= Math.max(2, lines.length * 0.7)).length;
  return most >= (lines.length > 2 ? 1 : 3);
}

/** A branch as git lists it: the current one after `*`, those of other worktrees after `+`. */
const BRANCH = /^(?:[*+]| ) (?:\S+|\([^()]*\))(?: -> \S+| +[\da-f]{7,40} .*)?$/;

/** True if a text is the branches of a repository, one of which is the current one. */
export const areBranches = (lines: Lines): boolean =>
  lines.every(({ text }) => BRANCH.test(text)) &&
  lines.filter(({ text }) => text.startsWith('*')).length === 1;
