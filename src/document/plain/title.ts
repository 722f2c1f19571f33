import { joinLines } from './join.ts';
import { endsSentence, hasTwoLetters, innerEnds, isLower } from './letters.ts';
import { groupsOf, type Line, linesOf } from './line.ts';
import { isGreeting, isMeta, isTabular, markOf } from './marks.ts';
import { type Unit, unitsOf } from './unit.ts';
import { contentWords, wordCounts } from './vocabulary.ts';
import { wrapOf } from './wrap.ts';

/** How much of a text is looked at for its title, in UTF-16 units: less than the head of any file holds. */
export const TITLE_SAMPLE = 16_000;

/** A title, and the offsets of the lines that it stands on. */
export interface FoundTitle {
  readonly title: string;
  /** It was written with a full stop. */
  readonly isSentence?: boolean;
  readonly lines: readonly number[];
}

/**
 * The title of a plain text: the subject of a mail, a line labelled `Title:`, a heading that is marked as one, or a
 * short line before the first paragraph. Where several such lines stand there — a site's name, a motto, a title — it is
 * the one whose words the text takes up again.
 */
export function findTitle(source: string): FoundTitle | undefined {
  const lines = [...linesOf(source, 0, Math.min(source.length, TITLE_SAMPLE))];
  const header = subjectOf(lines);
  if (header) return header;
  const opening = openingOf(unitsOf(lines, wrapOf([...groupsOf(lines)])));
  const candidates: FoundTitle[] = [];
  let bodyAt = 0;
  for (const unit of opening) {
    const last = unit.lines.at(-1)!;
    bodyAt = last.at + last.text.length;
    const labelled = labelledBy(LABEL, unit.lines);
    if (labelled) return labelled;
    if (unit.kind === 'heading' && (unit.depth === 1 || candidates.length === 0)) return foundOn(unit.lines);
    candidates.push(...candidatesOf(unit));
  }
  return candidates.length === 0
    ? undefined
    : bestOf(candidates, wordCounts(source.slice(bodyAt, TITLE_SAMPLE)));
}

function foundOn(lines: readonly Line[]): FoundTitle {
  const written = joinLines(lines);
  const title = written.replace(/(?<=[^.…!?])\.$/, '');
  return { title, isSentence: title !== written, lines: lines.map(({ at }) => at) };
}

const HEADER =
  /^(?:from|de|to|à|cc|date|sent|envoyé|reply-to|subject|objet|message-id|received|mime-version)\s?:/i;
const LABEL = /^(?:title|titre|subject|objet|sujet)\s?:\s*(\S.{0,200})$/i;
/** Lines in which a header is looked for. */
const HEADER_LINES = 40;

/** The subject among the header lines that a mail begins with, or the title in those of Project Gutenberg's books. */
function subjectOf(lines: readonly Line[]): FoundTitle | undefined {
  const first = lines.slice(0, HEADER_LINES);
  const group = groupsOf(first).next().value as readonly Line[] | undefined;
  if (/^the project gutenberg/i.test(group?.[0]?.text ?? '')) return labelledBy(LABEL, first);
  return group && group.filter(({ text }) => HEADER.test(text)).length >= 2
    ? labelledBy(LABEL, group)
    : undefined;
}

function labelledBy(pattern: RegExp, lines: readonly Line[]): FoundTitle | undefined {
  for (const { text, at } of lines) {
    const title = pattern.exec(text)?.[1];
    if (title !== undefined) return { title, lines: [at] };
  }
  return undefined;
}

/** Parts that may stand before the first paragraph, and the length from which a line is one. */
const MOST_PARTS = 14;
const LONGEST = 130;

/** What stands before the first paragraph. */
function openingOf(units: Iterable<Unit>): Unit[] {
  const opening: Unit[] = [];
  let sentences = 0;
  for (const unit of units) {
    if (opening.length === MOST_PARTS || isBody(unit)) break;
    opening.push(unit);
    sentences = endsSentence(unit.lines.at(-1)!.text) ? sentences + 1 : 0;
    // Three sentences on end are text, if of short paragraphs.
    if (sentences === 3) return opening.slice(0, -3);
  }
  return opening;
}

function isBody(unit: Unit): boolean {
  if (unit.kind === 'item' || unit.kind === 'quoted') return true;
  const text = joinLines(unit.lines);
  if (unit.kind === 'lines') return unit.lines.length > 3 && text.length > 25 * unit.lines.length;
  if (isGreeting(text)) return true;
  return text.length > LONGEST || (text.length > 60 && /[.!…]$/.test(text) && innerEnds(text).length > 0);
}

/** Titles that a part may be: a line or two, without the punctuation and the marks that titles do not have. */
function candidatesOf(unit: Unit): FoundTitle[] {
  if (unit.kind !== 'prose' && unit.kind !== 'lines') return [];
  const isBlock = unit.kind === 'lines';
  // A title with an author or a subtitle right below it; the lines of an address hold figures.
  if (isBlock && (unit.lines.length > 3 || unit.lines.slice(1).some(({ text }) => /\d/.test(text))))
    return [];
  if (unit.lines.length > 3) return [];
  const candidates = isBlock ? unit.lines.map((line) => foundOn([line])) : [foundOn(unit.lines)];
  return candidates.filter(isTitle).slice(0, 1);
}

function isTitle({ title, isSentence }: FoundTitle): boolean {
  return (
    title.length <= LONGEST &&
    hasTwoLetters(title) &&
    !/[,;:]$/.test(title) &&
    !(isLower(title[0]) && isSentence) &&
    markOf(title)?.kind !== 'dialogue' &&
    !isMeta(title) &&
    !isTabular(title) &&
    // A remark on the text, such as that it is a draft.
    !/^(?:<.*>|\[.*\]|\(.*\))$/.test(title)
  );
}

/** The candidate whose words the text takes up most, the first of equals; a lone sentence is none unless it is. */
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
