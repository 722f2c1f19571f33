import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

const NOTES = 2500;

/** A folder of many notes and one text so long that the indexing outlasts a few key presses. */
function largeFolder(): string {
  const path = join(temporaryFolder(), 'large');
  mkdirSync(path);
  for (let i = 0; i < NOTES; i++)
    writeFileSync(join(path, `n${i}.md`), `---\ntitle: Note ${i}\n---\n\nThe common word, and w${i}.\n`);
  const words = Array.from({ length: 2_000_000 }, (_, i) => `m${i % 50_000}`).join(' ');
  writeFileSync(join(path, 'long.md'), `---\ntitle: The long one\n---\n\n${words} lastly\n`);
  return path;
}

describe('a library that is indexed for the first time', () => {
  it('responds to keys and to searches, at first in part, then in full', { timeout: 120_000 }, async () => {
    const path = largeFolder();
    const terminal = openTerminal({ args: [path], columns: 120, rows: 30 });
    await terminal.waitFor('2,501 articles', { patience: 60_000 });
    terminal.type('/common');
    // Some notes are found although the index is incomplete.
    await terminal.waitFor(
      (screen) => screen.text.includes('indexing') && /[1-9]\d*\/2501/.test(screen.rows[0]!),
    );
    terminal.press('Down', 'Down', 'Down');
    await terminal.waitFor((screen) => screen.text.includes('indexing') && screen.text.includes('▌'));
    terminal.press('Escape', 'Escape');
    terminal.type('/lastly');
    await terminal.waitFor('The long one', { patience: 90_000 });
    await terminal.waitFor((screen) => !screen.text.includes('indexing'), { patience: 90_000 });
    terminal.press('Ctrl-c');
    expect((await terminal.exited).code).toBe(0);
  });

  it('is indexed further after the reader was left and started again', { timeout: 120_000 }, async () => {
    const path = largeFolder();
    const terminal = openTerminal({ args: [path], columns: 120, rows: 30 });
    await terminal.waitFor('2,501 articles', { patience: 60_000 });
    terminal.type('/common');
    await terminal.waitFor((screen) => screen.text.includes('indexing'));
    terminal.press('Ctrl-c');
    expect((await terminal.exited).code).toBe(0);
    const { home } = terminal;
    const { stdout } = await run(['search', '-f', path, 'w2499', '-n', '1'], { home });
    expect(stdout).toMatch(/^n2499\t/);
    const again = await run(['search', '-f', path, 'lastly', '-n', '1'], { home });
    expect(again.stdout).toMatch(/^long\t/);
  });
});
