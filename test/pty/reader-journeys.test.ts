import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { preloading, temporaryFolder } from '../support/home.ts';
import { expectClean, folder, open, openShown, script, TEXTS } from '../support/orchard.ts';
import type { Terminal } from '../support/terminal.ts';

const LINKS = `---
title: Links
date: 2025-01-01
---

First [a trap](javascript:alert%281%29), then [a page](https://example.org/page?a=1&b=2), then
[the end of apples](apples.md#keeping).
`;

describe('reading', () => {
  it('jumps to a heading from the contents, or returns to the old place', async () => {
    const terminal = await openShown({ columns: 120 });
    terminal.press('Enter');
    terminal.type('t');
    await terminal.waitFor('CONTENTS');
    terminal.type('G');
    await terminal.waitFor('The last apple is kept');
    terminal.shake();
    terminal.press('Escape');
    await terminal.waitFor((screen) => screen.text.includes('READ') && screen.find('An apple is') >= 0);
    terminal.type('tj');
    await terminal.waitFor('CONTENTS');
    terminal.press('Enter');
    await terminal.waitFor('READ');
    expect(terminal.screen.text).toContain('The last apple is kept');
    expect(terminal.screen.text).toContain('On stones');
  });

  it('keeps keys typed before the text or the results are there', async () => {
    const terminal = open({ columns: 80 });
    await terminal.waitFor('3 articles');
    terminal.type('\r  jj');
    await terminal.waitFor((screen) => /Paragraph 21/.test(screen.rows.slice(0, 3).join('')));
    terminal.type('q/stones\r');
    await terminal.waitFor(/A stone is hard[\s\S]*READ/);
  });

  it('follows a link into another article and comes back', async () => {
    const terminal = open({ args: [folder({ 'links.md': LINKS })], columns: 100, rows: 30 });
    await terminal.waitFor('First a trap');
    terminal.press('Enter', 'Tab', 'Tab', 'Tab');
    const row = (await terminal.waitFor('READ')).find('the end of apples');
    const column = terminal.screen.rows[row]!.indexOf('the end of apples');
    await terminal.waitFor((screen) => screen.cells(row)[column]!.inverse);
    terminal.press('Enter');
    await terminal.waitFor('See pears');
    terminal.shake();
    terminal.press('Tab');
    terminal.press('Enter');
    await terminal.waitFor(/│ +A pear is no apple/);
    terminal.press('Backspace');
    await terminal.waitFor('See pears');
    terminal.press('Ctrl-o');
    await terminal.waitFor('First a trap');
    terminal.press('Backspace');
    await terminal.waitFor('No link to go back from');
  });

  it('offers related articles at the end of an article and opens them', async () => {
    const bread = 'Dough rises with leaven; flour, leaven and dough make bread.\n';
    const path = folder({
      'bread.md': `---\ntitle: On bread\ndate: 2025-02-02\n---\n\n${bread}`,
      'flour.md': `---\ntitle: On flour\ndate: 2020-02-02\n---\n\nFlour makes dough that rises, and bread.\n`,
    });
    const terminal = open({ args: [path], columns: 80 });
    await terminal.waitFor('5 articles');
    terminal.press('Enter');
    await terminal.waitFor(/Read next\n +On flour +1\smin/);
    terminal.shake();
    await terminal.waitFor(/Read next\n +On flour +1\smin/);
    expect(terminal.screen.text).not.toContain('On apples');
    terminal.press('Tab', 'Enter');
    await terminal.waitFor('Flour makes dough');
    terminal.press('Backspace');
    await terminal.waitFor('Dough rises with leaven');
  });

  it('filters the list by a tag and removes the filter', async () => {
    const terminal = open({ columns: 80 });
    await terminal.waitFor('3 articles');
    terminal.type('t');
    await terminal.waitFor((screen) => /fruit +2\b/.test(screen.text) && /garden +1\b/.test(screen.text));
    terminal.shake();
    for (let row = 0; row < 7; row++) terminal.press('Down');
    terminal.press('Enter');
    await terminal.waitFor('2 articles');
    expect(terminal.screen.text).not.toContain('On stones');
    terminal.press('Escape');
    await terminal.waitFor('3 articles');
  });

  it('keeps stars and read marks for the next run', async () => {
    const args = [folder()];
    const home = temporaryFolder();
    const first = open({ args, home, columns: 80 });
    await first.waitFor('3 articles');
    first.type('j*jm');
    first.shake();
    await first.waitFor((screen) => /On pears +★/.test(screen.text) && /On stones +✓/.test(screen.text));
    first.type('q');
    await expectClean(first);
    const again = open({ args, home, columns: 80 });
    await again.waitFor((screen) => /On pears +★/.test(screen.text) && /On stones +✓/.test(screen.text));
    expect(again.screen.text).toMatch(/On apples +\d+\smin/);
  });
});

describe('the mouse', () => {
  it('scrolls the pane under the pointer, selects, and can be given back to the terminal', async () => {
    const terminal = await openShown({ columns: 120 });
    expect(terminal.screen.modes.mouse).toBe(true);
    const before = terminal.screen.find('Choosing');
    terminal.mouse('wheel-down', 10, 80);
    await terminal.waitFor((screen) => screen.find('Choosing') === before - 3);
    expect(terminal.screen.text).toContain('LIST');
    terminal.mouse('wheel-down', 10, 5);
    await terminal.waitFor(/│ +A pear is no apple/);
    terminal.mouse('click', terminal.screen.find('On stones'), 5);
    await terminal.waitFor(/│ +A stone is hard/);
    terminal.mouse('click', 10, 80);
    await terminal.waitFor('READ');
    terminal.type('M');
    await terminal.waitFor('The terminal handles the mouse');
    expect(terminal.screen.modes.mouse).toBe(false);
    terminal.type('M');
    await terminal.waitFor('Kiosque handles the mouse');
    expect(terminal.screen.modes.mouse).toBe(true);
    terminal.press('Ctrl-c');
    await expectClean(terminal);
  });

  it('opens a link with a click', async () => {
    const terminal = open({ args: [folder({ 'links.md': LINKS })], columns: 100, rows: 30 });
    const screen = await terminal.waitFor('the end of apples');
    const row = screen.find('the end of apples');
    // Of the two links only the web address is a hyperlink to the terminal.
    expect(terminal.output).toContain('\x1b]8;id=1;https://example.org/page?a=1&b=2\x1b\\');
    expect(terminal.output).not.toMatch(/\x1b\]8;id=\d+;(?!https:)/);
    terminal.mouse('click', row, screen.rows[row]!.indexOf('the end of apples') + 3);
    await terminal.waitFor('The last apple is kept');
  });
});

describe('the reader with external programs', () => {
  it('returns from the editor to the same place in the new text', async () => {
    const path = folder();
    const editor = script(
      'editor',
      `echo "$1" >"$log"; sed -i -e 's/21 about orchards/21 about ORCHARDS/' -e 's/^An apple.*/New.\\n\\nNewer.\\n\\n&/' "$2"`,
    );
    const terminal = open({ args: [path], columns: 80, env: { VISUAL: editor.path, EDITOR: 'false' } });
    await terminal.waitFor('3 articles');
    terminal.press('Enter');
    await terminal.waitFor('Paragraph 1 about');
    terminal.press('Space', 'Space');
    const before = (await terminal.waitFor('Paragraph 20 about')).find('Paragraph 20 about');
    const top = /Paragraph \d+ about/.exec(terminal.screen.rows.slice(0, 2).join(''))![0];
    terminal.type('e');
    await terminal.waitFor('Paragraph 21 about ORCHARDS');
    expect(terminal.screen.find('Paragraph 20 about')).toBe(before);
    expect(terminal.screen.modes).toMatchObject({ alternateScreen: true, cursorVisible: false, mouse: true });
    const line = TEXTS['apples.md']!.split('\n').findIndex((one) => one.startsWith(top)) + 1;
    expect(editor.log()).toBe(`+${line}\n`);
    terminal.press('Ctrl-c');
    await expectClean(terminal);
    expect(readFileSync(join(path, 'apples.md'), 'utf8')).toContain('Newer.');
  });

  it('reports an editor that is not found', async () => {
    const terminal = open({ columns: 80, env: { EDITOR: 'no-such-editor' } });
    await terminal.waitFor('3 articles');
    terminal.type('e');
    await terminal.waitFor('Editor “no-such-editor” not found; set EDITOR');
    expect(terminal.screen.text).toContain('On pears');
  });

  it('reports an editor that fails', async () => {
    const terminal = open({ columns: 80, env: { EDITOR: script('ed', 'exit 3').path } });
    await terminal.waitFor('3 articles');
    terminal.type('e');
    await terminal.waitFor(/Editor “.*” exited with code 3/);
  });

  it('leaves the terminal to the editor even if it receives signals', async () => {
    const editor = script(
      'ed',
      'kill -CONT $PPID; kill -INT $PPID; echo "editing now"; read answer; echo "$answer" >"$log"',
    );
    const terminal = open({ columns: 80, env: { EDITOR: editor.path } });
    await terminal.waitFor('3 articles');
    terminal.type('e');
    await terminal.waitFor('editing now');
    expect(terminal.screen.modes).toMatchObject({
      alternateScreen: false,
      cursorVisible: true,
      mouse: false,
    });
    terminal.type('done\r');
    await terminal.waitFor('3 articles');
    expect(editor.log()).toBe('done\n');
    terminal.type('q');
    await expectClean(terminal);
  });

  it('copies the address of the source, a link or the text', async () => {
    const terminal = open({ args: [folder({ 'links.md': LINKS })], columns: 80 });
    await terminal.waitFor('4 articles');
    terminal.type('jy');
    await terminal.waitFor('Address of the source sent to');
    expect(terminal.screen.clipboard).toBe('https://example.org/apples');
    terminal.type('k');
    terminal.press('Enter');
    await terminal.waitFor('First a trap');
    terminal.press('Tab', 'Tab');
    terminal.type('y');
    await terminal.waitFor('Link sent to');
    expect(terminal.screen.clipboard).toBe('https://example.org/page?a=1&b=2');
    terminal.type('JJJ');
    await terminal.waitFor('A stone is hard');
    terminal.type('y');
    await terminal.waitFor('Text of the article sent to');
    expect(terminal.screen.clipboard).toBe('A stone is hard, and has no core.');
  });

  it('opens only web addresses in the browser', async () => {
    const browser = script('browser', `printf '%s\\n' "$@" >>"$log"`);
    const terminal = open({
      args: [folder({ 'links.md': LINKS })],
      columns: 80,
      env: { BROWSER: `${browser.path} --new` },
    });
    await terminal.waitFor('4 articles');
    terminal.press('Enter');
    await terminal.waitFor('First a trap');
    terminal.press('Tab');
    terminal.type('o');
    await terminal.waitFor('Only web and mail addresses can be opened');
    terminal.press('Enter');
    terminal.press('Tab');
    terminal.type('o');
    await terminal.waitFor('Opening https://example.org/page');
    await expect.poll(browser.log).toBe('--new\nhttps://example.org/page?a=1&b=2\n');
  });

  it('tries the browser of the system if $BROWSER is not found, and reports if that is missing too', async () => {
    const home = temporaryFolder();
    const options = { columns: 80, home, env: { BROWSER: 'no-such-browser', PATH: join(home, 'bin') } };
    const terminal = open(options);
    await terminal.waitFor('3 articles');
    terminal.type('o');
    await terminal.waitFor(
      /Browser “no-such-browser” not found[\s\S]*no other could[\s\S]*example\.org\/apples/,
    );
    const { path, log } = script('xdg-open', `echo "$1" >"$log"`);
    writeFileSync(join(home, 'bin', 'xdg-open'), `#!/bin/sh\nexec ${path} "$@"\n`, { mode: 0o755 });
    terminal.type('o');
    await expect.poll(log).toBe('https://example.org/apples\n');
    await terminal.waitFor(/Browser “no-such-browser” not found[\s\S]*in another/);
  });
});

/** Runs code in the program once it has drawn, at a signal that means nothing to it. */
async function withFault(code: string): Promise<Terminal> {
  const fault = join(temporaryFolder(), 'fault.mjs');
  writeFileSync(fault, `process.on('SIGURG', () => { ${code} });`);
  const terminal = open({ columns: 80, env: preloading(fault) });
  await terminal.waitFor('3 articles');
  terminal.signal('SIGURG');
  return terminal;
}

describe('quitting', () => {
  it('is not undone by SIGCONT', async () => {
    const terminal = open({ columns: 80 });
    await terminal.waitFor('3 articles');
    terminal.press('Enter');
    await terminal.waitFor('READ');
    terminal.type('jqq');
    for (let times = 0; times < 50; times++) {
      terminal.signal('SIGCONT');
      await new Promise(setImmediate);
    }
    expect((await terminal.exited).code).toBe(0);
    await expectClean(terminal);
  });

  it.each([
    ['an uncaught exception', `throw new Error('a fault inside');`],
    ['a rejected promise', `Promise.reject(new Error('a fault inside'));`],
    [
      'an error while drawing',
      `const { map } = Array.prototype;
      Array.prototype.map = () => { Array.prototype.map = map; throw new Error('a fault inside'); };
      process.emit('SIGWINCH');`,
    ],
  ])('leaves the terminal clean and the error readable after %s', async (_, fault) => {
    const terminal = await withFault(fault);
    expect((await terminal.exited).code).toBe(2);
    await expectClean(terminal);
    expect(terminal.screen.text).toContain('a fault inside');
    expect(terminal.screen.text).not.toMatch(/\n +at /);
  });

  it('leaves the terminal clean if a package ends the process', async () => {
    const terminal = await withFault('process.exit(3);');
    expect((await terminal.exited).code).toBe(3);
    await expectClean(terminal);
  });
});
