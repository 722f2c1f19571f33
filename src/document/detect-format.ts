import {
  COMMENT,
  HIDDEN,
  HTML_STARTS,
  LINE_SIGNS,
  PROSE,
  type SignKind,
  TEXT_SIGNS,
  type TextKind,
} from './format-signs.ts';
import { areSeparateDespiteMarks, kindOfEntries } from './line-based.ts';
import { areColumns } from './records.ts';
import { separatorOf } from './separated-values.ts';
import { linesOf, type SampleLine, sampleOf, withoutAsides } from './text-sample.ts';
import { areSeparate, isJson, SHAPES } from './text-shape.ts';

/** Lines up to which one sign is enough; longer texts need more. */
const FEW_LINES = 24;
/** Weight of a sign that counts in a long text as well. */
const DECISIVE = 3;
/** The score of a kind that is certain unless another is as well. */
const CERTAIN = 9;

/** The evidence for each kind. A score of 1 is enough, and the kind with the highest score is chosen. */
type Scores = Map<SignKind, number>;

const scoreOf = (scores: Scores, kind: SignKind): number => scores.get(kind) ?? 0;

const add = (scores: Scores, kind: SignKind, score: number): void =>
  void scores.set(kind, scoreOf(scores, kind) + score);

/**
 * The kind of a text with LF line ends, from its beginning. Takes time linear in the length of that beginning, whatever it
 * holds.
 */
export function detectKind(text: string): TextKind {
  const sample = sampleOf(text);
  if (isJson(sample)) return 'json';
  const outside = withoutAsides(sample.text);
  const lines = linesOf(outside.text);
  if (lines.length === 0) return outside.fences > 0 ? 'markdown' : outside.comments > 0 ? 'code' : 'prose';
  const scores = scoresOf(outside.text, lines);
  if (outside.fences > 0) add(scores, 'markdown', 3);
  if (outside.comments > 0) add(scores, 'code', 0.5);
  const separator = separatorOf(sample);
  if (separator) add(scores, separator === '\t' ? 'tsv' : 'csv', 3);
  const kind = bestOf(scores);
  return outside.fences > 0 ? kind : withLines(kind, outside.text, lines);
}

/** A kind, or that of a text whose lines belong on their own if the kind is one that joins or mistakes such lines. */
function withLines(kind: TextKind, text: string, lines: readonly SampleLine[]): TextKind {
  switch (kind) {
    case 'prose':
    case 'lines':
      if (areColumns(lines)) return 'listing';
      return kindOfEntries(lines) ?? (areSeparate(lines) ? 'lines' : kind);
    case 'markdown':
      if (areColumns(lines)) return 'listing';
      return kindOfEntries(lines) ?? (areSeparateDespiteMarks(text, lines) ? 'lines' : kind);
    case 'html':
      return kindOfEntries(lines) ?? kind;
    default:
      return kind;
  }
}

/** The kind with the highest score from 1, the first of equals; prose if there is none. */
function bestOf(scores: Scores): TextKind {
  let best: TextKind = 'prose';
  let most = 1 - Number.EPSILON;
  for (const [kind, score] of scores) if (score > most) [best, most] = [kind as TextKind, score];
  return best;
}

function scoresOf(text: string, lines: readonly SampleLine[]): Scores {
  const length = Math.max(1, lines.length / FEW_LINES);
  const scores = textScores(text, length);
  const ofLines = lineScores(lines);
  if (isHtml(text, scoreOf(ofLines, 'html'), scoreOf(scores, 'markdown') + scoreOf(scores, 'mark')))
    // HTML does not show the content of some elements: as code, nothing is lost.
    add(scores, HIDDEN.test(text) ? 'code' : 'html', CERTAIN);
  ofLines.delete('html');
  weighMarkdown(scores, ofLines, length);
  for (const [kind, score] of ofLines) add(scores, kind, score);
  for (const { kind, holds, score, isRequired } of SHAPES) {
    if (holds(lines)) add(scores, kind, score);
    else if (isRequired) scores.delete(kind);
  }
  return scores;
}

/** Joins the scores of Markdown, of its marks and of HTML: in a long text Markdown counts less, and in code nothing does. */
function weighMarkdown(scores: Scores, ofLines: Scores, length: number): void {
  const code = Math.min(1, Math.max(scoreOf(ofLines, 'code'), scoreOf(ofLines, 'shell')) / 2);
  const marks = scoreOf(scores, 'mark') + scoreOf(scores, 'markup');
  scores.set('markdown', (1 - code) * (scoreOf(scores, 'markdown') / Math.sqrt(length) + marks));
  scores.delete('mark');
  scores.delete('markup');
}

/** Whether a text begins as HTML and most of its lines are HTML, or all if it begins inside a line. */
const isHtml = (text: string, ofLines: number, markdown: number): boolean =>
  HTML_STARTS.some(({ start, lines, most }) => start.test(text) && ofLines >= lines && markdown <= most);

/** The scores of the signs in a text, of which those that are not decisive are divided by its length. */
function textScores(text: string, length: number): Scores {
  const scores: Scores = new Map();
  for (const { kind, sign, weight, most, needs } of TEXT_SIGNS) {
    const count = text.includes(needs) ? countOf(text, sign, most) : 0;
    const isWhole = weight >= DECISIVE || kind === 'markdown';
    if (count > 0) add(scores, kind, isWhole ? weight * count : (weight * count) / length);
  }
  return scores;
}

/** How often a sign occurs, counted up to `most`. */
function countOf(text: string, sign: RegExp, most: number): number {
  let count = 0;
  sign.lastIndex = 0;
  while (count < most && sign.test(text)) count++;
  return count;
}

/** The share of lines with a sign of each kind, weighted. Comments count for no kind. */
function lineScores(lines: readonly SampleLine[]): Scores {
  const scores: Scores = new Map();
  const counted = lines.filter(({ text }) => !COMMENT.test(text));
  for (const { text } of counted) addLine(scores, withoutSpans(text));
  for (const [kind, score] of scores) scores.set(kind, score / counted.length);
  return scores;
}

/** Adds the weights of the signs on a line: of each kind the first. */
function addLine(scores: Scores, line: string): void {
  let isProse: boolean | undefined;
  let last: string | undefined;
  for (const { kind, sign, weight, doubtful } of LINE_SIGNS) {
    // Attributes of HTML look like assignments.
    if (kind === last || (last === 'html' && kind === 'code') || !sign.test(line)) continue;
    last = kind;
    if (doubtful) isProse ??= PROSE.test(withoutStrings(line));
    add(scores, kind, doubtful && isProse ? weight * 0.4 : weight);
  }
}

/** A line without the code spans of Markdown, and without a comment at its end. */
function withoutSpans(text: string): string {
  const line = text.includes('`') ? text.replace(/`[^`]*`/g, '`') : text;
  return line.includes(' //') ? line.replace(/(?<!\s)\s+\/\/(?:\s.*)?$/, '') : line;
}

/** A line of code without its strings and the comment at its end. */
const withoutStrings = (line: string): string =>
  line.replace(/"[^"]*"|(?<=[(=,[\s])'[^']*'(?=[),;\]\s:]|$)/g, '""').replace(/\s(?:\/\/|#|--)\s.*$/, '');
