import { fold } from '../../unicode/slug.ts';
import {
  AROUND,
  type BoilerplatePhrases,
  BUTTONS,
  COMMENT_FORM,
  LABELS,
  RELATED_ARTICLES,
  SHARE_AND_FOLLOW,
} from './boilerplate-phrases.ts';
import { endsSentence, innerEnds, startsLower } from './letters.ts';

/** Kinds of boilerplate; a line below its first that is longer than `longest`, in UTF-16 units, belongs to the article. */
const KINDS: readonly { readonly phrases: BoilerplatePhrases; readonly longest: number }[] = [
  { phrases: COMMENT_FORM, longest: 320 },
  { phrases: RELATED_ARTICLES, longest: 320 },
  { phrases: SHARE_AND_FOLLOW, longest: 100 },
];

/** How far from the end boilerplate is searched for, in UTF-16 units and in lines that are not blank. */
const TAIL = 6000;
const TAIL_LINES = 60;
/** Shorter texts have no boilerplate; longer lines are none, and longer ones do not begin it. In UTF-16 units. */
const MIN_ARTICLE = 400;
const MAX_LINE = 200;
const MAX_FIRST_LINE = 90;

interface TailLine {
  readonly text: string;
  readonly folded: string;
  readonly at: number;
  /** True if a blank line comes before it. */
  readonly isApart: boolean;
}

/**
 * Where the boilerplate of a web page begins that was copied along with an article: an offset into `source`, its length if
 * there is none. A longer article must come before it, and no line after it may be as long as a paragraph. Works on plain
 * text and on Markdown, in constant time.
 */
export function boilerplateAt(source: string): number {
  if (source.length < MIN_ARTICLE) return source.length;
  const lines = tailLines(source);
  const startOf = (index: number): number => lines[index]?.at ?? source.length;
  let last = lines.length;
  while (last > 0 && isLast(lines[last - 1]!.folded)) last--;
  const isBoilerplate = lines.slice(last).some(({ folded }) => isAround(folded));
  let cut = isBoilerplate && followsArticle(startOf(last), source) ? last : lines.length;
  let longest = 0;
  for (let i = last - 1; i >= 0; i--) {
    const { text, folded, at } = lines[i]!;
    const kind = KINDS.find(({ phrases }) => matches(phrases, folded));
    if (!kind) longest = Math.max(longest, text.length);
    else if (longest <= kind.longest && followsArticle(at, source) && isHeading(lines, i)) cut = i;
  }
  return startOf(cut);
}

/** Whether a line stands by itself: it is neither a sentence nor a part of the lines around it. */
function isHeading(lines: readonly TailLine[], index: number): boolean {
  const { text, isApart } = lines[index]!;
  const before = lines[index - 1]?.text ?? '';
  const next = lines[index + 1]?.text ?? '';
  return (
    (isApart || endsSentence(before)) &&
    text.length <= MAX_FIRST_LINE &&
    innerEnds(text).length === 0 &&
    (/:[*_]*$/.test(text) || !(endsSentence(text) || startsLower(next)))
  );
}

const followsArticle = (at: number, source: string): boolean =>
  at >= MIN_ARTICLE && at >= 2 * (source.length - at);

/** The last lines of a text that are not blank. */
function tailLines(source: string): TailLine[] {
  let from = Math.max(0, source.length - TAIL);
  if (from > 0) from = source.indexOf('\n', from) + 1 || source.length;
  const lines: TailLine[] = [];
  for (const { 0: blanks, 1: line = '', index } of source
    .slice(from)
    .trimEnd()
    .matchAll(/\s*(\S.*)/g)) {
    const text = line.trimEnd();
    const at = from + index + blanks.length - line.length;
    const isApart = /\n[ \t]*\n/.test(blanks);
    lines.push({ text, folded: text.length > MAX_LINE ? '' : normalize(text), at, isApart });
  }
  return lines.slice(-TAIL_LINES);
}

/** A line in the form of the phrases: folded, numbers as `#`, a space before colons, no markup or stops around it. */
const normalize = (text: string): string =>
  fold(text)
    .replace(/^[#>*_+\- \t]+(?=[^\s#>*_+-])|[*_:.!…\s]+$/g, '')
    .replace(/^\d+(?= )/, '#')
    .replace(/\s*:/, ' :')
    .replace(/\s+/g, ' ');

const isAround = (folded: string): boolean =>
  folded !== '' && (matches(AROUND, folded) || buttonsIn(folded) > 1);

/** Whether nothing but boilerplate is expected after a line. */
const isLast = (folded: string): boolean =>
  isAround(folded) || (folded !== '' && (matches(LABELS, folded) || buttonsIn(folded) > 0));

/** The number of different buttons in a line that holds nothing else; 0 for another line. */
function buttonsIn(folded: string): number {
  const words = folded.split(/[ ,|·•/]+/);
  return words.every((word) => BUTTONS.has(word)) ? new Set(words).size : 0;
}

function matches(phrases: BoilerplatePhrases, folded: string): boolean {
  const first = firstWord(folded);
  for (const { phrase, whole } of byFirstWord(phrases).get(first) ?? []) {
    if (
      folded === phrase ||
      (!whole && folded.startsWith(phrase) && !/^[a-z0-9]/.test(folded.slice(phrase.length)))
    ) {
      return true;
    }
  }
  return false;
}

interface Phrase {
  readonly phrase: string;
  readonly whole: boolean;
}

const indexed = new Map<BoilerplatePhrases, Map<string, Phrase[]>>();

/** Phrases by their first word; built on first use. */
function byFirstWord(phrases: BoilerplatePhrases): ReadonlyMap<string, readonly Phrase[]> {
  const known = indexed.get(phrases);
  if (known) return known;
  const index = new Map<string, Phrase[]>();
  for (const whole of [true, false]) {
    for (const phrase of whole ? phrases.whole : phrases.begin) {
      const word = firstWord(phrase);
      index.set(word, [...(index.get(word) ?? []), { phrase, whole }]);
    }
  }
  indexed.set(phrases, index);
  return index;
}

const firstWord = (folded: string): string => /^(?:[a-z]+|.)?/.exec(folded)![0];
