import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookOf, TIDES } from '../support/books.ts';
import { temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

const LONG = Array.from({ length: 60 }, (_, i) => `<p>Vague ${i} de la marée.</p>`).join('');

/** The path of a book whose chapter on the sea is long. */
function book(): string {
  const path = join(temporaryFolder(), 'tides.epub');
  const pages = TIDES.pages.map((page) =>
    page.name === 'sea.xhtml' ? { ...page, html: page.html + LONG } : page,
  );
  writeFileSync(path, bookOf({ ...TIDES, pages }));
  return path;
}

describe('a book in the reader', () => {
  it('is read chapter by chapter, followed through its links and contents, and resumed', async () => {
    const [path, home] = [book(), temporaryFolder()];
    const terminal = openTerminal({ args: [path], home, columns: 110, rows: 30 });
    await terminal.waitFor(/À ceux qui restent[\s\S]*La mer[\s\S]*La terre[\s\S]*Le ciel[\s\S]*The house/);
    terminal.press('Enter');
    terminal.type('J');
    await terminal.waitFor(/Les marées \(2\/7\)[\s\S]*Le vent se lève/);
    // The link after the note leads into another chapter.
    terminal.press('Tab', 'Tab', 'Enter');
    await terminal.waitFor(/Les marées \(3\/7\)[\s\S]*Le champ, ici/);
    terminal.press('Ctrl-o');
    await terminal.waitFor(/Les marées \(2\/7\)[\s\S]*Le vent se lève/);
    terminal.type('t');
    await terminal.waitFor(/• La mer[\s\S]* {2}Les vagues[\s\S]*La terre[\s\S]*Notes/);
    terminal.type('G');
    terminal.press('Enter');
    await terminal.waitFor(/Les marées \(7\/7\)[\s\S]*De chèvres/);
    terminal.type('K');
    await terminal.waitFor(/The house[\s\S]*It was shut/);
    terminal.type('q');
    await terminal.waitFor('LIST');
    terminal.type('/vague');
    await terminal.waitFor(/La mer[\s\S]*Vague 0 de la marée/);
    terminal.press('Enter');
    terminal.press('Space');
    await terminal.waitFor('Vague 20');
    terminal.type('qqq');
    await terminal.exited;
    const again = openTerminal({ args: [path], home, columns: 110, rows: 30 });
    await again.waitFor(/Vague 20[\s\S]*Resumed at/);
  });
});

describe('a book on the command line', () => {
  it('is printed in its order, and a chapter by its title', async () => {
    const path = book();
    const whole = await run(['show', path]);
    const heads = Array.from(
      whole.stdout.matchAll(/^(.*)\nÈve Dupré · Les marées \((\d)\/7\)/gm),
      ([, title]) => title,
    );
    expect(heads).toEqual([
      'À ceux qui restent au port.',
      'La mer',
      'La terre',
      'Le ciel',
      'Seconde partie',
      'The house',
      'Notes',
    ]);
    const chapter = await run(['show', '--from', path, 'le', 'ciel']);
    expect(chapter.stdout).toMatch(
      /^Le ciel\nÈve Dupré · Les marées \(4\/7\) · 3\sMay\s2021 · 1\smin\n\nDes nuages passent\.\n$/,
    );
    const list = await run(['list', '--json', '--from', path]);
    expect((JSON.parse(list.stdout) as { title: string; series: string; part: number }[])[3]).toMatchObject({
      title: 'Le ciel',
      series: 'Les marées',
      part: 4,
    });
    const found = await run(['search', '--from', path, 'nuages']);
    expect(found.stdout).toBe('le-ciel\tLe ciel\tDes nuages passent.\n');
  });

  it('says that it is damaged', async () => {
    const path = join(temporaryFolder(), 'x.epub');
    writeFileSync(path, 'Just a text.');
    const { code, stderr } = await run(['show', path]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('damaged') });
  });
});
