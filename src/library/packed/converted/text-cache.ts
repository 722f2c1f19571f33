import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pid } from 'node:process';
import { isTrustedFolder, makeTrustedFolder, readTrusted } from '../../../files/trusted.ts';
import { type Converter, usedConverters } from '../../converters.ts';
import { hash } from '../../ids.ts';
import type { FoundFile } from '../../walk.ts';

/** Texts that are kept; beyond that, the oldest are removed. */
const MOST = 2000;

const folderIn = (cache: string): string => join(cache, 'converted');

/** Everything that a converted text depends on, as a line. */
const keyOf = ({ path, size, mtime }: FoundFile, converter: Converter): string =>
  JSON.stringify([path, size, mtime, ...converter]);

const pathIn = (cache: string, key: string): string => join(folderIn(cache), `${hash(key)}.txt`);

/** The text that a program made of a file of this size and time before; undefined if it did not, or nothing is kept. */
export function keptText(file: FoundFile, converter: Converter): string | undefined {
  const { cache } = usedConverters();
  if (cache === undefined || !isTrustedFolder(folderIn(cache), cache)) return undefined;
  const key = keyOf(file, converter);
  try {
    const entry = readTrusted(pathIn(cache, key));
    return entry.startsWith(`${key}\n`) ? entry.slice(key.length + 1) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text for `keptText`, unless the cache cannot be written to: the file is converted again then. */
export function keepText(file: FoundFile, converter: Converter, text: string): void {
  const { cache, readOnly } = usedConverters();
  if (cache === undefined || readOnly) return;
  const key = keyOf(file, converter);
  const path = pathIn(cache, key);
  const temporary = `${path}.${pid}`;
  try {
    makeTrustedFolder(folderIn(cache), cache);
    // `wx` follows no link of this name.
    writeFileSync(temporary, `${key}\n${text}`, { mode: 0o600, flag: 'wx' });
    renameSync(temporary, path);
    prune(folderIn(cache));
  } catch {
    rmSync(temporary, { force: true });
  }
}

function prune(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= MOST) return;
  const byAge = names
    .map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of byAge.slice(MOST * 0.9)) rmSync(path, { force: true });
}
