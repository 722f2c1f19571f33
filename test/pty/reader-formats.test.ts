import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

const FILES: Readonly<Record<string, string>> = {
  'a.org': '#+TITLE: Abeille\n#+DATE: 2024-03-03\n\n* Vol\n\nElle /danse/, voir [[file:b.gmi][la suite]].\n',
  'b.gmi': '# Bourdon\n\nIl bourdonne.\n\n=> c.adoc Le dernier\n',
  'c.adoc': '= Cigale\n\n== Chant\n\nElle *chante* tout l’été.\n',
};

function folder(): string {
  const path = temporaryFolder();
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(path, name), text);
  return path;
}

describe('files of Org, Gemtext and AsciiDoc', () => {
  it('are read one after the other through their links, and searched', async () => {
    const terminal = openTerminal({ args: [folder()], columns: 100, rows: 24 });
    // Articles without a date come first.
    await terminal.waitFor(/Bourdon[\s\S]*Abeille/);
    terminal.type('G');
    await terminal.waitFor('Elle danse, voir la suite');
    terminal.press('Enter', 'Tab', 'Enter');
    await terminal.waitFor(/Bourdon[\s\S]*Il bourdonne/);
    terminal.press('Tab', 'Enter');
    await terminal.waitFor(/Cigale[\s\S]*Elle chante tout l’été/);
    terminal.type('q');
    await terminal.waitFor('LIST');
    terminal.type('/bourdonne');
    await terminal.waitFor(/Il bourdonne[\s\S]*1 result/);
  });

  it('are the same from a pipe', async () => {
    const { stdout: org } = await run(['show', '-'], { input: FILES['a.org']! });
    expect(org).toMatch(/^Abeille\n[\s\S]*Elle danse, voir la suite/);
    const { stdout: gemtext } = await run(['show', '-', '-i', 'gemtext'], { input: FILES['b.gmi']! });
    expect(gemtext).toMatch(/^Bourdon\n[\s\S]*Le dernier\[1\]/);
  });
});
