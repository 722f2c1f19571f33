import {
  COMMENT,
  HTML_START,
  LINE_SIGNS,
  PROSE,
  TAG_START,
  TEXT_SIGNS,
  type TextKind,
} from './format-signs.ts';
import { isJson } from './json-sample.ts';
import { isClosing, isGreeting } from './plain/line-patterns.ts';
import { separatorOf } from './separated-values.ts';
import { sampleOf } from './text-sample.ts';

/** Lines with text that are examined one by one, and UTF-16 units of each. */
const MAX_LINES = 150;
const MAX_LINE = 300;
/** Lines up to which one sign of Markdown is enough; longer texts need more. */
const FEW_LINES = 30;

/** A line with text. */
interface Line {
  readonly text: string;
  /** Whether it comes after a blank line, or first. */
  readonly apart: boolean;
}

/** Elements whose content HTML does not show: it is read as code, so that nothing is lost. */
const HIDDEN = /<(?:script|style|template|svg|head|title|select|object|canvas)\b/i;
const HIDDEN_START = /^\s*<(?:link|meta|script|style|template)\b/i;

type Scores = Map<TextKind | 'markup', number>;

/**
 * The kind of a text with LF line ends, from its beginning. Takes time linear in the length of that beginning, whatever it
 * holds.
 */
export function detectKind(text: string): TextKind {
  const sample = sampleOf(text);
  if (isJson(sample)) return 'json';
  const { outside, fences, comments } = withoutFences(sample.text);
  const lines = linesOf(outside);
  if (lines.length === 0) return fences > 0 ? 'markdown' : comments > 0 ? 'code' : 'prose';
  const scores = scoresOf(outside, lines);
  if (fences > 0) add(scores, 'markdown', 3);
  if (comments > 0) add(scores, 'code', 0.5);
  const separator = separatorOf(sample);
  if (separator) add(scores, separator === '\t' ? 'tsv' : 'csv', 3);
  const kind = bestOf(scores);
  return kind === 'prose' && areSeparate(lines) ? 'lines' : kind;
}

const add = (scores: Scores, kind: TextKind | 'markup', score: number): void =>
  void scores.set(kind, (scores.get(kind) ?? 0) + score);

function scoresOf(text: string, lines: readonly Line[]): Scores {
  const scores: Scores = new Map();
  for (const { kind, sign, weight, most, needs } of TEXT_SIGNS) {
    if (!text.includes(needs)) continue;
    const count = countOf(text, sign, most);
    if (count > 0) add(scores, kind, weight * count);
  }
  const ofLines = lineScores(lines);
  const own = scores.get('markdown') ?? 0;
  const code = Math.min(1, Math.max(ofLines.get('code') ?? 0, ofLines.get('shell') ?? 0) / 2);
  const markdown = (own + (scores.get('markup') ?? 0)) / Math.sqrt(Math.max(1, lines.length / FEW_LINES));
  scores.set('markdown', markdown * (1 - code));
  scores.delete('markup');
  for (const [kind, score] of ofLines) if (kind !== 'html') add(scores, kind, score);
  const html = ofLines.get('html') ?? 0;
  const isHtml =
    (HTML_START.test(text) && html >= 1 && own < 2) ||
    (TAG_START.test(text) && html > 1.7 && own === 0) ||
    (HIDDEN_START.test(text) && html >= 1);
  if (isHtml) add(scores, HIDDEN.test(text) ? 'code' : 'html', 9);
  if (isMail(lines) || isLetter(lines)) add(scores, 'mail', 4);
  if (isYaml(lines)) add(scores, 'yaml', 0.5);
  else scores.delete('yaml');
  const isCommented = commentShare(lines) > 0.4;
  if (!isSettings(lines)) {
    scores.delete('ini');
    scores.delete('toml');
  }
  if (isCommented) add(scores, 'ini', 1.5);
  return scores;
}

/** The kind with the highest score from 1, the first of equals; prose if there is none. */
function bestOf(scores: Scores): TextKind {
  let best: TextKind = 'prose';
  let most = 1 - Number.EPSILON;
  for (const [kind, score] of scores) if (score > most) [best, most] = [kind as TextKind, score];
  return best;
}

/** How often a sign occurs, counted up to `most`. */
function countOf(text: string, sign: RegExp, most: number): number {
  let count = 0;
  sign.lastIndex = 0;
  while (count < most && sign.test(text)) count++;
  return count;
}

function linesOf(sample: string): Line[] {
  const lines: Line[] = [];
  let apart = true;
  for (const line of sample.split('\n', 3 * MAX_LINES)) {
    // What is at the end of a line that is cut means nothing.
    const text = line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…` : line.trimEnd();
    if (text !== '') lines.push({ text, apart });
    apart = text === '';
    if (lines.length === MAX_LINES) break;
  }
  return lines;
}

/** A sample without its fenced code and block comments, which say nothing of the text around them. */
function withoutFences(sample: string): {
  readonly outside: string;
  readonly fences: number;
  comments: number;
} {
  if (!/^[ \t>]*(?:```|~~~|\/\*|\*\/|"""|''')|\*\/$/m.test(sample))
    return { outside: sample, fences: 0, comments: 0 };
  let outside: string[] = [];
  let fences = 0;
  let comments = 0;
  let open: RegExp | undefined;
  for (const line of sample.split('\n')) {
    if (open) {
      if (open.test(line)) open = undefined;
      continue;
    }
    const [, fence, comment, quotes] =
      /^[ \t>]*(?:(`{3,}(?!.*`)|~{3,})|(\/\*)|[rbu]?("""|'''))/.exec(line) ?? [];
    if (fence && !(fence.startsWith('~') && line === fence && isUnderline(outside.at(-1)))) {
      open = new RegExp(`^[ \\t>]*${fence}[ \\t]*$`);
      fences++;
    } else if (comment) {
      comments++;
      if (!/\*\/\s*$/.test(line)) open = /\*\//;
    } else if (quotes) {
      comments++;
      if (!line.trim().slice(3).includes(quotes)) open = new RegExp(quotes);
    } else if (
      comments === 0 &&
      /\*\/\s*$/.test(line) &&
      outside.every((each) => /^\s*(?:\*|$)/.test(each))
    ) {
      outside = [];
      comments++;
    } else outside.push(line);
  }
  return { outside: outside.join('\n'), fences, comments };
}

/** Whether a row of tildes below a line underlines it. */
const isUnderline = (above: string | undefined): boolean => above !== undefined && above.trim() !== '';

/** The share of lines with a sign of each kind, weighted. Comments count for no kind. */
function lineScores(lines: readonly Line[]): Scores {
  const scores: Scores = new Map();
  let counted = 0;
  for (const { text } of lines) {
    if (COMMENT.test(text)) continue;
    counted++;
    const line = withoutAsides(text);
    let isProse: boolean | undefined;
    let last: string | undefined;
    for (const { kind, sign, weight, doubtful } of LINE_SIGNS) {
      if (kind === last || (last === 'html' && kind === 'code') || !sign.test(line)) continue;
      last = kind;
      if (doubtful) isProse ??= PROSE.test(withoutStrings(line));
      add(scores, kind, doubtful && isProse ? weight * 0.4 : weight);
    }
  }
  for (const [kind, score] of scores) scores.set(kind, score / counted);
  return scores;
}

/** A line without code spans, and without a comment at its end. */
function withoutAsides(text: string): string {
  const line = text.includes('`') ? text.replace(/`[^`]*`/g, '``') : text;
  return line.includes(' //') ? line.replace(/\s+\/\/(?:\s.*)?$/, '') : line;
}

/** A line of code without strings and a comment at its end. */
const withoutStrings = (line: string): string =>
  line.replace(/"[^"]*"|(?<=[(=,[\s])'[^']*'(?=[),;\]\s:]|$)/g, '""').replace(/\s(?:\/\/|#|--)\s.*$/, '');

const commentShare = (lines: readonly Line[]): number =>
  lines.filter(({ text, apart }, i) => !apart && /^#(?!#)/.test(text) && /^#(?!#)/.test(lines[i - 1]!.text))
    .length / lines.length;

/** Headers of a mail. */
const HEADER =
  /^(?:from|de|to|à|cc|bcc|date|sent|envoyé|reply-to|subject|objet|message-id|received|return-path|mime-version|in-reply-to|content-type)\s?: ?/i;

/** Whether a text begins with headers of a mail. */
function isMail(lines: readonly Line[]): boolean {
  let headers = 0;
  for (const [i, { text, apart }] of lines.entries()) {
    if (i > 0 && apart) break;
    if (HEADER.test(text)) headers++;
    else if (!/^\s|^[A-Z][\w-]+: /.test(text)) return false;
  }
  return headers >= 2;
}

/** Whether a text begins with a greeting and ends with a closing and a signature. */
function isLetter(lines: readonly Line[]): boolean {
  const end = lines.slice(-5);
  return lines.length > 3 && isGreeting(lines[0]!.text) && end.some(({ text }) => isClosing(text));
}

const YAML_KEY = /^(?:[^\s:#>|*&!%@`"'{}[\],-][^\s:]*|"[^"]*"|'[^']*'):(?:\s|$)/;

/**
 * Whether all lines that are not indented are keys or items of YAML, with two keys or more. A list below a capitalized
 * word, or of sentences, is text.
 */
function isYaml(lines: readonly Line[]): boolean {
  let items = 0;
  let keys = 0;
  let sentences = 0;
  let isData = false;
  for (const { text } of lines) {
    const isItem = /^-(?:\s|$)/.test(text);
    const isIndented = /^\s/.test(text);
    if (/^(?:#|---|\.\.\.)/.test(text)) continue;
    const rest = text.replace(/^\s*(?:- +)*/, '');
    const isKey = YAML_KEY.test(rest);
    if (!isKey && !isItem && !isIndented) return false;
    if (isItem) items++;
    if (isItem && PROSE.test(text)) sentences++;
    if (!isKey) continue;
    keys++;
    isData ||= isIndented || /^[^A-ZÀ-Þ]/.test(rest) || /:\s+\S/.test(rest);
  }
  const isList = items === lines.length && (items === 1 || sentences > items / 2);
  return isData && !isList && (keys >= 2 || (keys > 0 && items > 0));
}

/** Whether all lines that are not indented are sections, keys or comments of settings. */
function isSettings(lines: readonly Line[]): boolean {
  let count = 0;
  for (const { text } of lines) {
    if (/^\s*[#;]|^\s/.test(text) || /^[\])}]/.test(text)) continue;
    if (!/^\[\[?[^[\]]+\]\]?\s*(?:#.*)?$|^[\w."$/*%-]+(?:\[[^\]]*\])?\s*=/.test(text)) return false;
    count++;
  }
  return count >= 2;
}

/** Widest column at which a program wraps its lines; verse and addresses are narrower. */
const MAX_WIDTH = 60;
/** Fewest words of a wrapped line, on average. */
const FEW_WORDS = 4;

/** Whether short lines were not wrapped from longer ones: verse, addresses, lists of words. */
function areSeparate(lines: readonly Line[]): boolean {
  if (lines.length < 2) return false;
  const widest = Math.max(...lines.map(({ text }) => text.length));
  if (widest > MAX_WIDTH) return false;
  const pairs = lines
    .slice(1)
    .map((line, i) => [lines[i]!, line] as const)
    .filter(([, below]) => !below.apart);
  if (pairs.length < Math.max(2, lines.length / 3)) return false;
  if (lines.some(({ text }) => /^\s*(?:[-*+•>–—#]\s|[-–—][^\s\d]|[=~]{3}|\d{1,3}[.)]\s)/.test(text)))
    return false;
  const words = lines.reduce((sum, { text }) => sum + text.trim().split(/\s+/).length, 0) / lines.length;
  if (words < FEW_WORDS) return true;
  if (lines.length > 3 && lines.filter(({ text }) => /^\W*[A-ZÀ-Þ]/.test(text)).length >= lines.length * 0.9)
    return true;
  const forced = pairs.filter(
    ([above, below]) => above.text.length + 1 + below.text.trim().split(' ', 1)[0]!.length > widest,
  );
  return forced.length < pairs.length * 0.6;
}
