import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { randomFrom } from '../../support/random.ts';

/** All cases (`npm run torture`), or a sample of them that is the same at each run. */
export const isWhole = env.TORTURE === 'all';

/** A share of the cases in a sample. */
export function sampleOf<Case>(cases: readonly Case[], share: number): readonly Case[] {
  if (isWhole) return cases;
  const random = randomFrom(20_241_103);
  return cases.filter(() => random(10_000) < share * 10_000);
}

/** Counts tries and collects failures, so that one failure does not hide the others. */
export class Tally {
  readonly name: string;
  tries = 0;
  readonly failures: string[] = [];

  constructor(name: string) {
    this.name = name;
  }

  try(what: string, failure: string | undefined): void {
    this.tries++;
    if (failure !== undefined) this.failures.push(`${what}: ${failure}`);
  }

  /** Writes the number of tries and failures to the folder `TORTURE_REPORT`, if that is set. */
  report(): void {
    const { TORTURE_REPORT: folder } = env;
    if (!folder) return;
    const { name, tries, failures } = this;
    writeFileSync(
      join(folder, `${name.replace(/\W+/g, '-')}.json`),
      JSON.stringify({ name, tries, failures }),
    );
  }
}
