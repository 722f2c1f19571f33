import { minutesOf } from '../library/article.ts';
import { dayOf } from '../library/drafts.ts';
import { locales } from '../messages/locale.ts';
import { markMessages } from '../messages/marks.ts';
import { readerMessages } from '../messages/reader.ts';
import { placementOf } from '../state/annotations.ts';
import { hiddenCount, hiddenRange } from '../state/hidden-characters.ts';
import type { Notice } from '../state/notice.ts';
import { markOf } from '../state/selectors.ts';
import type { Settings } from '../state/settings.ts';
import type { State } from '../state/state.ts';
import { themeLabel } from '../style/theme-names.ts';
import { cleanLine } from '../unicode/clean.ts';
import { withKeys } from './with-keys.ts';

/** What just happened, as text. */
export function noticeText(notice: Notice, state: State): string {
  const messages = readerMessages[state.language];
  switch (notice.kind) {
    case 'copied':
      return messages.copied(notice.what, notice.to);
    case 'opened':
    case 'openFailed':
      return messages[notice.kind](notice.url);
    case 'fetching':
      return messages.fetching(new URL(notice.url).host, notice.bytes, notice.total);
    case 'resumed':
      return messages.resumed(notice.title, messages.percent(Math.floor(notice.progress * 100)));
    case 'reloaded':
    case 'deleted':
    case 'emptied':
    case 'unreadable':
      return messages[notice.kind];
    case 'setting':
      return settingText(notice.setting, state) + untilQuitText(notice.setting, state);
    case 'configured':
      return messages.configured;
    case 'sorted':
      return messages.sortedBy(messages.orders[state.list.order], state.list.reverse);
    case 'mouse':
      return withKeys(messages.mouse[notice.on ? 'on' : 'off'], state);
    case 'folder':
      return messages.folder(notice.count, notice.isWhole);
    case 'figures':
      return figuresText(notice, state);
    case 'unavailable':
      return withKeys(messages.unavailable[notice.what], state);
    case 'skipped':
    case 'brokenFrontMatter':
      return messages[notice.kind](notice.count, namesOf(notice.paths, notice.count));
    case 'hidden':
      return messages.hidden(hiddenCount(state));
    case 'hiddenPlace':
      return hiddenPlaceText(state);
    case 'annotation':
      return annotationText(notice.id, state);
    case 'marked':
      return markMessages[state.language].marked[notice.what][notice.on ? 'on' : 'off'];
    case 'annotated':
      return withKeys(markMessages[state.language].annotated[notice.what], state);
    case 'news':
    case 'problem':
      return notice.text;
  }
}

/** The note of an annotation, or else its passage, with its number. */
function annotationText(id: string, state: State): string {
  const { placed } = placementOf(state);
  const number = placed.findIndex(({ annotation }) => annotation.id === id);
  const annotation = placed[number]?.annotation;
  if (!annotation) return '';
  const text = annotation.note ?? readerMessages[state.language].passage(annotation.quote.exact);
  return readerMessages[state.language].annotation(cleanLine(text), number + 1, placed.length);
}

/** Which place of hidden characters the reader is at, with the word there. */
function hiddenPlaceText(state: State): string {
  const messages = readerMessages[state.language];
  const { document, currentHidden = 0 } = state.reader;
  const range = hiddenRange(state);
  const word = range ? (document?.text.slice(range.start, range.end).trim() ?? '') : '';
  return messages.hiddenPlace(word, currentHidden + 1, document?.hidden?.places.length ?? 0);
}

/** Files that are named in a notice. */
const MAX_NAMES = 3;

const namesOf = (paths: readonly string[], count: number): string =>
  paths.slice(0, MAX_NAMES).map(fileName).join(', ') + (count > MAX_NAMES ? '…' : '');

/** The name of a file, safe to show. */
export const fileName = (path: string): string =>
  cleanLine(path.slice(path.lastIndexOf('/') + 1).normalize('NFC'));

/** An article's length, the days on which it was first and last read, and how many highlights and notes it has. */
function figuresText({ article, times }: Extract<Notice, { kind: 'figures' }>, state: State): string {
  const { language } = state;
  const { highlights = 0, notes = 0, read } = markOf(state, article) ?? {};
  const messages = readerMessages[language];
  const [first, last] = [times.firstRead, times.lastRead].map((time) =>
    time === undefined ? undefined : locales[language].date(dayOf(time)),
  );
  const reading =
    first === undefined || last === undefined
      ? [read ? messages.read : messages.neverRead]
      : first === last
        ? [messages.readOn(first)]
        : [messages.firstRead(first), messages.lastRead(last)];
  const marked = highlights > 0 ? [messages.highlightCount(highlights)] : [];
  return [
    messages.words(article.words),
    messages.minutes(minutesOf(article.words)),
    ...reading,
    ...marked,
    messages.noteCount(notes),
  ].join(' · ');
}

/** Says of a setting that is also set outside the reader that its change lasts as long as the session. */
const untilQuitText = (setting: keyof Settings, { configured, language }: State): string =>
  configured.settings[setting] === undefined ? '' : readerMessages[language].untilQuit;

/** The new value of a setting. */
function settingText(setting: keyof Settings, { settings, language }: State): string {
  const messages = readerMessages[language];
  switch (setting) {
    case 'highlight':
      return messages.highlightColors[settings.highlight];
    case 'theme':
      return messages.theme(themeLabel(settings.theme, language));
    case 'measure':
      return messages.columns(settings.measure);
    case 'typography':
      return settings.typography;
    case 'justify':
    case 'hyphenate':
    case 'zoomed':
      return messages[setting][settings[setting] ? 'on' : 'off'];
  }
}

/** The style of a notice: what went wrong stands out. */
export const noticeTone = (notice: Notice) =>
  notice.kind === 'problem' || notice.kind === 'unavailable' || notice.kind === 'openFailed'
    ? ('error' as const)
    : ('accent' as const);
