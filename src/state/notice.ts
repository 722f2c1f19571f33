import type { Article } from '../library/article.ts';
import type { ReadingTimes } from '../memory/reading-times.ts';
import type { Copied, CopiedTo, Unavailable } from '../messages/reader.ts';
import type { Settings } from './settings.ts';

/** In cells. */
/** A change that the user has made to a highlight or its note. */
export type AnnotationEvent =
  | 'highlighted'
  | 'removed'
  | 'restored'
  | 'noteSaved'
  | 'noteRemoved'
  | 'noteDropped';

/** An event reported in the status line until the next key. */
export type Notice = Readonly<
  | { kind: 'copied'; what: Copied; to: CopiedTo }
  | { kind: 'opened' | 'openFailed'; url: string }
  | { kind: 'fetching'; url: string; bytes: number; total: number | undefined }
  | { kind: 'resumed'; title: string; progress: number }
  /** The file of the open article has changed, was deleted or emptied, or has no text any more. */
  | { kind: 'reloaded' | 'deleted' | 'emptied' | 'unreadable' }
  | { kind: 'setting'; setting: keyof Settings }
  /** Settings have changed outside the reader. */
  | { kind: 'configured' }
  /** The list has another order. */
  | { kind: 'sorted' }
  | { kind: 'mouse'; on: boolean }
  | { kind: 'figures'; article: Article; times: ReadingTimes }
  /** The working directory has articles, but the bundled ones are shown; if not `isWhole`, there may be more. */
  | { kind: 'folder'; count: number; isWhole: boolean }
  | { kind: 'unavailable'; what: Unavailable }
  /** Files that were skipped, or articles whose front matter is broken; `paths` names the first few. */
  | { kind: 'skipped' | 'brokenFrontMatter'; count: number; paths: readonly string[] }
  /** Hidden characters were removed from the article; the current place of some. */
  | { kind: 'hidden' | 'hiddenPlace' }
  /** The annotation that the reader has gone to; `top` is the first line of its note that is shown. */
  | { kind: 'annotation'; id: string; top?: number }
  /** The open article was starred, marked as read, or the opposite. */
  | { kind: 'marked'; what: 'starred' | 'read'; on: boolean }
  /** An annotation was changed. */
  | { kind: 'annotated'; what: AnnotationEvent }
  /** A published library has changed, or can be reached again. */
  | { kind: 'news'; text: string }
  | { kind: 'problem'; text: string }
>;
