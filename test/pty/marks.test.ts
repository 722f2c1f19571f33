import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { folder, open, openShown } from '../support/orchard.ts';
import { run } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

describe('marks', () => {
  it('filter and sort the list, its searches and the commands', async () => {
    const [path, home] = [folder(), temporaryFolder()];
    const terminal = await openShown({ args: [path], home });
    terminal.press('Enter', 'Space');
    await terminal.waitFor('Paragraph 20');
    terminal.type('q');
    await terminal.waitFor('LIST');
    terminal.type('j*t');
    await terminal.waitFor(/starred +1[\s\S]*unread +3[\s\S]*started +1[\s\S]*with notes +0[\s\S]*fruit +2/);
    terminal.shake();
    terminal.type('jj');
    terminal.press('Enter');
    await terminal.waitFor(/Kiosque · unread +3 articles/);
    terminal.type('t/star');
    await terminal.waitFor(/Filter \/ star\s/);
    terminal.press('Enter');
    await terminal.waitFor(/Kiosque · starred +1 article/);
    expect(terminal.screen.text).not.toContain('On apples');
    terminal.type('q');
    await terminal.exited;

    const again = open({ args: [path], home, columns: 100, rows: 30 });
    await again.waitFor(/Kiosque · starred +1 article[\s\S]*On pears/);
    again.press('Escape');
    await again.waitFor('3 articles');
    again.type('/is:started');
    await again.waitFor(/is:started +1\/3[\s\S]*On apples/);
    again.press('Enter');
    await again.waitFor(/Paragraph 20[\s\S]*READ/);
    again.type('Q');
    await again.exited;

    const printed = async (...args: string[]): Promise<string[]> => {
      const { stdout } = await run([...args, '--from', path], { home });
      return [...stdout.matchAll(/On (apples|pears|stones)/g)].map(([, name]) => name!);
    };
    expect(await printed('list', '--is', 'starred')).toEqual(['pears']);
    expect(await printed('list', '--is', 'unread', '--tag', 'fruit')).toEqual(['apples', 'pears']);
    expect(await printed('list', '--is', 'unread', '--is', 'starred')).toEqual(['pears']);
    expect(await printed('search', '--is', 'unread', '--is', 'started')).toEqual(['apples']);
    expect(await printed('list', '--sort', 'read', '--reverse')).toEqual(['stones', 'pears', 'apples']);
    expect(await printed('search', 'est:commencé')).toEqual(['apples']);
    expect(await printed('search', '--is', 'unread', '-n', '2')).toEqual(['apples', 'pears']);
    expect(await printed('search', 'fruit', '-is:starred')).toEqual(['apples']);
    expect(await printed('search', 'apple', '--is', 'starred')).toEqual(['pears']);
    expect(await printed('search', 'apple', '--is', 'starred', '--no-memory')).toEqual([]);
  });

  it('are sorted by in the library where that was chosen only', async () => {
    const [path, other, home] = [folder(), folder(), temporaryFolder()];
    const first = await openShown({ args: [path], home });
    first.type('S');
    await first.waitFor('by date, reversed');
    first.type('q');
    await first.exited;
    const second = await openShown({ args: [other], home });
    await second.waitFor(/On apples[\s\S]*On pears[\s\S]*by date/);
    expect(second.screen.text).not.toContain('reversed');
    second.type('q');
    await second.exited;
    const third = open({ args: [path], home, columns: 100, rows: 30 });
    await third.waitFor(/On pears[\s\S]*On apples[\s\S]*by date, reversed/);
    third.type('q');
    await third.exited;
  });

  it('are reported where there are none, or where they cannot be read', async () => {
    const [path, home] = [folder(), temporaryFolder()];
    const reported = async (...args: string[]) => {
      const { code, stderr } = await run([...args, '--from', path], { home });
      return `${code}: ${stderr.trim()}`;
    };
    expect(await reported('list', '--is', 'starred')).toBe('1: kiosque: no article is starred');
    expect(await reported('search', '--is', 'read')).toBe('1: kiosque: no article is marked as read');
    expect(await reported('list', '--is', 'starred', '--is', 'noted')).toBe(
      '1: kiosque: no article is starred and annotated',
    );
    expect(await reported('list', '--is', 'nope')).toBe(
      '2: kiosque: --is must be starred, read, unread, started, highlighted or noted (got “nope”)',
    );
    expect(await reported('search', 'apple', 'has:foo')).toBe(
      '2: kiosque: unknown condition “has:foo”; use is:starred, is:read, is:unread, is:started, has:highlight, has:note, lang:en or minutes:<5',
    );
    const file = join(home, 'state/kiosque/memory.json');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '{"version":99}');
    const unreadable = `2: kiosque: cannot read positions and marks from ${file}: a later version of Kiosque wrote it`;
    expect(await reported('list', '--is', 'unread')).toBe(unreadable);
    expect(await reported('search', 'is:unread')).toBe(unreadable);
    expect(await reported('list')).toBe('0: ');
    writeFileSync(file, '{');
    expect(await reported('list', '--is', 'unread')).toBe(
      `2: kiosque: cannot read positions and marks from ${file}: the file is damaged`,
    );
  });

  it('are counted by kiosque stats, with what was read this month', async () => {
    const [path, home] = [folder(), temporaryFolder()];
    const terminal = await openShown({ args: [path], home });
    terminal.type('I');
    await terminal.waitFor(/words · 1\smin · not read yet/);
    terminal.type('*j\r');
    await terminal.waitFor('READ');
    terminal.type('q');
    await terminal.waitFor('LIST');
    terminal.type('I');
    await terminal.waitFor(/read on \d+\s\w+\s\d{4}/);
    terminal.type('q');
    await terminal.exited;

    const stats = async (...args: string[]) => (await run(['stats', '-f', path, ...args], { home })).stdout;
    const lines = (await stats()).trimEnd().split('\n');
    expect(lines.map((line) => line.split('\t')[0])).toEqual([
      ...['articles', 'words', 'read', 'started', 'starred'],
      ...Array.from({ length: 12 }, () => expect.stringMatching(/^\d{4}-\d\d$/)),
    ]);
    expect(lines.filter((line) => /^(articles|read|started|starred)/.test(line))).toEqual([
      'articles\t3',
      'read\t1',
      'started\t0',
      'starred\t1',
    ]);
    expect(lines.at(-1)).toMatch(/^\d{4}-\d\d\t1\t1$/);
    const json = JSON.parse(await stats('--json'));
    expect(json).toMatchObject({ articles: 3, read: 1, starred: 1 });
    expect(json.months.at(-1)).toEqual({ month: lines.at(-1)!.slice(0, 7), articles: 1, minutes: 1 });

    const shown = openTerminal({ args: ['stats', '--from', path], home, columns: 60 });
    await shown.exited;
    expect(shown.screen.text).toMatch(/3 articles · \d+ words · 1 read · 0 started · 1 starred/);
    expect(shown.screen.text).toMatch(/\d{4} {2}█{30,40} {2}1 article {2}1 min/);
  });
});
