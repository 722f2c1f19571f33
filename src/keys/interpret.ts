import type { Action } from '../state/actions.ts';
import { type Command, commands } from '../state/command-table.ts';
import { contextOf, geometryOf, isTextBox } from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { themeFor } from '../style/theme.ts';
import { bindingOf } from './bindings.ts';
import type { Input } from './decode.ts';

/** What an input means in the present state. */
export function actionOf(state: State, input: Input): Action {
  switch (input.kind) {
    case 'mouse':
      return { type: 'mouse', mouse: input };
    case 'background':
      return { type: 'background', theme: themeFor(input.color, undefined) };
    case 'attributes':
      return { type: 'replied' };
    case 'command':
      return { type: 'command', command: input.command, count: input.count };
    case 'paste':
      return { type: 'text', text: input.text };
    case 'key':
      return keyAction(state, input);
  }
}

function keyAction(state: State, { key, text }: Extract<Input, { kind: 'key' }>): Action {
  const binding = bindingOf(state, key);
  if (binding && 'beginning' in binding) return { type: 'prefix', keys: binding.beginning };
  if (binding) {
    const count = state.count === '' ? undefined : Number(state.count);
    return { type: 'command', command: binding.command, count };
  }
  // A key that does not go on with a sequence ends it, as in Vim.
  if (state.pending !== '') return { type: 'unbound' };
  if (isTextBox(contextOf(state))) return text === undefined ? { type: 'unbound' } : { type: 'text', text };
  const isDigit = /^[0-9]$/.test(key) && (key !== '0' || state.count !== '');
  return isDigit ? { type: 'digit', digit: key } : { type: 'unbound' };
}

/** A key that was decoded from Escape and a second key, rather than from a sequence with a modifier for Alt. */
const ESCAPE_PREFIXED = /^alt-(?:\P{Cc}|enter|tab|space|backspace|ctrl-.*)$/u;

/**
 * Splits a key with Alt that has no command into Escape and the key itself: over a slow connection, or in a multiplexer
 * that waits after Escape, two keys typed one after the other arrive together.
 */
export function splitAlt(state: State, input: Input): readonly Input[] {
  if (input.kind !== 'key' || !ESCAPE_PREFIXED.test(input.key)) return [input];
  if (bindingOf(state, input.key)) return [input];
  const key = input.key.slice('alt-'.length);
  const text = key === 'space' ? ' ' : key;
  return [
    { kind: 'key', key: 'escape' },
    key.length > 2 && key !== 'space' ? { kind: 'key', key } : { kind: 'key', key, text },
  ];
}

/** Whether a key was typed ahead, for a text or for results that are not there yet. */
export function isTypedAhead(state: State, input: Input): boolean {
  const context = contextOf(state);
  const command = commandOf(state, input);
  if (!command || !commands[command].needsContent) return false;
  if (context === 'reader') return isTextPending(state);
  return context === 'search' && areResultsPending(state);
}

/** The command that an input is; undefined for other inputs. */
function commandOf(state: State, input: Input): Command | undefined {
  if (input.kind === 'command') return input.command;
  const binding = input.kind === 'key' ? bindingOf(state, input.key) : undefined;
  return binding && 'command' in binding ? binding.command : undefined;
}

function isTextPending(state: State): boolean {
  const { article, document, problem } = state.reader;
  return (
    article !== undefined && !document && problem === undefined && geometryOf(state).reader !== undefined
  );
}

function areResultsPending({ search: { field, results }, library }: State): boolean {
  if (field.value.trim() === '') return false;
  // As long as the library is not indexed completely, an empty list of results is not final.
  return results?.query !== field.value || (results.articles.length === 0 && library.indexed < 1);
}
