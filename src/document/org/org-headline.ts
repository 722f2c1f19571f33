import type { OrgContext } from './org-context.ts';
import { HEADLINE } from './org-patterns.ts';

export interface Headline {
  readonly depth: number;
  /** Its text, with the state of the task that it is, without priority and tags. */
  readonly text: string;
  /** True if it and what is below it are not part of the text (`COMMENT`, `:noexport:`). */
  readonly isHidden: boolean;
}

const TAGS = /^:(?:[\p{L}\p{N}_@#%]{1,80}:){1,50}$/u;

/** The headline on a line; undefined if it is none. */
export function headlineOf(line: string, { states }: OrgContext): Headline | undefined {
  const [match, stars = '', rest = ''] = HEADLINE.exec(line) ?? [];
  if (match === undefined) return undefined;
  const written = rest.trimEnd();
  const last = written.slice(Math.max(written.lastIndexOf(' '), written.lastIndexOf('\t')) + 1);
  const tags = TAGS.test(last) ? last : '';
  let text = written.slice(0, written.length - tags.length).trimEnd();
  const state = /^(\S+)(?:[ \t]+|$)/.exec(text);
  const task = state && states.has(state[1]!) ? state[1]! : '';
  if (task) text = text.slice(state![0].length);
  text = text.replace(/^\[#[A-Z0-9]\][ \t]*/, '');
  const isHidden = /^COMMENT(?:[ \t]|$)/.test(text) || tags.split(':').includes('noexport');
  return { depth: stars.length, text: task ? `${task} ${text}`.trim() : text, isHidden };
}
