/** A generator of integers below a given bound, determined by its seed (Lehmer, 1951). */
export function randomFrom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
}

/** Keyboard and mouse input of every kind, except keys that quit or suspend the program. */
const KEYS = [
  ...'jkhlgGdub nNtsS*myzaT+-=?/JKM123%[]{}fcxX<>rR0:&é你"\'',
  ...[
    '\r',
    '\n',
    '\t',
    '\x7f',
    '\x01',
    '\x02',
    '\x04',
    '\x05',
    '\x06',
    '\x0b',
    '\x0e',
    '\x10',
    '\x15',
    '\x17',
  ],
  ...['\x1b[A', '\x1b[B', '\x1b[C', '\x1b[D', '\x1b[5~', '\x1b[6~', '\x1b[H', '\x1b[F', '\x1b[Z', '\x1b[3~'],
  ...['\x1b[<64;5;5M', '\x1b[<65;60;5M', '\x1b[<0;10;6M', '\x1b[<0;60;9M', '\x1b[<0;10;6m', '\x1b[<35;90;3M'],
  ...['\x1bOP', '\x1b[15~', '\x1b[I', '\x1b[O', '\x1b[1;5C', '\x1b[106u', '\x1bb', '\x1bd', '\x1b\x7f'],
  '\x1b[200~client\nprix\x1b[201~',
] as const;

/** One to `most` random inputs. */
export const someKeys = (random: (bound: number) => number, most: number): string[] =>
  Array.from({ length: 1 + random(most) }, () => KEYS[random(KEYS.length)]!);
