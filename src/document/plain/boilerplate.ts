import { fold } from '../../unicode/slug.ts';
import {
  type BoilerplatePhrases,
  BUTTONS,
  COMMENT_FORM,
  LAST_LINES,
  RELATED_ARTICLES,
  SHARE_AND_FOLLOW,
} from './boilerplate-phrases.ts';

/** How long the lines after the first of a leftover may be, in characters; a longer line is the article's. */
const KINDS: readonly { readonly phrases: BoilerplatePhrases; readonly longest: number }[] = [
  { phrases: COMMENT_FORM, longest: 320 },
  { phrases: RELATED_ARTICLES, longest: 320 },
  { phrases: SHARE_AND_FOLLOW, longest: 100 },
];

/** How far from the end leftovers are looked for, in characters and in lines that are not empty. */
const TAIL = 6000;
const TAIL_LINES = 60;
/** Characters of the shortest article that has leftovers, and of the longest line that begins one. */
const SHORTEST_ARTICLE = 400;
const LONGEST_BEGINNING = 200;

interface TailLine {
  readonly length: number;
  readonly folded: string;
  readonly at: number;
}

/**
 * Where the leftovers of a web page begin that were copied along after an article: an offset into `source`, its length
 * where there are none. Nothing is taken for a leftover unless an article of some length stands before it, longer than
 * it, and no line after it is as long as a paragraph. Works on plain text and on Markdown, in constant time.
 */
export function boilerplateAt(source: string): number {
  if (source.length < SHORTEST_ARTICLE) return source.length;
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
  at >= SHORTEST_ARTICLE && at >= 2 * (source.length - at);

/** The last lines of a text, without the marks that Markdown sets around them. */
function tailLines(source: string): TailLine[] {
  let from = Math.max(0, source.length - TAIL);
  if (from > 0) from = source.indexOf('\n', from) + 1 || source.length;
  const lines: TailLine[] = [];
  for (const match of source.slice(from).matchAll(/\S.*/g)) {
    const text = match[0].trimEnd();
    const folded = text.length > LONGEST_BEGINNING ? '' : normalise(text);
    lines.push({ length: text.length, folded, at: from + match.index });
  }
  return lines.slice(-TAIL_LINES);
}

/** As phrases are written: folded, numbers as `#`, colons apart, neither marks nor stops around. */
const normalise = (text: string): string =>
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

/** Phrases by the word that they begin with, made when first asked for. */
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
