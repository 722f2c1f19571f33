import type { Language } from './locale.ts';

const en = {
  space: 'Space',
  enter: '↵',
  escape: 'Esc',
  tab: 'Tab',
  backspace: '⌫',
  delete: 'Del',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  f1: 'F1',
  'ctrl-': 'Ctrl-',
  'alt-': 'Alt-',
  'shift-': 'Shift-',
};

type KeyName = keyof typeof en;

const fr: Readonly<Record<KeyName, string>> = {
  space: 'Espace',
  enter: '↵',
  escape: 'Échap',
  tab: 'Tab',
  backspace: '⌫',
  delete: 'Suppr',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  home: 'Début',
  end: 'Fin',
  pageup: 'PgPréc',
  pagedown: 'PgSuiv',
  f1: 'F1',
  'ctrl-': 'Ctrl-',
  'alt-': 'Alt-',
  'shift-': 'Maj-',
};

const labels: Readonly<Record<Language, Readonly<Record<KeyName, string>>>> = { en, fr };

/** Names for screen readers of the keys whose label is a symbol. */
const spokenNames: Readonly<Record<Language, Partial<Record<string, string>>>> = {
  en: { enter: 'Enter', backspace: 'Backspace', up: 'Up', down: 'Down', left: 'Left', right: 'Right' },
  fr: {
    enter: 'Entrée',
    backspace: 'Retour arrière',
    up: 'Haut',
    down: 'Bas',
    left: 'Gauche',
    right: 'Droite',
  },
};

/** The label of a key, as printed on keyboards; `spoken` replaces symbols by names, for screen readers. */
export function keyLabel(key: string, language: Language, spoken = false): string {
  const [, modifier, name] = /^(ctrl-|alt-|shift-)(.+)$/.exec(key) ?? [];
  const own = labels[language];
  if (modifier && name) return own[modifier as KeyName] + keyLabel(name, language, spoken);
  return (spoken && spokenNames[language][key]) || (key in own ? own[key as KeyName] : key);
}
