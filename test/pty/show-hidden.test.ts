import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';

describe('hidden characters', () => {
  it('are counted on stderr and in JSON, when the article is parsed and from the cache', async () => {
    const path = join(temporaryFolder(), 'hidden.md');
    writeFileSync(path, '---\ntitle: a\u{e0101}b\n---\n\nA wo\u200brd &#8238;reversed.\n');
    const home = temporaryFolder();
    for (const _ of ['parsed', 'cached']) {
      const { stdout, stderr } = await run(['show', path], { home });
      expect([stdout.trimEnd().split('\n').at(-1), stderr]).toEqual([
        'A word reversed.',
        'kiosque: 3 hidden characters removed\n',
      ]);
      const json = await run(['show', path, '--json'], { home });
      expect([JSON.parse(json.stdout).hidden, json.stderr]).toEqual([3, '']);
      expect(json.stdout).not.toMatch(/\u200b|[\u{e0100}-\u{e01ef}]/u);
    }
    const french = await run(['show', path, '--lang', 'fr'], { home });
    expect(french.stderr).toBe('kiosque: 3 caractères cachés retirés\n');
    const piped = await run(['show', path, '--format', 'markdown'], { home });
    expect([piped.stdout, piped.stderr]).toEqual([readFileSync(path, 'utf8'), '']);
  });

  it('are counted in a text of any length', async () => {
    const path = join(temporaryFolder(), 'long.md');
    writeFileSync(path, 'A wo\u200brd, and many more after it.\n\n'.repeat(50_000));
    expect((await run(['show', path])).stderr).toBe('kiosque: 50,000 hidden characters removed\n');
    expect(JSON.parse((await run(['show', path, '--json'])).stdout).hidden).toBe(50_000);
  });

  it('are not mentioned in a text without any', async () => {
    const { stdout, stderr } = await run(['show', '-', '--json'], {
      input: '\ufeffUn mot\u00ad, 👩\u200d👧.\n',
    });
    expect([JSON.parse(stdout).hidden, stderr]).toEqual([undefined, '']);
  });
});
