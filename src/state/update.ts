import type { Command } from '../messages/reader-commands.ts';
import { themes } from '../style/theme.ts';
import { type Action, type Step, step } from './actions.ts';
import { savePosition } from './list-selection.ts';
import { updateMenu } from './menu.ts';
import { openHelp } from './overlays.ts';
import { effectsOf, reconcile } from './reconcile.ts';
import { leaveArticle } from './scroll.ts';
import { contextOf } from './selectors.ts';
import type { Settings } from './settings.ts';
import { type State, withSetting } from './state.ts';
import { updateArticle } from './update-article.ts';
import { isExternal, updateExternal } from './update-external.ts';
import { updateFind } from './update-find.ts';
import { updateHelp } from './update-help.ts';
import { updateList } from './update-list.ts';
import { updateMouse } from './update-mouse.ts';
import { updateReader } from './update-reader.ts';
import { updateSearch } from './update-search.ts';
import { typeText } from './update-text.ts';

/** Digits a count may have. */
const COUNT_DIGITS = 6;

/** The whole program as a function: what an action makes of a state, and what it wants done outside. */
export function update(state: State, action: Action): Step {
  const next = isExternal(action) ? updateExternal(state, action) : updateInput(state, action);
  const settled = reconcile(state, next.state);
  return { state: settled, effects: [...next.effects, ...effectsOf(state, settled)] };
}

/** What a person did: the last notice has been seen, and a count is used up by what follows it. */
function updateInput(before: State, action: Exclude<Action, Parameters<typeof updateExternal>[1]>): Step {
  const state: State = before.notice || before.count ? { ...before, notice: undefined, count: '' } : before;
  switch (action.type) {
    case 'digit':
      return step({ ...state, count: (before.count + action.digit).slice(-COUNT_DIGITS) });
    case 'text':
      return step(typeText(state, action.text));
    case 'mouse':
      return updateMouse(state, action.mouse);
    case 'command':
      return updateCommand(state, action.command, action.count);
    case 'nothing':
      return step(state);
  }
}

function updateCommand(state: State, command: Command, count: number | undefined): Step {
  return updateProgram(state, command) ?? updateContext(state, command, count);
}

/** Commands that mean the same everywhere. */
function updateProgram(state: State, command: Command): Step | undefined {
  switch (command) {
    case 'quit':
      return step(leaveArticle(state), { kind: 'quit' });
    case 'leave':
      // An article that came alone is left for good: there is no list to go back to.
      if (state.focus === 'list' || state.library.articles.length === 1) return updateProgram(state, 'quit');
      return step({ ...leaveArticle(state), focus: 'list' });
    case 'suspend':
      return step(savePosition(state), { kind: 'suspend' });
    case 'redraw':
      return step(state, { kind: 'redraw' });
    case 'help':
      return step(openHelp(state));
    case 'mouse':
      return step({ ...state, mouse: !state.mouse, notice: { kind: 'mouse', on: !state.mouse } });
    case 'theme':
      return step(withSetting(state, 'theme', nextTheme(state.settings.theme)));
    default:
      return undefined;
  }
}

function updateContext(state: State, command: Command, count: number | undefined): Step {
  switch (contextOf(state)) {
    case 'list':
      return updateArticle(state, command) ?? updateList(state, command, count);
    case 'reader':
      return updateArticle(state, command) ?? updateReader(state, command, count);
    case 'search':
      return updateSearch(state, command);
    case 'find':
      return updateFind(state, command);
    case 'menu':
      return updateMenu(state, command, count);
    case 'filter':
      if (state.overlay?.kind === 'tags') return updateMenu(state, command, count);
      return updateHelp(state, command);
    case 'help':
      return updateHelp(state, command);
  }
}

const THEMES: readonly Settings['theme'][] = ['auto', ...themes];

const nextTheme = (theme: Settings['theme']): Settings['theme'] =>
  THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
