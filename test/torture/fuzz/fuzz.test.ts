import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { randomFrom } from '../../support/random.ts';
import { isWhole, Tally } from '../support/tries.ts';
import { mutated } from './mutate.ts';
import { TARGETS } from './targets.ts';

/** Mutations of the seeds that are tried without looking at coverage; `npm run fuzz` searches further. */
const MUTATIONS = isWhole ? 20_000 : 150;

/** The seeds of a target: bytes as Latin-1. Inputs that once broke a promise are among them. */
const seedsOf = (name: string): Buffer[] =>
  (JSON.parse(readFileSync(join(import.meta.dirname, 'seeds', `${name}.json`), 'utf8')) as string[]).map(
    (seed) => Buffer.from(seed, 'latin1'),
  );

describe('what the program takes from others', () => {
  it.each(Object.entries(TARGETS))('breaks no promise: %s', async (name, { run, words }) => {
    const tally = new Tally(`fuzz, ${name}`);
    onTestFinished(() => tally.report());
    const [seeds, random] = [seedsOf(name), randomFrom(7)];
    const mutations = Array.from({ length: MUTATIONS }, () =>
      mutated(seeds[random(seeds.length)]!, { others: seeds, words, random }),
    );
    for (const input of [...seeds, ...mutations]) {
      let failure: string | undefined;
      try {
        await run(input);
      } catch (error) {
        failure = String(error);
      }
      tally.try(JSON.stringify(Buffer.from(input).toString('latin1')), failure);
    }
    expect(tally.failures).toEqual([]);
  });
});
