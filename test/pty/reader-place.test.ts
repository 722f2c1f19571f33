import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { isBinary, temporaryFolder } from '../support/home.ts';
import { folder, open, openShown, TEXTS } from '../support/orchard.ts';
import type { Terminal } from '../support/terminal.ts';

/** Opens the folder `path` and reads on to paragraph 20 of its first article. */
async function readOn(path: string, home: string): Promise<Terminal> {
  const terminal = await openShown({ args: [path], home });
  terminal.press('Enter', 'Space');
  await terminal.waitFor('Paragraph 20');
  return terminal;
}

/** Expects the article to be shown where `readOn` left it. */
async function expectResumed(path: string, home: string): Promise<Terminal> {
  const again = open({ args: [path], home, columns: 100, rows: 30 });
  await again.waitFor(/Paragraph 20[\s\S]*Resumed at/);
  return again;
}

/** Waits until the position has been saved, which happens once the reader rests. */
const saved = (home: string): Promise<void> =>
  vi.waitFor(
    () => {
      const file = join(home, 'state/kiosque/memory.json');
      expect(existsSync(file) && readFileSync(file, 'utf8')).toContain('"place"');
    },
    { timeout: 15_000 },
  );

describe('the position', () => {
  it('is kept when the window is closed, each of twenty times', async () => {
    const path = folder();
    const homes = Array.from({ length: 20 }, () => temporaryFolder());
    const close = async (home: string): Promise<void> => {
      const terminal = await readOn(path, home);
      terminal.hangUp();
      // Aborting would leave a core dump.
      expect(await terminal.exited).toEqual({ code: 128 + constants.signals.SIGHUP, signal: 0 });
      expect(readFileSync(join(home, 'state/kiosque/memory.json'), 'utf8')).toContain('"place"');
    };
    for (let from = 0; from < homes.length; from += 5)
      await Promise.all(homes.slice(from, from + 5).map(close));
    await expectResumed(path, homes[0]!);
  });

  it('is kept when the program is killed after the reader has rested', async () => {
    const [path, home] = [folder(), temporaryFolder()];
    const terminal = await readOn(path, home);
    await saved(home);
    terminal.signal('SIGKILL');
    await terminal.exited;
    await expectResumed(path, home);
  });

  it('is kept while the file is written again in two steps, and while it is empty', async () => {
    const [path, home] = [folder(), temporaryFolder()];
    const terminal = await readOn(path, home);
    const file = join(path, 'apples.md');
    const whole = TEXTS['apples.md']!;
    writeFileSync(file, whole.slice(0, 300));
    await terminal.waitFor((screen) => !screen.text.includes('Paragraph 20'));
    writeFileSync(file, whole);
    await terminal.waitFor('Paragraph 20');
    writeFileSync(file, '');
    await terminal.waitFor('The file is empty now');
    writeFileSync(file, whole);
    await terminal.waitFor(
      (screen) => !screen.text.includes('empty now') && screen.text.includes('3 articles'),
    );
    expect(terminal.screen.text).toContain('Paragraph 20');
  });

  it('is kept if the reader is closed, and opened and closed, while the file is half-written', async () => {
    const [path, home] = [folder(), temporaryFolder()];
    const file = join(path, 'apples.md');
    const terminal = await readOn(path, home);
    writeFileSync(file, TEXTS['apples.md']!.slice(0, 300));
    await terminal.waitFor((screen) => !screen.text.includes('Paragraph 20'));
    terminal.press('Ctrl-c');
    await terminal.exited;
    const alone = open({ args: [file], home, columns: 100, rows: 30 });
    await alone.waitFor('An apple is the fruit');
    alone.press('Space', 'Ctrl-c');
    await alone.exited;
    expect(readFileSync(join(home, 'state/kiosque/memory.json'), 'utf8')).not.toContain('"read":true');
    writeFileSync(file, TEXTS['apples.md']!);
    await expectResumed(path, home);
  });

  it('follows the file to its new name, in this run and the next', async () => {
    const [path, home] = [folder(), temporaryFolder()];
    const terminal = await readOn(path, home);
    terminal.type('*');
    await saved(home);
    renameSync(join(path, 'apples.md'), join(path, 'fruit.md'));
    await vi.waitFor(
      () => expect(readFileSync(join(home, 'state/kiosque/memory.json'), 'utf8')).toContain('fruit.md'),
      15_000,
    );
    expect(terminal.screen.text).toContain('Paragraph 20');
    expect(terminal.screen.text).toContain('★');
    terminal.press('Ctrl-c');
    await terminal.exited;
    renameSync(join(path, 'fruit.md'), join(path, 'again.md'));
    const again = await expectResumed(path, home);
    expect(again.screen.text).toContain('★');
  });
});

it('follows a file that was edited, and then renamed', async () => {
  const [path, home] = [folder(), temporaryFolder()];
  const terminal = await readOn(path, home);
  await saved(home);
  const edited = `${TEXTS['apples.md']}\nOne more paragraph.\n`;
  writeFileSync(join(path, 'apples.md'), edited);
  await vi.waitFor(
    () =>
      expect(readFileSync(join(home, 'state/kiosque/memory.json'), 'utf8')).toContain(
        `"file":"${Buffer.byteLength(edited)}-`,
      ),
    15_000,
  );
  terminal.press('Ctrl-c');
  await terminal.exited;
  renameSync(join(path, 'apples.md'), join(path, 'fruit.md'));
  await expectResumed(path, home);
});

it('follows the files of a folder that is renamed', async () => {
  const [path, home] = [folder(), temporaryFolder()];
  const terminal = await readOn(path, home);
  terminal.press('Ctrl-c');
  await terminal.exited;
  const renamed = `${path}-renamed`;
  renameSync(path, renamed);
  onTestFinished(() => rmSync(renamed, { recursive: true, force: true }));
  await expectResumed(renamed, home);
});

describe('a file of its own', () => {
  it('keeps its position and its notes under another name', async () => {
    const [path, home] = [folder(), temporaryFolder()];
    const [before, after] = [join(path, 'apples.md'), join(path, 'fruit.md')];
    const terminal = open({ args: [before], home, columns: 100, rows: 30 });
    await terminal.waitFor('An apple is the fruit');
    terminal.press('Space');
    await terminal.waitFor('Paragraph 20');
    terminal.type('v');
    await terminal.waitFor('SELECT');
    terminal.press('Enter');
    await terminal.waitFor('▎');
    terminal.press('Ctrl-c');
    await terminal.exited;
    renameSync(before, after);
    for (let start = 0; start < 2; start++) {
      const again = open({ args: [after], home, columns: 100, rows: 30 });
      await again.waitFor((screen) => screen.text.includes('Paragraph 20') && screen.text.includes('▎'));
      again.press('Ctrl-c');
      await again.exited;
    }
  });
});

// Bun refuses to start there.
it.skipIf(isBinary)('is kept, and absolute paths open, in a working directory that was deleted', async () => {
  const [path, home] = [folder(), temporaryFolder()];
  const gone = 'mkdir away && cd away && rmdir ../away';
  const terminal = open({
    shell: `${gone} && kiosque ${path} && kiosque show ${join(path, 'pears.md')}`,
    home,
    columns: 100,
    rows: 30,
  });
  await terminal.waitFor('Paragraph 10');
  terminal.press('Enter', 'Space');
  await terminal.waitFor('Paragraph 20');
  terminal.type('Q');
  await terminal.waitFor(
    (screen) => screen.text.includes('A pear is no apple.') && !screen.text.includes('READ'),
  );
  expect(await terminal.exited).toMatchObject({ code: 0 });
  await expectResumed(path, home);
});

describe('the list', () => {
  it('comes back to its row, its tag and its search', async () => {
    const [path, home] = [folder(), temporaryFolder()];
    const first = await openShown({ args: [path], home });
    first.type('t7j\rj');
    await first.waitFor('A pear is no apple.');
    first.type('q');
    await first.exited;
    const second = open({ args: [path], home, columns: 100, rows: 30 });
    await second.waitFor(/fruit[\s\S]*A pear is no apple/);
    second.press('Escape');
    await second.waitFor(isListed);
    second.type('/core\r');
    await second.waitFor(/1\/3[\s\S]*READ/);
    second.type('q');
    await second.waitFor('LIST');
    second.type('q');
    await second.exited;
    const third = open({ args: [path], home, columns: 100, rows: 30 });
    await third.waitFor(/core[\s\S]*1\/3[\s\S]*A stone is hard/);
    third.press('Escape');
    await third.waitFor('3 articles');
  });

  const isListed = ({ text }: { readonly text: string }): boolean => text.includes('3 articles');
});

describe('a file that is gone', () => {
  it('is reported as such if it was opened by itself, until it is back', async () => {
    const path = join(folder(), 'apples.md');
    const terminal = open({ args: [path], columns: 100, rows: 30 });
    await terminal.waitFor('An apple is the fruit');
    rmSync(path);
    await terminal.waitFor('The file was deleted');
    writeFileSync(path, TEXTS['apples.md']!);
    await terminal.waitFor((screen) => !screen.text.includes('deleted'));
    expect(terminal.screen.text).toContain('An apple is the fruit');
  });

  it('cannot be edited, which is said, and is reported no longer once it is back', async () => {
    const [path, home] = [folder(), temporaryFolder()];
    const terminal = await readOn(path, home);
    rmSync(join(path, 'apples.md'));
    await terminal.waitFor('The file was deleted');
    terminal.type('e');
    await terminal.waitFor('The file of this article no longer exists');
    terminal.press('Escape');
    await terminal.waitFor(/2 articles[\s\S]*A pear is no apple/);
  });
});
