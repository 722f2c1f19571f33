/** By a letter that rules put at the end of a stem, the one that words of it have there: `actif`, `active`. */
const OTHERS: Readonly<Record<string, string>> = { e: 'r', f: 'v', i: 'y', l: 'u', r: 'u', z: 's' };

/** Beginnings of which each word that has a stem has one. */
export function reachesOf(stem: string): readonly string[] {
  const other = OTHERS[stem.at(-1)!];
  return other === undefined ? [stem] : [stem, stem.slice(0, -1) + other];
}
