import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { temporaryFolder } from './home.ts';
import type { Screen } from './screen.ts';
import { openTerminal, type Terminal, type TerminalOptions } from './terminal.ts';

export const TEXTS: Readonly<Record<string, string>> = {
  'apples.md': `---
title: On apples
author: Ada Orchard
date: 2024-05-03
tags: [fruit, garden]
source: https://example.org/apples
---

An apple is the fruit of a tree that wants patience.

## Choosing

${Array.from({ length: 40 }, (_, i) => `Paragraph ${i + 1} about orchards.`).join('\n\n')}

## Keeping

The last apple is kept in straw. See [pears](pears.md).
`,
  'pears.md':
    '---\ntitle: On pears\nauthor: Basil Poirier\ndate: 2023-01-02\ntags: [fruit]\n---\n\nA pear is no apple.\n',
  'stone.txt': 'On stones\n\nA stone is hard, and has no core.\n',
};

/** A folder with three articles, by date apples, pears and stones, and with `others`, by file name. */
export function folder(others: Readonly<Record<string, string>> = {}): string {
  const path = join(temporaryFolder(), 'articles');
  mkdirSync(path);
  for (const [name, text] of Object.entries({ ...TEXTS, ...others })) writeFileSync(join(path, name), text);
  // It has no date, and so is sorted by when it was modified.
  utimesSync(join(path, 'stone.txt'), 0, new Date('2020-02-03'));
  return path;
}

/** Starts the reader on that folder. */
export const open = (options: TerminalOptions = {}): Terminal =>
  openTerminal({ args: [folder()], ...options });

/** Whether all three articles are listed and the first is shown; on a busy machine they do not appear together. */
export const isShown = ({ text }: Screen): boolean =>
  text.includes('3 articles') && text.includes('An apple is the fruit');

/** Starts the reader on that folder and waits until all three articles are listed and the first is shown. */
export async function openShown(options: TerminalOptions = {}): Promise<Terminal> {
  const terminal = open({ columns: 100, rows: 30, ...options });
  await terminal.waitFor(isShown);
  return terminal;
}

/** Creates an executable `sh` script, such as an editor or a browser; `$log` is a file beside it. */
export function script(name: string, line: string): { readonly path: string; readonly log: () => string } {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, `#!/bin/sh\nlog="$0.log"\n${line}\n`, { mode: 0o755 });
  return { path, log: () => (existsSync(`${path}.log`) ? readFileSync(`${path}.log`, 'utf8') : '') };
}

/** Waits for the program to end and expects the terminal in its initial modes. */
export async function expectClean(terminal: Terminal): Promise<void> {
  await terminal.exited;
  expect(terminal.screen.modes).toEqual({
    alternateScreen: false,
    cursorVisible: true,
    mouse: false,
    bracketedPaste: false,
    wrap: true,
  });
}
