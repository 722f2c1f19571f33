import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

/** A home whose settings convert PDFs by a program that waits for the file `go`; the folder `articles` has one. */
function slowLibrary() {
  const home = temporaryFolder();
  for (const folder of ['articles', '.config/kiosque', 'tmp'])
    mkdirSync(join(home, folder), { recursive: true });
  writeFileSync(join(home, 'wait'), '#!/bin/sh\nuntil [ -e "$HOME/go" ]; do :; done\ncat "$1"\n', {
    mode: 0o755,
  });
  writeFileSync(join(home, '.config/kiosque/config.toml'), `[convert]\npdf = "${home}/wait {}"\n`);
  writeFileSync(join(home, 'articles/a.pdf'), 'A title\n\nSome words.\n');
  return { home, go: () => writeFileSync(join(home, 'go'), '') };
}

it.each([
  ['kiosque list -f articles', /^1 +A title +1 min/],
  ['kiosque search -f articles words', /Some words/],
])('%s tells its progress on a terminal, and removes the line', async (shell, result) => {
  const { home, go } = slowLibrary();
  const terminal = openTerminal({ shell, home });
  await terminal.waitFor('Listing: 0 articles');
  go();
  expect((await terminal.exited).code).toBe(0);
  expect(terminal.screen.text).not.toContain('Listing');
  expect(terminal.screen.text).toMatch(result);
});

it('tells on a terminal that a PDF is being made', async () => {
  const { home, go } = slowLibrary();
  mkdirSync(join(home, 'bin'));
  const script = '#!/bin/sh\nuntil [ -e "$HOME/go" ]; do :; done\nprintf %%PDF-1.7 >"$3"\n';
  writeFileSync(join(home, 'bin/weasyprint'), script, { mode: 0o755 });
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
    writeFileSync(join(home, 'bin', name), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  const terminal = openTerminal({ shell: 'kiosque show welcome --format pdf > welcome.pdf', home });
  await terminal.waitFor('Making the PDF');
  go();
  expect((await terminal.exited).code).toBe(0);
  expect(terminal.screen.text.trim()).toBe('');
});

it('tells nothing in a pipe', async () => {
  const { home, go } = slowLibrary();
  go();
  expect((await run(['list', '-f', 'articles'], { home, cwd: home })).stderr).toBe('');
});
