import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';

describe('kiosque show with several words', () => {
  const cwd = (): string => {
    const path = temporaryFolder();
    writeFileSync(join(path, 'a b.md'), '# One\n\nFirst.\n');
    writeFileSync(join(path, 'c.md'), '# Two\n\nSecond.\n');
    return path;
  };

  it('prints each article, with a line between two', async () => {
    const rule = '─'.repeat(20);
    expect(await run(['show', 'c.md', 'a b.md', '-w20'], { cwd: cwd() })).toMatchObject({
      code: 0,
      stdout: `Two\n1 min\n\nSecond.\n\n${rule}\n\nOne\n1 min\n\nFirst.\n`,
    });
    expect((await run(['show', '1', '2', '-f', '.', '-w20'], { cwd: cwd() })).stdout).toMatch(
      /^(?:One|Two)[\s\S]*─\n\n(?:Two|One)/,
    );
    const objects = await run(['show', 'c.md', '-', '--json'], { cwd: cwd(), input: 'A text.' });
    expect(objects.stdout.match(/"text": ".*"/g)).toEqual(['"text": "Second.\\n"', '"text": "A text.\\n"']);
    const sources = await run(['show', 'c.md', 'a b.md', '--format=markdown'], { cwd: cwd() });
    expect(sources.stdout).toBe('# Two\n\nSecond.\n# One\n\nFirst.\n');
  });

  it('prints the one article that they name together', async () => {
    expect((await run(['show', 'first', 'ten'])).stdout).toMatch(/^The First Ten Customers\n/);
  });

  it('prints nothing if one of them names no article', async () => {
    expect(await run(['show', 'c.md', 'nope'], { cwd: cwd() })).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr: 'kiosque: no article matches “nope”; kiosque list shows them all\n',
    });
    expect((await run(['show', '99', '-f', '.'], { cwd: cwd() })).stderr).toBe(
      'kiosque: no article number 99; kiosque list shows 2 articles\n',
    );
  });
});
