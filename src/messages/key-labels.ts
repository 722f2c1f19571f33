import type { Language, Translated } from './locale.ts';

/** Labels of keys that are printed as symbols, in any language. */
const SYMBOLS: Readonly<Record<string, string>> = {
  enter: '↵',
  backspace: '⌫',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
};

const en = {
  space: 'Space',
  enter: 'Enter',
  escape: 'Esc',
  tab: 'Tab',
  backspace: 'Backspace',
  delete: 'Del',
  up: 'Up',
  down: 'Down',
  left: 'Left',
  right: 'Right',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  f1: 'F1',
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
};

const fr: typeof en = {
  space: 'Espace',
  enter: 'Entrée',
  escape: 'Échap',
  tab: 'Tab',
  backspace: 'Retour arrière',
  delete: 'Suppr',
  up: 'Haut',
  down: 'Bas',
  left: 'Gauche',
  right: 'Droite',
  home: 'Début',
  end: 'Fin',
  pageup: 'PgPréc',
  pagedown: 'PgSuiv',
  f1: 'F1',
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Maj',
};

const keyNames: Translated<Readonly<Record<string, string>>> = { en, fr };

/** The label of a key or of a sequence of keys, as printed on keyboards; `spoken` replaces symbols by names, for screen readers. */
export function keyLabel(key: string, language: Language, spoken = false): string {
  if (key.includes(' '))
    return key
      .split(' ')
      .map((each) => keyLabel(each, language, spoken))
      .join(' ');
  const [, modifier, name] = /^(ctrl|alt|shift)-(.+)$/.exec(key) ?? [];
  if (modifier && name) return `${keyNames[language][modifier]}-${keyLabel(name, language, spoken)}`;
  return (!spoken && SYMBOLS[key]) || (keyNames[language][key] ?? key);
}
