import { type CommandSpec, inFilters, inPanes, inRows, inSearches } from './command-spec.ts';
import { jumpBack, jumpForward, jumpToLast } from './jump-navigation.ts';
import { moveBy, moveTo, moveToEnd, moveToPercent, pageRows } from './movement.ts';
import { listedArticles } from './selectors.ts';
import { recallLastSearch } from './text-boxes.ts';

const FIRST = ['g', 'home', '<', 'ctrl-home'];
const LAST = ['G', 'end', '>', 'ctrl-end'];

/** The commands that move in lists and texts: a section of the table of commands. */
export const moveCommands = {
  down: {
    keys: {
      ...inRows('j', 'down', 'ctrl-n', 'ctrl-e', 'ctrl-j'),
      ...inSearches('down', 'ctrl-n', 'ctrl-j'),
    },
    help: { en: 'move down, five rows with 5j', fr: 'descendre, de cinq lignes avec 5j' },
    hint: { en: 'next', fr: 'suivant' },
    isUseful: (state) => state.overlay?.kind !== 'search' || listedArticles(state).length > 1,
    needsContent: true,
    run: (state, count = 1) => moveBy(state, count),
  },
  up: {
    keys: { ...inRows('k', 'up', 'ctrl-p', 'ctrl-y'), ...inSearches('up', 'ctrl-p') },
    help: { en: 'move up', fr: 'monter' },
    needsContent: true,
    run: (state, count = 1) => recallLastSearch(state) ?? moveBy(state, -count),
  },
  pageDown: {
    keys: {
      ...inRows('space', 'pagedown', 'ctrl-f', 'f', 'ctrl-v'),
      ...inFilters('pagedown'),
      select: ['pagedown', 'ctrl-f', 'f', 'ctrl-v'],
    },
    help: { en: 'page down', fr: 'page suivante' },
    hint: { en: 'page', fr: 'page' },
    needsContent: true,
    run: (state, count = 1) => moveBy(state, count * pageRows(state)),
  },
  pageUp: {
    keys: {
      ...inRows('b', 'pageup', 'ctrl-b', 'alt-v'),
      ...inFilters('pageup'),
      select: ['pageup', 'ctrl-b', 'alt-v'],
    },
    help: { en: 'page up', fr: 'page précédente' },
    needsContent: true,
    run: (state, count = 1) => moveBy(state, -count * pageRows(state)),
  },
  halfDown: {
    keys: { ...inRows('d', 'ctrl-d'), select: ['d', 'ctrl-d'] },
    help: { en: 'half a page down', fr: 'demi-page suivante' },
    needsContent: true,
    run: (state, count = 1) => moveBy(state, count * Math.ceil(pageRows(state) / 2)),
  },
  halfUp: {
    keys: { ...inRows('u', 'ctrl-u'), select: ['u', 'ctrl-u'] },
    help: { en: 'half a page up', fr: 'demi-page précédente' },
    needsContent: true,
    run: (state, count = 1) => moveBy(state, -count * Math.ceil(pageRows(state) / 2)),
  },
  first: {
    keys: { ...inRows(...FIRST), select: FIRST },
    sequences: ['gg'],
    help: { en: 'go to the top, or to line 5 with 5g', fr: 'aller au début, ou à la ligne 5 avec 5g' },
    needsContent: true,
    run: (state, count = 1) => moveTo(state, count - 1),
  },
  last: {
    keys: { ...inRows(...LAST), select: LAST },
    help: { en: 'go to the end', fr: 'aller à la fin' },
    needsContent: true,
    run: (state, count) => (count === undefined ? moveToEnd(state) : moveTo(state, count - 1)),
  },
  percent: {
    keys: inPanes('%'),
    help: { en: 'go to 40% with 40%', fr: 'aller à 40\u00a0% avec 40%' },
    needsContent: true,
    run: (state, count = 0) => moveToPercent(state, count),
  },
  lastJump: {
    keys: { reader: ["'"] },
    help: {
      en: 'to before the last jump, and back',
      fr: 'avant le dernier saut, et retour',
    },
    needsContent: true,
    run: jumpToLast,
  },
  jumpBack: {
    keys: { reader: ['ctrl-o', 'alt-left'] },
    help: { en: 'back through the list of jumps', fr: 'reculer dans la liste des sauts' },
    needsContent: true,
    run: (state, count = 1) => jumpBack(state, count),
  },
  jumpForward: {
    keys: { reader: ['alt-right', 'ctrl-i'] },
    // A terminal sends Ctrl-i as Tab, unless a protocol for keys was left on.
    help: {
      en: 'forward through the list of jumps (most terminals send Ctrl-i as Tab)',
      fr: 'avancer dans la liste des sauts (Ctrl-i vaut Tab dans la plupart des terminaux)',
    },
    needsContent: true,
    run: (state, count = 1) => jumpForward(state, count),
  },
} satisfies Readonly<Record<string, CommandSpec>>;
