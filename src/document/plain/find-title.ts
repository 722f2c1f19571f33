import { fold } from '../../unicode/slug.ts';
import { isPlaceholder } from '../placeholders.ts';
import { endsSentence, hasTwoLetters, innerEnds, isLower, longWords } from './letters.ts';
import { groupsOf, type Line, linesOf } from './line.ts';
import { isGreeting, isMeta, isTabular, markOf } from './line-patterns.ts';
import { type Token, tokensOf } from './tokens.ts';
import { joinLines, wrapOf } from './wrap.ts';

/** UTF-16 units of a text that are searched for its title: less than the head of any file holds. */
export const TITLE_SAMPLE = 16_000;

/** A title, and the offsets of the lines that it is on. */
export interface FoundTitle {
  readonly title: string;
  /** True if a full stop came after it. */
  readonly isSentence?: boolean;
  readonly lines: readonly number[];
}

/**
 * The title of a plain text: the subject of a mail, a line labelled `Title:`, a heading with an underline or a mark, or a
 * short line before the first paragraph. If there are several such lines (the name of the site, a motto, a title), the
 * one whose words come again in the text.
 */
export function findTitle(source: string): FoundTitle | undefined {
  const lines = [...linesOf(source, 0, Math.min(source.length, TITLE_SAMPLE))];
  const subject = subjectOf(lines);
  if (subject) return subject;
  const candidates: FoundTitle[] = [];
  let bodyAt = 0;
  for (const token of openingOf(tokensOf(lines, wrapOf([...groupsOf(lines)])))) {
    const last = token.lines.at(-1)!;
    bodyAt = last.at + last.text.length;
    const labelled = labelledTitle(token.lines);
    if (labelled) return labelled;
    if (token.kind === 'heading' && (token.depth === 1 || candidates.length === 0))
      return titleOn(token.lines);
    candidates.push(...candidatesIn(token));
  }
  return candidates.length === 0
    ? undefined
    : bestOf(candidates, wordCounts(source.slice(bodyAt, TITLE_SAMPLE)));
}

function titleOn(lines: readonly Line[]): FoundTitle {
  const written = joinLines(lines);
  const title = written.replace(/(?<=[^.…!?])\.$/, '');
  return { title, isSentence: title !== written, lines: lines.map(({ at }) => at) };
}

/** Headers of a mail. */
const HEADER =
  /^(?:from|de|to|à|cc|date|sent|envoyé|reply-to|subject|objet|message-id|received|mime-version)\s?:/i;
const LABEL = /^(?:title|titre|subject|objet|sujet)\s?:\s*(\S.{0,200})$/i;
/** Lines that are searched for headers. */
const HEADER_LINES = 40;

/** The subject among the headers of a mail, or the title among those of a book of Project Gutenberg. */
function subjectOf(lines: readonly Line[]): FoundTitle | undefined {
  const first = lines.slice(0, HEADER_LINES);
  const group = groupsOf(first).next().value as readonly Line[] | undefined;
  if (/^the project gutenberg/i.test(group?.[0]?.text ?? '')) return labelledTitle(first);
  return group && group.filter(({ text }) => HEADER.test(text)).length >= 2
    ? labelledTitle(group)
    : undefined;
}

function labelledTitle(lines: readonly Line[]): FoundTitle | undefined {
  for (const { text, at } of lines) {
    const title = LABEL.exec(text)?.[1];
    if (title !== undefined) return { title, lines: [at] };
  }
  return undefined;
}

/** How many tokens may come before the first paragraph, and the length from which a token is one, in UTF-16 units. */
const MAX_OPENING = 14;
const MAX_TITLE = 130;

/** The tokens before the first paragraph. */
function openingOf(tokens: Iterable<Token>): Token[] {
  const opening: Token[] = [];
  let sentences = 0;
  for (const token of tokens) {
    if (opening.length === MAX_OPENING || isBody(token)) break;
    opening.push(token);
    sentences = endsSentence(token.lines.at(-1)!.text) ? sentences + 1 : 0;
    // Three sentences in a row are short paragraphs.
    if (sentences === 3) return opening.slice(0, -3);
  }
  return opening;
}

function isBody(token: Token): boolean {
  if (token.kind === 'item' || token.kind === 'quoted') return true;
  const text = joinLines(token.lines);
  if (token.kind === 'lines') return token.lines.length > 3 && text.length > 25 * token.lines.length;
  if (isGreeting(text)) return true;
  return text.length > MAX_TITLE || (text.length > 60 && /[.!…]$/.test(text) && innerEnds(text).length > 0);
}

/** The lines of a token that may be the title. */
function candidatesIn(token: Token): FoundTitle[] {
  if ((token.kind !== 'prose' && token.kind !== 'lines') || token.lines.length > 3) return [];
  if (token.kind === 'prose') return [titleOn(token.lines)].filter(isTitle);
  // An author or a subtitle may come right below the title; the lines of an address have digits.
  if (token.lines.slice(1).some(({ text }) => /\d/.test(text))) return [];
  // A list of words.
  if (token.lines.every(({ text }) => isLower(text[0]))) return [];
  return token.lines
    .map((line) => titleOn([line]))
    .filter(isTitle)
    .slice(0, 1);
}

function isTitle({ title, isSentence }: FoundTitle): boolean {
  return (
    title.length <= MAX_TITLE &&
    hasTwoLetters(title) &&
    !/[,;:]$/.test(title) &&
    !(isLower(title[0]) && isSentence) &&
    markOf(title)?.kind !== 'dialogue' &&
    !isMeta(title) &&
    !isTabular(title) &&
    !isPlaceholder(title) &&
    // A remark about the text, such as that it is a draft.
    !/^(?:<.*>|\[.*\]|\(.*\))$/.test(title)
  );
}

/** The candidate whose words recur most in the text; a sentence only if most of its words recur. */
function bestOf(
  candidates: readonly FoundTitle[],
  counts: ReadonlyMap<string, number>,
): FoundTitle | undefined {
  let best: FoundTitle | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  for (const [index, candidate] of candidates.entries()) {
    const words = contentWords(candidate.title);
    const recurring = words.filter((word) => counts.has(word));
    const occurrences = recurring.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
    const coverage = words.length === 0 ? 0 : recurring.length / words.length;
    const score = coverage + Math.min(occurrences, 10) / 20 - 0.05 * index;
    if (candidate.isSentence && (coverage < 0.5 || recurring.length < 2)) continue;
    if (score > highest) {
      best = candidate;
      highest = score;
    }
  }
  return best;
}

/** Stop words of French and English, folded and without endings. */
const STOP_WORDS = new Set(
  (
    'les des une aux est que qui sur par pas ses son mes vos nos dan pour avec vou nou tout tou plu mai comm cett ' +
    'votr notr leur sont etr avoir fait fair san sou entr quand ont ell elle cela donc car ainsi aussi bien tre peut ' +
    'the and for you are was not but all can his her its our how why that thi with from hav your what when about will ' +
    'they their them ther which into mor than one who has had were been would could should'
  ).split(' '),
);

/** The words of three letters and more in a title, except stop words; as `baseOf` gives them. */
function contentWords(title: string): string[] {
  const words = new Set<string>();
  for (const whole of longWords(fold(title))) {
    const word = baseOf(whole);
    if (!STOP_WORDS.has(whole) && !STOP_WORDS.has(word)) words.add(word);
  }
  return [...words];
}

/** How often each word of three letters and more is in a text. */
function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const whole of longWords(fold(text))) {
    const word = baseOf(whole);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** A folded word without the endings of plurals and feminines. */
const baseOf = (word: string): string => word.replace(/(?<=...)(?:es|e|s|x)$/, '');
