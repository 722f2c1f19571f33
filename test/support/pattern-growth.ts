import { cpuUsage } from 'node:process';
import { alphabetOf } from './patterns.ts';

/** UTF-16 units of the texts: time that is quadratic grows by sixteen from one to the other, linear time by four. */
const SHORT = 4_000;
const LONG = 16_000;
const MOST_GROWTH = 9;
/** Milliseconds that linear time never takes. */
const QUICK = 12;
const RUNS = 3;
/** Runs of a pattern that seems slow: one of so many is not disturbed. */
const MORE_RUNS = 15;

/** Texts to repeat: characters that the pattern names, those beside each other, and beginnings of a match. */
function pumpsOf(source: string): string[] {
  const atoms = alphabetOf(source).filter((atom) => atom.length > 0);
  const characters = [...new Set(atoms.flat())].slice(0, 24);
  const firsts = atoms.map(([first]) => first!);
  const pairs = firsts.slice(0, 16).map((first, i) => first + (firsts[i + 1] ?? ''));
  const beginnings = firsts.slice(0, 24).map((_, i) => firsts.slice(0, i + 1).join(''));
  const lines = characters.slice(0, 8).flatMap((character) => [`${character} `, `${character}\n`]);
  return [
    ...new Set([
      ...characters,
      'a',
      ' ',
      '\n',
      ...pairs,
      ...beginnings.filter((_, i) => i % 3 === 2),
      ...lines,
    ]),
  ];
}

/** Milliseconds of CPU to apply a pattern to the whole of a text, or if it is sticky, to its beginning. */
function timeOf(pattern: RegExp, text: string, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = cpuUsage();
    pattern.lastIndex = 0;
    if (pattern.sticky) pattern.test(text);
    else text.replace(pattern, '');
    const { user, system } = cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const repeated = (pump: string, length: number, end: string): string =>
  pump.repeat(Math.ceil(length / pump.length)) + end;

/** A text on which a pattern takes more than linear time, as it is repeated; undefined if there is none. */
export function slowOn(pattern: RegExp): string | undefined {
  const { source, flags, sticky } = pattern;
  const everywhere = new RegExp(source, sticky || flags.includes('g') ? flags : `${flags}g`);
  for (const pump of pumpsOf(source)) {
    for (const end of ['', '\0']) {
      const long = repeated(pump, LONG, end);
      if (timeOf(everywhere, long, 1) < QUICK) continue;
      const short = repeated(pump, SHORT, end);
      const isSlow = (runs: number): boolean => {
        const time = timeOf(everywhere, long, runs);
        return time >= QUICK && time / timeOf(everywhere, short, runs) > MOST_GROWTH;
      };
      if (isSlow(RUNS) && isSlow(MORE_RUNS)) return JSON.stringify(pump + end);
    }
  }
  return undefined;
}
