import { readerMessages } from '../messages/reader.ts';
import type { State } from '../state/state.ts';
import { blank, piece, type Row, toWidth } from './row.ts';
import { wrapWords } from './wrap.ts';

/** What the list says when it has nothing to show, and what to do next. */
export function emptyList(state: State, width: number, height: number): Row[] {
  const messages = readerMessages[state.language];
  const { search, list, library } = state;
  const paragraphs: [string, 'dim' | 'accent' | undefined][] = [];
  if (search.results) {
    paragraphs.push([messages.noResult(search.results.query.trim()), undefined]);
    if (search.results.suggestion === undefined) paragraphs.push([messages.searchAgain, 'dim']);
    else {
      paragraphs.push([messages.didYouMean(search.results.suggestion), 'accent'], [messages.takeIt, 'dim']);
    }
  } else if (list.tag !== undefined && library.articles.length > 0) {
    paragraphs.push([messages.noneTagged(list.tag), undefined], [messages.clearHint, 'dim']);
  } else if (library.complete) {
    paragraphs.push([messages.noArticle, undefined], [messages.noArticleHint, 'dim']);
  } else {
    paragraphs.push([messages.reading, 'dim']);
  }
  const rows: Row[] = height > 4 ? [blank(width)] : [];
  for (const [text, role] of paragraphs) {
    for (const line of wrapWords(text, width - 2))
      rows.push(toWidth([piece(` ${line}`, role && { role })], width));
    if (height > 6) rows.push(blank(width));
  }
  return rows;
}
