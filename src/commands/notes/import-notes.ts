import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Annotation, countsOf } from '../../annotations/annotation.ts';
import { DamagedError } from '../../annotations/error.ts';
import { filesIn } from '../../annotations/format.ts';
import { newIn } from '../../annotations/new-annotations.ts';
import type { AnnotationStore } from '../../annotations/store.ts';
import { systemLibraryError } from '../../library/error.ts';
import { openMemory } from '../../memory/memory.ts';
import { cliMessages } from '../../messages/cli.ts';
import { cleanLine } from '../../unicode/clean.ts';
import { type Environment, Failure } from '../environment.ts';

/**
 * Adds the annotations in a file to those that are there.
 *
 * @param path  as the user typed it; `-` is standard input
 * @returns what was added, in words
 * @throws {Failure} if the file holds none, or nothing may be saved
 */
export async function importNotes(
  { cwd, language, storage, now }: Environment,
  store: AnnotationStore,
  path: string,
): Promise<string> {
  const files = filesIn(readText(path, cwd)).filter(({ annotations }) => annotations.length > 0);
  const total = files.reduce((sum, { annotations }) => sum + annotations.length, 0);
  if (total === 0) throw new Failure(2, (messages) => messages.noNotesIn(cleanLine(path)));
  if (storage.readOnly) throw new Failure(2, (messages) => messages.privateImport);
  const memory = await openMemory({ directory: storage.state, now });
  let [added, articles] = [0, 0];
  for (const { article, annotations } of files) {
    const known = knownIn(store, article.key);
    const changes = newIn(known, annotations).map((annotation) => ({ kind: 'put', annotation }) as const);
    const all = changes.length > 0 ? await store.change(article, changes) : known;
    memory.update(article.key, countsOf(all));
    added += changes.length;
    if (changes.length > 0) articles++;
  }
  await memory.save();
  const messages = cliMessages[language];
  return added === 0 ? messages.nothingNew(total) : messages.imported(added, articles, total - added);
}

/** A damaged file holds none; it is set aside at the first change. */
function knownIn(store: AnnotationStore, key: string): readonly Annotation[] {
  try {
    return store.load(key);
  } catch (error) {
    if (error instanceof DamagedError) return [];
    throw error;
  }
}

function readText(path: string, cwd: string): string {
  const file = path === '-' ? 0 : resolve(cwd, path);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw systemLibraryError(path, error);
  }
}
