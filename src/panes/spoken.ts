import { helpRows } from '../keys/bindings.ts';
import { minutesOf } from '../library/article.ts';
import { locales } from '../messages/locale.ts';
import { readerMessages } from '../messages/reader.ts';
import { currentRelated } from '../state/links.ts';
import { menuLength } from '../state/menu.ts';
import { pendingWork } from '../state/scroll.ts';
import {
  articleRowsOf,
  listedArticles,
  markOf,
  matchesOf,
  progressOf,
  readerHeight,
  selectedOf,
} from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { usefulHints } from './hints.ts';
import { emptyList } from './list.ts';
import { menuEntries } from './menu.ts';
import { noticeText } from './notice.ts';
import { metaOf } from './reader.ts';
import { rowText } from './row.ts';
import { pendingText } from './status.ts';

/**
 * What a screen reader is to say when `before` (nothing at the start) has become `after`: one line after the other, the
 * last of them the row one stands on. No drawing characters, and nothing that was said already.
 */
export function spoken(before: State | undefined, after: State): readonly string[] {
  const lines = [...(before ? [] : welcome(after)), ...notice(before, after), ...overlayLines(before, after)];
  if (after.overlay === undefined) {
    lines.push(...(after.focus === 'list' ? listLines(before, after) : readerLines(before, after)));
  }
  return lines.map(withoutDrawing).filter((line) => line !== '');
}

/** The keys to begin with. */
const welcome = (state: State): string[] => [
  `Kiosque: ${usefulHints(state, true)
    .map(({ key, label }) => `${key} ${label}`)
    .join(', ')}`,
];

/** Box drawing, blocks and the marks of lists say nothing when they are read out. */
const withoutDrawing = (line: string): string =>
  line
    .replace(/[\u2500-\u259f]+/g, ' ')
    .replace(/[•◦▪]/g, '-')
    .replace(/ {2,}/g, ' ')
    .trim();

function notice(before: State | undefined, after: State): string[] {
  const told = after.notice && after.notice !== before?.notice ? [noticeText(after.notice, after)] : [];
  const waiting = pendingText(after);
  return waiting && waiting !== (before && pendingText(before)) ? [...told, waiting] : told;
}

function overlayLines(before: State | undefined, after: State): string[] {
  const messages = readerMessages[after.language];
  const { overlay } = after;
  const opened = before?.overlay?.kind !== overlay?.kind;
  switch (overlay?.kind) {
    case undefined:
      return [];
    case 'search': {
      const changed = after.search.field.value !== before?.search.field.value;
      const head = opened || changed ? [`${messages.search}: ${after.search.field.value}`] : [];
      const found = after.search.results !== before?.search.results && after.search.results;
      const count = found ? [messages.results(found.articles.length)] : [];
      return [...head, ...count, ...listLines(before, after)];
    }
    case 'find': {
      const value = before?.overlay?.kind === 'find' ? before.overlay.field.value : undefined;
      const head = overlay.field.value === value ? [] : [`${messages.find}: ${overlay.field.value}`];
      return [...head, ...(overlay.field.value === '' ? [] : hitLines(before, after))];
    }
    case 'contents':
    case 'tags': {
      const row = before?.overlay?.kind === overlay.kind ? before.overlay.row : undefined;
      const title = opened ? [overlay.kind === 'contents' ? messages.contents : messages.tags] : [];
      const typed = filterOf(after) === filterOf(before) ? [] : [`${messages.search}: ${filterOf(after)}`];
      const entry = menuEntries(after, overlay.row, 1)[0];
      const said = entry
        ? `${messages.nth(overlay.row + 1, menuLength(after))} ${entry.text} ${entry.right}`
        : '';
      return overlay.row === row && typed.length === 0 ? title : [...title, ...typed, said];
    }
    case 'help': {
      const rows = helpRows(after);
      if (!opened && before && rows === helpRows(before)) return [];
      return rows.map((row) =>
        row.kind === 'key'
          ? `${row.names.join(', ')}: ${row.text}${row.where && ` (${row.where})`}`
          : row.kind === 'section'
            ? row.title
            : '',
      );
    }
  }
}

const filterOf = (state: State | undefined): string =>
  state?.overlay?.kind === 'tags' ? state.overlay.filter.value : '';

function listLines(before: State | undefined, after: State): string[] {
  const messages = readerMessages[after.language];
  const rows = listedArticles(after);
  const article = selectedOf(after);
  if (!article)
    return before && listedArticles(before) === rows
      ? []
      : emptyList(after, { width: 1_000, height: 1_000 }).map(rowText);
  const stays = before && selectedOf(before)?.path === article.path;
  // The number of articles said while they were being listed was not final.
  const isFinal = before?.library.complete === after.library.complete;
  const same =
    stays && isFinal && listedArticles(before).length === rows.length && before.list.row === after.list.row;
  const mark = markOf(after, article);
  const shown = before?.focus === after.focus && before.overlay?.kind === after.overlay?.kind;
  if (same && shown && mark === markOf(before, article)) return [];
  // While they are still being found, the number of them says nothing.
  if (!after.library.complete && stays && shown) return [];
  const facts = [
    article.author,
    article.date && locales[after.language].date(article.date),
    messages.minutes(minutesOf(article.words)),
    mark?.starred && messages.starred,
    mark?.read && messages.read,
    !mark?.read && mark?.place && messages.percent(Math.floor(mark.place.progress * 100)),
  ];
  const snippet = after.search.snippets.get(article.path)?.text;
  const said = `${messages.nth(after.list.row + 1, rows.length)} ${article.title}. ${facts.filter(Boolean).join(', ')}`;
  return [...(snippet ? [snippet] : []), said];
}

function readerLines(before: State | undefined, after: State): string[] {
  const { article, currentLink: link, problem } = after.reader;
  if (!article) return [];
  const entered = before?.focus !== 'reader' || before.reader.article?.path !== article.path;
  // A menu shows the text while one chooses, and says what is chosen.
  const opened = entered || before.overlay?.kind === 'contents' || before.overlay?.kind === 'help';
  const head = entered ? [article.title, metaOf(after)] : [];
  if (problem !== undefined) return opened || before?.reader.problem !== problem ? [...head, problem] : [];
  const target = link === undefined ? undefined : after.reader.document?.links[link];
  if (target && link !== before?.reader.currentLink) {
    const text = after.reader.document?.text.slice(target.start, target.end) ?? '';
    return [...head, `${readerMessages[after.language].link}: ${text}`];
  }
  const next = currentRelated(after);
  if (next && link !== before?.reader.currentLink)
    return [...head, `${readerMessages[after.language].link}: ${next.title}`];
  if (
    after.reader.currentMatch !== undefined &&
    (after.reader.currentMatch !== before?.reader.currentMatch || pendingWork(before))
  )
    return [...head, ...hitLines(before, after)];
  // The same lines at another width say nothing.
  if (after.notice?.kind === 'setting') return head;
  return [...head, ...newLines(opened ? undefined : before, after), ...theEnd(before, after)];
}

/** Said when all of the article has been shown. */
function theEnd(before: State | undefined, after: State): string[] {
  const known = before && before.reader.article === after.reader.article && progressOf(before) === 1;
  return progressOf(after) === 1 && !known ? [readerMessages[after.language].percent(100)] : [];
}

/** Rows of text that were not on the screen before. */
function newLines(before: State | undefined, after: State): string[] {
  const page = articleRowsOf(after);
  if (!page) return [];
  const height = readerHeight(after);
  const { top } = after.reader;
  const old = before && articleRowsOf(before);
  const seen = old?.flow === page.flow ? before?.reader.top : undefined;
  const lines: string[] = [];
  for (let y = top; y < top + height; y++) {
    if (seen !== undefined && y >= seen && y < seen + height && old?.row(y)) continue;
    const row = page.row(y);
    if (row?.kind === 'text') lines.push(row.line.spans.map((span) => span.text).join(''));
    else if (row?.kind === 'relatedHead') lines.push(readerMessages[after.language].related);
    else if (row?.kind === 'related') lines.push(row.article.title);
  }
  return lines;
}

function hitLines(before: State | undefined, after: State): string[] {
  const messages = readerMessages[after.language];
  const total = matchesOf(after).length;
  const { currentMatch: hit } = after.reader;
  const page = articleRowsOf(after);
  const match = hit === undefined ? undefined : matchesOf(after)[hit];
  if (!page || !match || hit === undefined) return [messages.matches(total)];
  // Where it is far it is said when one is there.
  if (pendingWork(after)) return [];
  if (hit === before?.reader.currentMatch && matchesOf(before) === matchesOf(after) && !pendingWork(before))
    return [];
  const row = page.row(page.rowOf(match.start));
  const line = row?.kind === 'text' ? row.line.spans.map((span) => span.text).join('') : '';
  return [`${messages.nth(hit + 1, total)} ${line}`];
}
