import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { runShell } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

const PAGE = `VOILE(1)                 Commandes                 VOILE(1)

N\\bNO\\bOM\\bM
       voile - hisse la _\\bV_\\bO_\\bI_\\bL_\\bE
`;

/** A file of 200 paragraphs, the last of which has a word of its own. */
function longFile(): string {
  const path = join(temporaryFolder(), 'long.md');
  const paragraphs = Array.from({ length: 200 }, (_, i) => `Ligne ${i + 1}.`);
  writeFileSync(path, `# Long\n\n${paragraphs.join('\n\n')}\n\nVoici le havre.\n`);
  return path;
}

describe('a pager', () => {
  it('shows a page from a pipe without a list, with keys from the terminal', async () => {
    const terminal = openTerminal({
      shell: `printf '${PAGE.replaceAll('\n', '\\n')}' | kiosque -R`,
      columns: 120,
    });
    await terminal.waitFor('hisse la VOILE');
    expect(terminal.screen.text).not.toContain('1 article');
    terminal.type('q');
    expect(await terminal.exited).toMatchObject({ code: 0 });
  });

  it.each([
    ['+/havre', 'Voici le havre.'],
    ['+G', 'Voici le havre.'],
    ['+101', 'Ligne 55.'],
  ])('starts at %s', async (place, text) => {
    const terminal = openTerminal({ args: [place, longFile()], columns: 80 });
    await terminal.waitFor(text);
    expect(terminal.screen.text).not.toContain('Ligne 1.');
    terminal.type('q');
    expect(await terminal.exited).toMatchObject({ code: 0 });
  });

  it('keeps colors for a terminal, and leaves nothing of them in a pipe', async () => {
    const source = `printf '\\033[1;31mrouge\\033[m\\033[K et \\033]0;titre\\007noir\\n'`;
    const plain = await runShell(`${source} | kiosque show -`);
    expect(plain).toMatchObject({ code: 0, stderr: '' });
    expect(plain.stdout).toContain('rouge et noir');
    expect(plain.stdout).not.toContain('\x1b');
    const styled = await runShell(`${source} | kiosque show --color always -`);
    expect(styled.stdout).toContain('\x1b[1;31mrouge\x1b[22;39m et noir');
  });
});
