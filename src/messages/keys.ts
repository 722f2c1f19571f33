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

/** In words, for those keys that are else drawn. */
const spoken: Readonly<Record<Language, Partial<Record<string, string>>>> = {
  en: { enter: 'Enter', backspace: 'Backspace', up: 'Up', down: 'Down', left: 'Left', right: 'Right' },
  fr: { enter: 'Entrée', backspace: 'Retour', up: 'Haut', down: 'Bas', left: 'Gauche', right: 'Droite' },
};

const labels: Readonly<Record<Language, Readonly<Record<KeyName, string>>>> = { en, fr };

/** A key's name as a person knows it; `words` where it is said rather than drawn. */
export function keyLabel(key: string, language: Language, words = false): string {
  const [, modifier, name] = /^(ctrl-|alt-|shift-)(.+)$/.exec(key) ?? [];
  const own = labels[language];
  if (modifier && name) return own[modifier as KeyName] + keyLabel(name, language, words);
  return (words && spoken[language][key]) || (key in own ? own[key as KeyName] : key);
}
