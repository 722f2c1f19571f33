import type { Look } from '../style/look.ts';
import { isLookName, lookOfProgram } from '../style/looks.ts';
import { THEME_NAMES } from '../style/theme-names.ts';
import { memoLast } from './selectors.ts';
import { type State, withSetting } from './state.ts';

const namesWith = memoLast((own: readonly Look[]): readonly string[] => [
  ...THEME_NAMES,
  ...own.map(({ name }) => name),
]);

/** The names of all themes: those of the program, then the user's own. */
export const themeNames = (state: State): readonly string[] => namesWith(state.configured.ownLooks);

/** The name of the theme to draw with: the selected one while one is chosen, else the one that is set. */
export const shownTheme = (state: State): string =>
  (state.overlay?.kind === 'themes' && themeNames(state)[state.overlay.row]) || state.settings.theme;

/** What the screen looks like. A theme that there is no more is drawn as `auto`. */
export const lookOf = (state: State): Look => lookNamed(state, shownTheme(state));

/** What a theme looks like on this terminal. */
export const lookNamed = ({ configured, background }: State, name: string): Look =>
  configured.ownLooks.find((look) => look.name === name) ??
  lookOfProgram(isLookName(name) ? name : background);

/** Opens the menu of themes, at the one that is set. */
export function openThemes(state: State): State {
  const row = Math.max(0, themeNames(state).indexOf(state.settings.theme));
  return { ...state, overlay: { kind: 'themes', row, top: 0 } };
}

/** Sets the selected theme, and closes the menu. */
export const chooseTheme = (state: State): State =>
  withSetting({ ...state, overlay: undefined }, 'theme', shownTheme(state));
