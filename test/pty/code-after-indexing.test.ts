import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBinary, temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';

/** The files of compiled code that every search needs, by their paths. */
const codeIn = (home: string): string[] =>
  readdirSync(join(home, 'cache/kiosque/code'))
    .filter((name) => /-search-(?:start|commands)\.js$/.test(name))
    .map((name) => join(home, 'cache/kiosque/code', name));

/** True if a file holds only a part of the code that a search needs. */
const isPart = (path: string): unknown =>
  (JSON.parse(readFileSync(path, 'latin1').split('\n', 1)[0]!) as { isPart: unknown }).isPart;

// The executable holds its compiled code.
describe.skipIf(isBinary)('the compiled code of a search', () => {
  it('is written again as a whole after the run that made the index, during which V8 drops code', async () => {
    const home = temporaryFolder();
    const search = async (): Promise<string> => (await run(['search', 'prix juste'], { home })).stdout;
    const first = await search();
    expect(codeIn(home).map(isPart)).toEqual([true, true]);
    expect(await search()).toBe(first);
    expect(codeIn(home).map(isPart)).toEqual([false, false]);
    const times = codeIn(home).map((path) => statSync(path).mtimeMs);
    expect(await search()).toBe(first);
    expect(codeIn(home).map((path) => statSync(path).mtimeMs)).toEqual(times);
  });
});
