import { fold } from '../../unicode/slug.ts';
import {
  type BoilerplatePhrases,
  BUTTONS,
  COMMENT_FORM,
  LAST_LINES,
  RELATED_ARTICLES,
  SHARE_AND_FOLLOW,
} from './boilerplate-phrases.ts';

/** Kinds of boilerplate; a line below its first that is longer than `longest`, in UTF-16 units, belongs to the article. */
const KINDS: readonly { readonly phrases: BoilerplatePhrases; readonly longest: number }[] = [
  { phrases: COMMENT_FORM, longest: 320 },
  { phrases: RELATED_ARTICLES, longest: 320 },
  { phrases: SHARE_AND_FOLLOW, longest: 100 },
];

/** How far from the end boilerplate is searched for, in UTF-16 units and in lines that are not blank. */
const TAIL = 6000;
const TAIL_LINES = 60;
/** Shorter texts have no boilerplate; longer lines do not begin it. In UTF-16 units. */
const MIN_ARTICLE = 400;
const MAX_FIRST_LINE = 200;

interface TailLine {
  readonly length: number;
  readonly folded: string;
  readonly at: number;
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
  let cut = lines.length;
  while (cut > 0 && isLast(lines[cut - 1]!.folded)) cut--;
  if (!followsArticle(startOf(cut), source)) cut = lines.length;
  let longest = 0;
  for (let i = cut - 1; i >= 0; i--) {
    const line = lines[i]!;
    const kind = KINDS.find(({ phrases }) => matches(phrases, line.folded));
    if (!kind) longest = Math.max(longest, line.length);
    else if (longest <= kind.longest && followsArticle(line.at, source)) cut = i;
  }
  return startOf(cut);
}

const followsArticle = (at: number, source: string): boolean =>
  at >= MIN_ARTICLE && at >= 2 * (source.length - at);

/** The last lines of a text that are not blank. */
function tailLines(source: string): TailLine[] {
  let from = Math.max(0, source.length - TAIL);
  if (from > 0) from = source.indexOf('\n', from) + 1 || source.length;
  const lines: TailLine[] = [];
  for (const match of source.slice(from).matchAll(/\S.*/g)) {
    const text = match[0].trimEnd();
    const folded = text.length > MAX_FIRST_LINE ? '' : normalize(text);
    lines.push({ length: text.length, folded, at: from + match.index });
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

const isLast = (folded: string): boolean =>
  folded !== '' &&
  (matches(LAST_LINES, folded) || folded.split(/[ ,|·•/]+/).every((word) => BUTTONS.has(word)));

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
