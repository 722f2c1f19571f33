import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { mail, mailboxOf } from '../support/mails.ts';
import { run } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

const LONG = Array.from({ length: 60 }, (_, i) => `Paragraph ${i} of the minutes.\n`).join('\n');

/** A folder with a mailbox of three mails, sent on three days. */
function folder(): string {
  const path = temporaryFolder();
  const mails = ['Agenda', 'Minutes', 'Thanks'].map((subject, i) =>
    mail(subject, i === 1 ? LONG : `Some words on ${subject}.\n`, {
      Date: `Fri, ${i + 1} May 2024 10:00:00 +0200`,
    }),
  );
  writeFileSync(join(path, 'inbox.mbox'), mailboxOf(mails));
  return path;
}

describe('a mailbox in the reader', () => {
  it('is listed as its mails, which are searched, and resumed when the file was renamed', async () => {
    const [path, home] = [folder(), temporaryFolder()];
    const terminal = openTerminal({ args: [path], home, columns: 100, rows: 30 });
    await terminal.waitFor(/Thanks[\s\S]*Minutes[\s\S]*Agenda/);
    terminal.type('/paragraph');
    await terminal.waitFor(/Minutes[\s\S]*Paragraph 0 of the minutes/);
    terminal.press('Escape');
    await terminal.waitFor(/Thanks[\s\S]*Minutes[\s\S]*Agenda/);
    terminal.type('j');
    terminal.press('Enter', 'Space');
    await terminal.waitFor('Paragraph 20');
    // Back to the list, and out.
    terminal.type('qq');
    await terminal.exited;
    renameSync(join(path, 'inbox.mbox'), join(path, 'archive.mbox'));
    const again = openTerminal({ args: [path], home, columns: 100, rows: 30 });
    await again.waitFor(/Paragraph 20[\s\S]*Resumed at/);
  });
});

describe('a mailbox on the command line', () => {
  it('is printed whole, or one mail of it by its id or path', async () => {
    const path = folder();
    const whole = await run(['show', join(path, 'inbox.mbox')]);
    expect(whole.stdout).toMatch(/^Agenda\n[\s\S]*\nMinutes\n[\s\S]*\nThanks\n/);
    const list = await run(['list', '--json', '--from', path]);
    const [latest] = JSON.parse(list.stdout) as { id: string; path: string }[];
    const byPath = await run(['show', latest!.path]);
    expect(byPath.stdout).toMatch(/^Thanks\nÈve Dupré · 3\sMay\s2024 · 1\smin\n\nSome words on Thanks\.\n$/);
    const byId = await run(['show', '--from', path, latest!.id]);
    expect(byId.stdout).toBe(byPath.stdout);
    const source = await run(['show', '--format', 'markdown', latest!.path]);
    expect(source.stdout).toBe('Some words on Thanks.\n\n');
    const found = await run(['search', '--from', path, 'agenda']);
    expect(found.stdout).toMatch(/^agenda-\S+\tAgenda\tSome words on Agenda\.\n$/);
  });
});
