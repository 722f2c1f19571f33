import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { expectClean } from '../support/orchard.ts';
import { openTerminal, type Terminal } from '../support/terminal.ts';

const ARTICLES = 200;
/** Rounds of some two hundred keys each; the caches are full after the first ones. */
const ROUNDS = 12;
const WARM = 4;
/** How much larger the program may be in the last rounds than in the first warm ones; garbage is collected when V8 likes. */
const TOLERANCE = 1.1;

/** A folder of articles of some 2,000 words. */
function library(): string {
  const folder = join(temporaryFolder(), 'articles');
  mkdirSync(folder);
  for (let i = 0; i < ARTICLES; i++) {
    const paragraphs = Array.from(
      { length: 60 },
      (_, p) => `## Part ${p} of ${i}\n\n${`word${i} prose ${p} `.repeat(12)}`,
    );
    writeFileSync(join(folder, `a${i}.md`), `# Article ${i}\n\n${paragraphs.join('\n\n')}\n`);
  }
  return folder;
}

/** One round: forty articles read, searched, zoomed, starred; the list filtered and sorted. */
async function round(terminal: Terminal, number: number): Promise<void> {
  for (let i = 0; i < 20; i++) terminal.type('J d d n t j\r z z * * ');
  terminal.type('q/word');
  terminal.type(`${number}\r`);
  terminal.type('nnnNq\x1bssss?/');
  terminal.type(`r${number}`);
  await terminal.waitFor(`/ r${number}`);
  terminal.type('\x1b\x0c\x1b\x0c\r');
}

/** The memory of the program, in kB. */
const memoryOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

it('does not grow in a long session', async () => {
  const terminal = openTerminal({ args: [library()], columns: 120, rows: 40 });
  await terminal.waitFor(`${ARTICLES} articles`);
  terminal.press('Enter');
  const sizes: number[] = [];
  for (let number = 0; number < ROUNDS; number++) {
    await round(terminal, number);
    sizes.push(memoryOf(terminal.pid));
  }
  const [early, late] = [sizes.slice(WARM, WARM + 4), sizes.slice(-4)];
  expect(median(late), sizes.join(' ')).toBeLessThanOrEqual(median(early) * TOLERANCE);
  terminal.press('Ctrl-c');
  await expectClean(terminal);
});
