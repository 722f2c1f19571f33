import { locales } from '../messages/locale.ts';
import { readerMessages } from '../messages/reader.ts';
import { spokenMessages } from '../messages/spoken.ts';
import type { ArticleRows } from '../state/article-rows.ts';
import { currentRelated } from '../state/links.ts';
import { pendingWork } from '../state/scroll.ts';
import { articleRowsOf, matchesOf, progressOf, readerHeight } from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { metaOf } from './reader-pane.ts';
import { spokenRow, spokenRows } from './spoken-rows.ts';

/**
 * The lines of the reader to read out. All rows on the screen count as heard: after a jump to a match or a heading those
 * from there on are read out, so that the next page goes on where they end.
 */
export function readerLines(before: State | undefined, after: State): readonly string[] {
  const { article, problem } = after.reader;
  if (!article) return [];
  const isEntered = before?.focus !== 'reader' || before.reader.article?.path !== article.path;
  const title = isEntered ? [article.title, metaOf(after)].filter(Boolean) : [];
  const known = isEntered ? undefined : before;
  if (problem !== undefined) return known?.reader.problem === problem ? title : [...title, problem];
  return [
    ...title,
    ...(after.notice?.kind === 'setting' ? [] : textLines(known, after)),
    ...linkLines(before, after),
    ...endLine(known, after),
  ];
}

/** Lines of the text; `known` is the state before, unless the article has been entered since. */
function textLines(known: State | undefined, after: State): readonly string[] {
  const rows = articleRowsOf(after);
  // The line of a match or a heading far away is laid out later, and read out then.
  if (!rows || (after.reader.scrollTarget && pendingWork(after))) return [];
  const match = matchRow(after, rows);
  if (match !== undefined && isMatchNew(known, after)) return linesAtMatch(after, rows, match);
  const landing = landingOf(known, after);
  if (landing !== undefined) return linesFrom(after, rows, rows.rowOf(landing));
  if (known?.overlay === undefined) return newLines(known, after, rows);
  // The line of the match itself was read out while its words were typed.
  if (known.overlay.kind === 'find' && match !== undefined) return linesFrom(after, rows, match + 1, true);
  // After a box was closed, the user is to know where the keys go now.
  return known.notice === after.notice && after.reader.article?.title ? [after.reader.article.title] : [];
}

function matchRow(state: State, rows: ArticleRows): number | undefined {
  const { currentMatch } = state.reader;
  const match = currentMatch === undefined ? undefined : matchesOf(state).at(currentMatch);
  return match && rows.rowOf(match.start);
}

const isMatchNew = (known: State | undefined, after: State): boolean =>
  !known || after.reader.currentMatch !== known.reader.currentMatch || pendingWork(known) !== undefined;

/** The number of the current match, before its line: `2 of 5: `. */
export const matchNumber = (state: State): string =>
  readerMessages[state.language].nth((state.reader.currentMatch ?? 0) + 1, matchesOf(state).length);

function linesAtMatch(state: State, rows: ArticleRows, row: number): readonly string[] {
  const line = spokenRow(state, rows, row);
  const lines = linesFrom(state, rows, row);
  // Before it may come what the match is in: a quotation, code.
  const at = lines.indexOf(line);
  return lines.map((each, index) => (index === at ? `${matchNumber(state)} ${each}` : each));
}

/** Where a jump has just led. */
function landingOf(known: State | undefined, { reader: { landing } }: State): number | undefined {
  if (!known || !landing) return undefined;
  const { landing: previous, scrollTarget } = known.reader;
  const wasPending = scrollTarget?.kind === 'offset' && scrollTarget.at === landing.at;
  return landing !== previous || wasPending ? landing.at : undefined;
}

/** The lines from a row to the end of the screen; `isHeard` if the row before it was just read out. */
function linesFrom(state: State, rows: ArticleRows, from: number, isHeard = false): readonly string[] {
  const end = state.reader.top + readerHeight(state);
  const lines = spokenRows(state, rows, range(from, end), () => isHeard);
  return isHeard && lines[0] === spokenMessages[state.language].blank ? [] : lines;
}

const range = (from: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index);

/** The rows of the article that were not on the screen before; of a jump to a link, those from the link on. */
function newLines(known: State | undefined, after: State, rows: ArticleRows): readonly string[] {
  const { top, document, anchor } = after.reader;
  const ys = range(top, top + readerHeight(after));
  if (!known?.reader.document) return spokenRows(after, rows, ys, () => false);
  // Of a text that was read again because its file has changed, the notice says so.
  if (known.reader.document !== document) return [];
  const previous = articleRowsOf(known);
  if (previous?.flow !== rows.flow) {
    // The same text was laid out anew.
    if (!previous || known.reader.anchor === anchor) return [];
    const heard = heardEnd(known, previous);
    return spokenRows(
      after,
      rows,
      ys.filter((y) => rows.offsetOf(y) >= heard),
      () => false,
    );
  }
  const bottom = known.reader.top + readerHeight(known);
  const wasShown = (y: number): boolean =>
    y >= known.reader.top && y < bottom && previous.row(y) !== undefined;
  const link = newLinkRow(known, after, rows) ?? 0;
  const isNew = ys.filter((y) => y >= link && !wasShown(y));
  return isNew.length === 0 ? [] : spokenRows(after, rows, isNew, wasShown);
}

/** The offset of the text at which the screen ends. */
function heardEnd(state: State, rows: ArticleRows): number {
  const ends = range(state.reader.top, state.reader.top + readerHeight(state)).map((y) => {
    const row = rows.row(y);
    return row?.kind === 'text' ? row.line.end : 0;
  });
  return Math.max(0, ...ends);
}

const isLinkNew = (before: State | undefined, { reader: { currentLink } }: State): boolean =>
  currentLink !== undefined && currentLink !== before?.reader.currentLink;

function newLinkRow(known: State, after: State, rows: ArticleRows): number | undefined {
  const { currentLink } = after.reader;
  if (currentLink === undefined || !isLinkNew(known, after)) return undefined;
  const { links } = rows.document;
  const link = links[currentLink];
  return link ? rows.rowOf(link.start) : rows.relatedRow(currentLink - links.length);
}

/** The current link, if it has just become that. */
function linkLines(before: State | undefined, after: State): readonly string[] {
  const { currentLink, document } = after.reader;
  if (currentLink === undefined || !isLinkNew(before, after)) return [];
  const link = document?.links[currentLink];
  const text = link ? document.slice(link.start, link.end) : currentRelated(after)?.title;
  if (text === undefined) return [];
  const { language } = after;
  const { note, backLink } = spokenMessages[language];
  if (link?.kind === 'backlink') return [backLink];
  const label = link?.kind === 'footnote' ? note : readerMessages[language].link;
  // A footnote’s number is written in superscript digits.
  return [locales[language].labelled(label, link?.kind === 'footnote' ? text.normalize('NFKC') : text)];
}

/** Says that all of the article has been shown. */
const endLine = (known: State | undefined, after: State): readonly string[] =>
  progressOf(after) === 1 && !(known && progressOf(known) === 1)
    ? [readerMessages[after.language].percent(100)]
    : [];
