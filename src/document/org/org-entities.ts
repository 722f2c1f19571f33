import { decodeEntities } from '../../unicode/entities.ts';

/** Names that Org has and HTML has not, or for another character. */
const OWN: Readonly<Record<string, string>> = {
  dots: '…',
  ldots: '…',
  cdots: '⋯',
  to: '→',
  gets: '←',
  leq: '≤',
  geq: '≥',
  neq: '≠',
  S: '§',
  EUR: '€',
  EURtm: '€',
  checkmark: '✓',
  vert: '|',
  vbar: '|',
  under: '_',
  star: '*',
  lbrack: '[',
  rbrack: ']',
  slash: '/',
  plus: '+',
  equal: '=',
  backslash: '\\',
  tilde: '~',
  dollar: '$',
  hbar: 'ℏ',
  varepsilon: 'ε',
  varphi: 'φ',
  smiley: '☺',
};

/** The character of an entity (`\alpha`); undefined if Org has none of this name. */
export function entity(name: string): string | undefined {
  if (Object.hasOwn(OWN, name)) return OWN[name];
  const reference = `&${name};`;
  const decoded = decodeEntities(reference);
  return decoded === reference ? undefined : decoded;
}
