import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isInstalled } from '../support/programs.ts';
import { runShell } from '../support/run.ts';

/** The lines of the README's examples that print something, without their comments. */
const lines = Array.from(
  readFileSync('README.md', 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm),
  ([, block]) => block!.split('\n'),
)
  .flat()
  .map((line) => line.replace(/ +# .*$/, '').trim())
  .filter((line) => /^kiosque (?:list|search|show|stats|help)\b/.test(line));

it('the README has examples that a script can run', () => {
  expect(lines.length).toBeGreaterThanOrEqual(5);
});

it.for(lines)('the example of the README works: %s', async (line, { skip }) => {
  skip(line.includes('| jq') && !isInstalled('jq'), 'jq is not installed');
  const { code, stderr } = await runShell(line);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
