import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** A folder of three articles: apples, pears, stones, in this order by date; and of `others`, by their file names. */
export function folder(others: Readonly<Record<string, string>> = {}): string {
  const path = join(temporaryFolder(), 'articles');
  mkdirSync(path);
  for (const [name, text] of Object.entries({ ...TEXTS, ...others })) writeFileSync(join(path, name), text);
  return path;
}

/** The reader on that folder. */
export const open = (options: TerminalOptions = {}): Terminal =>
  openTerminal({ args: [folder()], ...options });

/** All of that folder is listed and the first article is shown: on a busy machine the one comes before the other. */
export const isShown = ({ text }: Screen): boolean =>
  text.includes('3 articles') && text.includes('An apple is the fruit');

/** The reader on that folder, all of it listed and the first article beside it. */
export async function openShown(options: TerminalOptions = {}): Promise<Terminal> {
  const terminal = open({ columns: 100, rows: 30, ...options });
  await terminal.waitFor(isShown);
  return terminal;
}

/** A program of its own for a journey: a line of `sh`, in which `$log` is a file beside it. */
export function script(name: string, line: string): { readonly path: string; readonly log: () => string } {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, `#!/bin/sh\nlog="$0.log"\n${line}\n`, { mode: 0o755 });
  return { path, log: () => (existsSync(`${path}.log`) ? readFileSync(`${path}.log`, 'utf8') : '') };
}

/** The program has ended, and nothing of ours is left on the terminal. */
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
