import { commandFor, isBox } from '../keys/bindings.ts';
import type { Input } from '../keys/decode.ts';
import type { Command } from '../messages/reader-commands.ts';
import { themeFor } from '../style/theme.ts';
import type { Action } from './actions.ts';
import { contextOf, geometryOf } from './selectors.ts';
import type { State } from './state.ts';

/** A key after an escape character, rather than one whose own sequence tells of Alt. */
const AFTER_ESCAPE = /^alt-(?:\P{Cc}|enter|tab|space|backspace|ctrl-.*)$/u;

/**
 * A key with Alt that means nothing here is two keys: on a slow line, and in a multiplexer that waits for what follows
 * an escape, Escape and what is typed after it come together.
 */
export function splitAlt(state: State, input: Input): readonly Input[] {
  if (input.kind !== 'key' || !AFTER_ESCAPE.test(input.key)) return [input];
  if (commandFor(contextOf(state), input.key)) return [input];
  const key = input.key.slice('alt-'.length);
  const text = key === 'space' ? ' ' : key;
  return [
    { kind: 'key', key: 'escape' },
    key.length > 2 && key !== 'space' ? { kind: 'key', key } : { kind: 'key', key, text },
  ];
}

/** Commands of the reader that mean nothing before the text is there. */
const FOR_TEXT: ReadonlySet<Command> = new Set<Command>([
  'down',
  'up',
  'pageDown',
  'pageUp',
  'halfDown',
  'halfUp',
  'first',
  'last',
  'percent',
  'find',
  'nextMatch',
  'previousMatch',
  'contents',
  'nextHeading',
  'previousHeading',
  'nextLink',
  'previousLink',
  'follow',
  'openLink',
  'copyLink',
  'edit',
]);

/** Commands of the search box that are about what it has found. */
const FOR_RESULTS: ReadonlySet<Command> = new Set<Command>(['accept', 'down', 'up', 'pageDown', 'pageUp']);

/** Whether a key, typed ahead, is meant for a text or for results that are still to come. */
export function isTypedAhead(state: State, input: Input): boolean {
  if (input.kind !== 'key') return false;
  const context = contextOf(state);
  const command = commandFor(context, input.key);
  if (!command) return false;
  if (context === 'reader') return awaitsText(state) && FOR_TEXT.has(command);
  return context === 'search' && awaitsResults(state) && FOR_RESULTS.has(command);
}

function awaitsText(state: State): boolean {
  const { article, document, problem } = state.reader;
  return (
    article !== undefined && !document && problem === undefined && geometryOf(state).reader !== undefined
  );
}

function awaitsResults({ search: { field, results }, library }: State): boolean {
  if (field.value.trim() === '') return false;
  // Nothing found says nothing while there is more to be searched.
  return results?.query !== field.value || (results.articles.length === 0 && library.indexed < 1);
}

/** What a key, a paste or the mouse means in a state. */
export function actionOf(state: State, input: Input): Action {
  if (input.kind === 'mouse') return { type: 'mouse', mouse: input };
  if (input.kind === 'background') return { type: 'background', theme: themeFor(input.color, undefined) };
  if (input.kind === 'attributes') return { type: 'answered' };
  if (input.kind === 'paste') return { type: 'text', text: input.text };
  const context = contextOf(state);
  const command = commandFor(context, input.key);
  if (command)
    return { type: 'command', command, count: state.count === '' ? undefined : Number(state.count) };
  if (isBox(context))
    return input.text === undefined ? { type: 'nothing' } : { type: 'text', text: input.text };
  const digit = /^[0-9]$/.test(input.key) && (input.key !== '0' || state.count !== '');
  return digit ? { type: 'digit', digit: input.key } : { type: 'nothing' };
}
