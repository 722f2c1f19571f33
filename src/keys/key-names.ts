/** Keys with names, as `decode` gives them. */
const NAMED: ReadonlySet<string> = new Set(
  (
    'enter escape tab space backspace delete insert up down left right home end pageup pagedown ' +
    'f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12'
  ).split(' '),
);

/** Other names of keys. */
const ALIASES: Readonly<Record<string, string>> = {
  esc: 'escape',
  return: 'enter',
  ret: 'enter',
  spc: 'space',
  bs: 'backspace',
  del: 'delete',
  ins: 'insert',
  pgup: 'pageup',
  pgdn: 'pagedown',
  pgdown: 'pagedown',
};

const MODIFIERS: Readonly<Record<string, 'ctrl' | 'alt' | 'shift'>> = {
  ctrl: 'ctrl',
  control: 'ctrl',
  c: 'ctrl',
  alt: 'alt',
  meta: 'alt',
  m: 'alt',
  shift: 'shift',
  s: 'shift',
};

/** Letters that terminals send with Ctrl as another key. */
const SENT_AS: Readonly<Record<string, string>> = { i: 'tab', m: 'enter', h: 'backspace', '[': 'escape' };

/** A key by the name that `decode` gives it; or why there is no such key, and the key as which terminals send it. */
export type KeyName =
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'same'; readonly as: string };

/** The key that a user means by `Ctrl-X`, `C-x`, `PgUp`, `shift-tab` or `J`. */
export function keyNamed(text: string): KeyName {
  const modifiers = new Set<string>();
  let rest = text;
  for (let match = modifierOf(rest); match; match = modifierOf(rest)) {
    modifiers.add(match.modifier);
    rest = match.rest;
  }
  const lower = rest.toLowerCase();
  const named = Object.hasOwn(ALIASES, lower) ? ALIASES[lower]! : lower;
  if (NAMED.has(named)) return { kind: 'key', name: withModifiers(modifiers, named) };
  const [character, ...others] = rest;
  if (character === undefined || others.length > 0 || !/^[^\p{C}\p{Z}]$/u.test(character))
    return { kind: 'unknown' };
  return characterKey(character, modifiers);
}

function modifierOf(text: string): { modifier: string; rest: string } | undefined {
  const [, word = '', rest = ''] = /^([A-Za-z]+)[-+](.+)$/su.exec(text) ?? [];
  const lower = word.toLowerCase();
  return Object.hasOwn(MODIFIERS, lower) ? { modifier: MODIFIERS[lower]!, rest } : undefined;
}

function characterKey(character: string, modifiers: ReadonlySet<string>): KeyName {
  const lower = character.toLowerCase();
  if (modifiers.has('ctrl')) {
    if (!modifiers.has('alt') && Object.hasOwn(SENT_AS, lower)) return { kind: 'same', as: SENT_AS[lower]! };
    // Only these have a control character.
    if (!/^[a-z\\\]^_]$/.test(lower)) return { kind: 'unknown' };
    return { kind: 'key', name: withModifiers(modifiers, lower, 'shift') };
  }
  const typed = modifiers.has('shift') ? character.toUpperCase() : character;
  return { kind: 'key', name: withModifiers(modifiers, typed, 'shift') };
}

/** `ctrl-alt-x`, in the order in which `decode` names modifiers; without the one that is left out. */
const withModifiers = (modifiers: ReadonlySet<string>, name: string, leftOut?: string): string =>
  ['ctrl', 'alt', 'shift']
    .filter((each) => modifiers.has(each) && each !== leftOut)
    .map((each) => `${each}-`)
    .join('') + name;

/** True for a key that types a character. */
export const isTyped = (key: string): boolean => key === 'space' || [...key].length === 1;
