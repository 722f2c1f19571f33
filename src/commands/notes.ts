import { readFileSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import { countsOf } from '../annotations/annotation.ts';
import { type AnnotationFile, collectionOf, filesIn } from '../annotations/format.ts';
import { markdownOf } from '../annotations/markdown.ts';
import { AnnotationStore } from '../annotations/store.ts';
import { systemLibraryError } from '../library/error.ts';
import { openMemory } from '../memory/memory.ts';
import { cliMessages } from '../messages/cli.ts';
import { cleanLine } from '../unicode/clean.ts';
import { fold, slugOf } from '../unicode/slug.ts';
import type { NotesOptions } from './command-options.ts';
import { type Environment, type ExitCode, Failure } from './environment.ts';
import { jsonText } from './script-output.ts';

/**
 * `kiosque notes`: prints the highlights and notes of all articles, or of one, as Markdown or as JSON in the terms of the
 * W3C's Web Annotation Data Model; or takes such JSON back.
 *
 * @throws {Failure} if there are none, or the file to import holds none
 */
export async function notes(environment: Environment, options: NotesOptions): Promise<ExitCode> {
  const store = new AnnotationStore(join(environment.storage.data, 'notes'));
  if (options.import !== undefined) return importNotes(environment, store, options.import);
  const { files, unreadable } = store.all();
  for (const path of unreadable)
    environment.stderr.write(
      `kiosque: ${cliMessages[environment.language].notesUnreadable(cleanLine(path))}\n`,
    );
  const chosen = options.reference === undefined ? files : matching(files, options.reference, environment);
  if (chosen.length === 0)
    throw new Failure(1, (messages) => messages.noNotes(options.reference, titlesOf(files)));
  const { stdout } = environment;
  stdout.write(options.format === 'json' ? jsonText(chosen.map(collectionOf)) : markdownOf(chosen));
  return 0;
}

const titlesOf = (files: readonly AnnotationFile[]): readonly string[] =>
  files.map(({ article }) => article.title);

/** The annotated articles that a reference names: by the path of its file, its id, or a part of its title. */
function matching(
  files: readonly AnnotationFile[],
  reference: string,
  { cwd }: Environment,
): readonly AnnotationFile[] {
  const keys = new Set([resolve(cwd, reference), `kiosque:${reference}`]);
  const byKey = files.filter(
    ({ article: { key, title } }) =>
      keys.has(key) || parse(key).name === reference || slugOf(title) === reference,
  );
  if (byKey.length > 0) return byKey;
  const words = fold(reference);
  return files.filter(({ article }) => fold(article.title).includes(words));
}

/** Adds the annotations in a file to those that are there. */
async function importNotes(
  { stdout, cwd, language, storage, now }: Environment,
  store: AnnotationStore,
  path: string,
): Promise<ExitCode> {
  const files = filesIn(readText(path, cwd));
  const total = files.reduce((sum, { annotations }) => sum + annotations.length, 0);
  if (total === 0) throw new Failure(2, (messages) => messages.noNotesIn(path));
  if (storage.readOnly) throw new Failure(2, (messages) => messages.privateImport);
  const memory = await openMemory({ directory: storage.state, now });
  for (const { article, annotations } of files) {
    const changes = annotations.map((annotation) => ({ kind: 'put', annotation }) as const);
    const all = await store.change(article, changes);
    memory.update(article.key, countsOf(all));
  }
  await memory.save();
  stdout.write(`${cliMessages[language].imported(total, files.length)}\n`);
  return 0;
}

function readText(path: string, cwd: string): string {
  const file = path === '-' ? 0 : resolve(cwd, path);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw systemLibraryError(path, error);
  }
}
