import { notesFolder } from '../annotations/folder.ts';
import { collectionOf } from '../annotations/format.ts';
import { markdownOf } from '../annotations/markdown.ts';
import { AnnotationStore } from '../annotations/store.ts';
import { cliMessages } from '../messages/cli.ts';
import { cleanExcerpt } from '../unicode/clean.ts';
import type { NotesOptions } from './command-options.ts';
import type { Environment, ExitCode } from './environment.ts';
import { checkedFiles } from './notes/checked-files.ts';
import { chosenFiles } from './notes/chosen-files.ts';
import { withNewKeys } from './notes/renamed-files.ts';
import { jsonText } from './script-output.ts';

/**
 * `kiosque notes`: prints the highlights and notes of all articles, or of some, as Markdown or as JSON in the terms of the
 * W3C's Web Annotation Data Model; or takes such JSON back.
 *
 * @throws {Failure} if there are none, or the file to import holds none
 */
export async function notes(environment: Environment, options: NotesOptions): Promise<ExitCode> {
  const { stdout, stderr, language, storage } = environment;
  const store = new AnnotationStore(notesFolder(storage.data));
  if (options.import !== undefined) {
    const { importNotes } = await import('./notes/import-notes.ts');
    stdout.write(`${await importNotes(environment, store, options.import)}\n`);
    return 0;
  }
  const messages = cliMessages[language];
  const { files, unreadable } = store.all();
  for (const path of unreadable) stderr.write(`kiosque: ${messages.notesUnreadable(cleanExcerpt(path))}\n`);
  const followed = await withNewKeys(environment, files, options);
  const checked = await checkedFiles(environment, await chosenFiles(environment, followed, options), options);
  stdout.write(
    options.format === 'json'
      ? jsonText(checked.map(collectionOf))
      : markdownOf(checked, messages.annotations),
  );
  return 0;
}
