import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isInstalled } from '../support/programs.ts';
import { runShell } from '../support/run.ts';

const PAGES = ['README.md', 'README.fr.md', 'docs/guide.md'];

/** The lines of the examples that work without a terminal and without files of the user's own, without their comments. */
const linesOf = (page: string): string[] =>
  Array.from(readFileSync(page, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm), ([, block]) =>
    block!.split('\n'),
  )
    .flat()
    .map((line) => line.replace(/ +# .*$/, '').trim())
    .filter((line) => /^kiosque(?:$| README| (?:list|search|show|stats|help)\b)/.test(line));

const lines = [...new Set(PAGES.flatMap(linesOf))];

it.each(PAGES.slice(0, 2))('%s has examples that a script can run', (page) => {
  expect(linesOf(page).length).toBeGreaterThanOrEqual(5);
});

it.for(lines)('the example works: %s', async (line, { skip }) => {
  skip(line.includes('| jq') && !isInstalled('jq'), 'jq is not installed');
  const { code, stderr } = await runShell(line, line.includes('README') ? { cwd: process.cwd() } : {});
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
