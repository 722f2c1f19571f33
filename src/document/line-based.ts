import { isDrawing } from './drawing.ts';
import { ELEMENT_NAMES, LOGGED, type TextKind } from './format-signs.ts';
import { areBranches, areRecords } from './records.ts';
import { type Lines, shareOf } from './text-sample.ts';
import { areSeparate } from './text-shape.ts';

/**
 * The kind of a text that may be Markdown or prose by its marks, but whose lines belong on their own: entries of a log or
 * a chat, matches in files, records, a drawing, the branches of a tree or of a history, an agenda. Undefined if it is not
 * such a text.
 */
export function kindOfEntries(lines: Lines): TextKind | undefined {
  if (lines.length < 2) return undefined;
  if (shareOf(lines, (text) => LOGGED.test(text)) >= 0.6 || isChat(lines)) return 'log';
  if (isGraph(lines)) return 'history';
  if (areRecords(lines) || areBranches(lines) || isDrawing(lines)) return 'listing';
  if (shareOf(lines, (text) => BRANCH.test(text)) >= 0.5) return 'listing';
  const isAgenda = lines.length > 2 && shareOf(lines, (text) => DATED.test(text)) >= 0.8;
  return isAgenda && lines.filter(({ apart }) => !apart).length >= lines.length / 2 ? 'lines' : undefined;
}

/** A time or a date before the text of an entry. */
const DATED =
  /^\s*\[?(?:\d{1,2}(?::|h ?)\d\d|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})\b.*\s\S/;

/** A commit in `git log --graph`, and the strokes before it or alone. */
const COMMIT = /^[*|/\\_ ]+ [\da-f]{7,40}\s/;
const STROKES = /^[*|/\\_ ]+(?:$| [\da-f]{7,40}\s)/;

/** True if a text is a graph of commits. Without branches beside them, commits are a list. */
const isGraph = (lines: Lines): boolean =>
  shareOf(lines, (text) => STROKES.test(text)) >= 0.9 &&
  shareOf(lines, (text) => COMMIT.test(text)) >= 0.4 &&
  lines.some(({ text }) => text.startsWith('|'));

/** A line that `tree` draws, in either of its character sets. */
const BRANCH = /^[│|\s\u00a0]*(?:[├└][─-]|[|`]-- )/;

/** Lines of a chat: a message after its sender (`<name> text`), and an event (`* name waves`, `-!- name has joined`). */
const SAID = /^(?:\[?\d\d:\d\d\]?\s+)?<[ @+%&~]?([\w[\]\\^{}|-]{1,30})>\s+(?!.*<\/\1>)\S/;
const HAPPENED = /^(?:\[?\d\d:\d\d\]?\s+)?(?:\* [\w[\]\\^{}|-]+ \S|-!- |\*\*\* |-->\s|<--\s)/;

const ELEMENT = new RegExp(`^(?:${ELEMENT_NAMES})$`, 'i');

/** True if a text is a chat. A tag of HTML is not taken for a sender. */
function isChat(lines: Lines): boolean {
  const names = lines.flatMap(({ text }) => SAID.exec(text)?.[1] ?? []);
  const happened = lines.filter(({ text }) => HAPPENED.test(text)).length;
  const named = names.filter((name) => !ELEMENT.test(name)).length;
  return names.length + happened >= lines.length * 0.8 && named >= lines.length * 0.4;
}

/** A line that Markdown does not join: part of a quotation, a table, a definition, a directive, or a break at its end. */
const STRUCTURE = /^\s*(?:>|\||:::|[:~]\s|\$\$|\{|<!--|\[[^\]]+\]:)| {2}$|\\$/;
/** Marks around words, links and elements. */
const INLINE =
  /(?<![\w\\])([*_`~]{1,3})(?=\S)[^\n]{0,300}?\S\1(?!\w)|\[[^[\]\n]{0,300}\][([]|\[\[|<\/?\w|<[a-z]+:|&#?\w+;/;
/** The destination of a link at the end of a line, which may be wider than the line would be. */
const DESTINATION = /(?<=\[[^[\]]*\])\([^()\s]*\)$/;

/**
 * True if a text that has a mark or two of Markdown is made of lines to keep, which Markdown would join:
 * verse, an address, a list of words.
 *
 * @param text  the text of the lines, with the blanks at their ends
 */
export function areSeparateDespiteMarks(text: string, lines: Lines): boolean {
  const shown = lines.map(({ text: line, apart }) => ({ text: line.replace(DESTINATION, ''), apart }));
  if (lines.length < 3 || !areSeparate(shown) || text.split('\n').some((line) => STRUCTURE.test(line)))
    return false;
  return shareOf(lines, (line) => INLINE.test(line)) <= 0.5;
}
