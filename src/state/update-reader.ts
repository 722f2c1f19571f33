import type { Command } from '../messages/reader-commands.ts';
import { type Step, step } from './actions.ts';
import { followLink, goBack, selectLink } from './links.ts';
import { select } from './list-selection.ts';
import { openContents, openFind } from './overlays.ts';
import { leaveArticle, moveByHeadings, moveByMatches, scrollBy, scrollTo, scrollToTarget } from './scroll.ts';
import { readerHeight } from './selectors.ts';
import { MEASURE } from './settings.ts';
import { type State, withSetting } from './state.ts';

/** What a command does in the reader. */
export function updateReader(state: State, command: Command, count: number | undefined): Step {
  const times = count ?? 1;
  const page = Math.max(1, readerHeight(state) - 1);
  const half = Math.max(1, Math.floor(readerHeight(state) / 2));
  switch (command) {
    case 'down':
      return step(scrollBy(state, times));
    case 'up':
      return step(scrollBy(state, -times));
    case 'pageDown':
      return step(scrollBy(state, page * times));
    case 'pageUp':
      return step(scrollBy(state, -page * times));
    case 'halfDown':
      return step(scrollBy(state, half * times));
    case 'halfUp':
      return step(scrollBy(state, -half * times));
    case 'first':
      return step(scrollTo(state, times - 1));
    case 'last':
      return step(
        count === undefined
          ? scrollToTarget(state, { kind: 'percent', percent: 100 })
          : scrollTo(state, count - 1),
      );
    case 'percent':
      return step(scrollToTarget(state, { kind: 'percent', percent: count ?? 0 }));
    case 'back':
      return step({ ...leaveArticle(state), focus: 'list' });
    case 'nextArticle':
      return step(select(leaveArticle(state), state.list.row + times));
    case 'previousArticle':
      return step(select(leaveArticle(state), state.list.row - times));
    case 'nextMatch':
      return step(moveByMatches(state, times));
    case 'previousMatch':
      return step(moveByMatches(state, -times));
    case 'find':
      return step(openFind(state));
    case 'contents':
      return step(openContents(state));
    case 'nextHeading':
      return step(moveByHeadings(state, times));
    case 'previousHeading':
      return step(moveByHeadings(state, -times));
    case 'nextLink':
      return step(selectLink(state, 1));
    case 'previousLink':
      return step(selectLink(state, -1));
    case 'follow':
      return state.reader.currentLink === undefined ? step(scrollBy(state, times)) : followLink(state);
    case 'goBack':
      return step(goBack(state));
    case 'zoom':
      return step(withSetting(state, 'zoomed', !state.settings.zoomed));
    case 'wider':
      return step(withMeasure(state, MEASURE.step));
    case 'narrower':
      return step(withMeasure(state, -MEASURE.step));
    case 'justify':
      return step(withSetting(state, 'justify', !state.settings.justify));
    case 'hyphenate':
      return step(withSetting(state, 'hyphenate', !state.settings.hyphenate));
    default:
      return step(state);
  }
}

function withMeasure(state: State, by: number): State {
  const measure = Math.max(MEASURE.min, Math.min(MEASURE.max, state.settings.measure + by));
  return withSetting(state, 'measure', measure);
}
