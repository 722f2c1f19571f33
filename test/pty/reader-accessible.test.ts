import { describe, expect, it } from 'vitest';
import { folder, open } from '../support/orchard.ts';
import type { Terminal } from '../support/terminal.ts';

const BREAD = 'Dough rises with leaven; flour, leaven and dough make bread. See [the pears](pears.md).\n';
const FLOUR = 'Flour makes dough that rises, and bread.\n';
const ARTICLES = {
  'bread.md': `---\ntitle: On bread\ndate: 2025-02-02\n---\n\n${BREAD}`,
  'flour.md': `---\ntitle: On flour\ndate: 2020-02-02\n---\n\n${FLOUR}`,
};

/** Types keys and waits until the text written since then matches `said`. */
async function hear(terminal: Terminal, key: string, said: RegExp): Promise<void> {
  const from = terminal.output.length;
  terminal.type(key);
  const heard = (): string => terminal.output.slice(from).replaceAll('\u00a0', ' ').replace(/\r+\n/g, '\n');
  await terminal.waitFor(() => said.test(heard()));
}

describe('linear text mode', () => {
  it('covers every function of the reader without drawing characters or escape sequences', async () => {
    const terminal = open({ args: [folder(ARTICLES), '--accessible'], env: { TERM: 'dumb' } });
    await terminal.waitFor('Kiosque: / search, Enter read, ? help');
    await terminal.waitFor('1 of 5: On bread');
    await hear(terminal, 'j', /2 of 5: On apples\. Ada Orchard, 3 May 2024, 1 min$/);
    expect(terminal.screen.cursor.row).toBe(terminal.screen.find('2 of 5'));
    await hear(terminal, 's', /by title\n1 of 5: On apples/);
    await hear(terminal, 'sss', /by date/);
    await hear(terminal, '*', /starred$/);

    await hear(terminal, 't', /Filter\n1 of 9: all articles 5$/);
    await hear(terminal, '7j', /8 of 9: fruit 2$/);
    await hear(terminal, '\r', /1 of 2: On apples/);
    await hear(terminal, '\x1b', /2 of 5: On apples/);

    await hear(terminal, '/', /Search:/);
    await hear(terminal, 'pear', /Search: pear\n\d results[\s\S]*1 of \d: On pears/);
    await hear(terminal, '\r', /On pears[\s\S]*1 of 1: A pear is no apple/);
    await hear(terminal, 'q', /1 of \d: On pears/);
    await hear(terminal, '\x1b', /\d of 5: On pears/);

    await hear(terminal, 'g\r', /On bread[\s\S]*Dough rises[\s\S]*Read next\nOn flour/);
    await hear(terminal, '\t', /Link: the pears$/);
    await hear(terminal, '\t', /Link: On flour$/);
    await hear(terminal, '\r', /On flour[\s\S]*Flour makes dough/);
    await hear(terminal, '\x7f', /On bread/);
    await hear(terminal, 'J', /On apples[\s\S]*An apple is the fruit/);
    await hear(terminal, 't', /Contents\n1 of 2: Choosing/);
    await hear(terminal, 'j', /2 of 2: Keeping/);
    await hear(terminal, '\r', /The last apple is kept/);
    await hear(terminal, '/straw', /1 of 1: The last apple is kept in straw/);
    await hear(terminal, '\r\t', /Link: pears/);
    await hear(terminal, 'y', /This terminal has no clipboard/);
    await hear(terminal, '?', /j, Down, [^\n]*: move down/);
    await hear(terminal, '/star\r', /\*: add or remove a star/);
    terminal.type('Q');
    expect((await terminal.exited).code).toBe(0);
    expect(terminal.output).not.toMatch(/[\x1b\u2190-\u21ff\u2500-\u259f]/);
  });

  it('is also turned on by Ink’s variable INK_SCREEN_READER', async () => {
    const terminal = open({ args: [folder()], env: { TERM: 'dumb', INK_SCREEN_READER: 'true' } });
    await terminal.waitFor('1 of 3: On apples');
    terminal.type('q');
    expect((await terminal.exited).code).toBe(0);
  });

  it('reads out the current line again after a stop', async () => {
    const shell = `exec bash --norc --noprofile -ic 'kiosque --accessible "$ARTICLES"; fg'`;
    const terminal = open({ shell, env: { ARTICLES: folder() } });
    await terminal.waitFor('1 of 3: On apples');
    await hear(terminal, 'j', /2 of 3: On pears/);
    await hear(terminal, '\x1a', /2 of 3: On pears/);
    terminal.type('q');
    expect((await terminal.exited).code).toBe(0);
  });

  it('copies to the clipboard of the terminal', async () => {
    const terminal = open({ args: [folder(), '--accessible'] });
    await terminal.waitFor('1 of 3: On apples');
    await hear(terminal, 'y', /Address of the source sent to/);
    expect(terminal.screen.clipboard).toBe('https://example.org/apples');
  });
});
