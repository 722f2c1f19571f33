import { commandFor, isBox } from '../keys/bindings.ts';
import type { Input } from '../keys/decode.ts';
import { themeFor } from '../output/theme.ts';
import type { Action } from './actions.ts';
import { contextOf } from './select.ts';
import type { State } from './state.ts';

/**
 * A key with Alt that means nothing here is two keys: on a slow line Escape and what is typed after it come together.
 */
export function separated(state: State, input: Input): readonly Input[] {
  if (input.kind !== 'key' || !input.key.startsWith('alt-')) return [input];
  if (commandFor(contextOf(state), input.key)) return [input];
  const key = input.key.slice('alt-'.length);
  const text = key === 'space' ? ' ' : key;
  return [
    { kind: 'key', key: 'escape' },
    key.length > 2 && key !== 'space' ? { kind: 'key', key } : { kind: 'key', key, text },
  ];
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
