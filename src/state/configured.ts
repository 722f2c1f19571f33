import { type Configured, defaultSettings, type Settings } from './settings.ts';
import type { State } from './state.ts';

/** Applies settings that have changed. Those that have not leave what keys have changed since as it is. */
export function withConfigured(state: State, configured: Configured): State {
  const { settings: before, mouse } = state.configured;
  const { settings: after } = configured;
  const names = (Object.keys(defaultSettings) as (keyof Settings)[]).filter(
    (name) => after[name] !== before[name],
  );
  const changed = Object.fromEntries(names.map((name) => [name, after[name] ?? defaultSettings[name]]));
  const hasChanged = names.length > 0 || configured.language !== state.language || mouse !== configured.mouse;
  return {
    ...state,
    configured,
    language: configured.language,
    settings: { ...state.settings, ...changed },
    mouse: configured.mouse === mouse ? state.mouse : configured.mouse,
    notice: hasChanged ? { kind: 'configured' } : state.notice,
  };
}
