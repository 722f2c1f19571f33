import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/home.ts';
import type { Construct } from './construct.ts';
import { sourceOf } from './constructs.ts';
import { OPENING } from './surroundings.ts';
import type { Vector } from './vectors.ts';

/**
 * The paths of an article for each vector in a construct, whose first paragraph begins with `Opening1.`, `Opening2.`, … .
 * Zero bytes are left out: with them a file is no text.
 */
export function libraryOf(construct: Construct, vectors: readonly Vector[]): string[] {
  const folder = join(temporaryFolder(), 'articles');
  mkdirSync(folder);
  return vectors.map((vector, index) => {
    const source = sourceOf(construct, vector).toString('latin1');
    const opening = openingOf(index + 1);
    const text = source.replaceAll('\0', '').replace(OPENING, opening);
    const path = join(folder, `${index + 1}-${construct.file}`);
    const bytes = Buffer.from(text, 'latin1');
    writeFileSync(path, construct.pack?.(bytes, opening) ?? bytes);
    return path;
  });
}

const openingOf = (number: number): string => `${OPENING}${number}.`;

/** The number of the article whose beginning was shown last; undefined if none is on the screen. */
export const openedOn = (screen: { readonly text: string }): string | undefined =>
  [...screen.text.matchAll(/Opening(\d+)\.(?!\s1\smin)/g)].at(-1)?.[1];
