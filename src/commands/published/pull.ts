import { publishedMessages } from '../../messages/published.ts';
import { pullLibrary, sizeOf } from '../../published/pull-library.ts';
import type { RemoteLibrary } from '../../published/remote-library.ts';
import { cleanExcerpt } from '../../unicode/clean.ts';
import { isWebAddress } from '../../web/address.ts';
import type { PullOptions } from '../command-options.ts';
import { type Environment, type ExitCode, Failure } from '../environment.ts';
import { reasonOf } from '../error-text.ts';
import { ProgressLine } from '../progress-line.ts';
import { editionText } from './edition-text.ts';
import { failureOf, openedLibrary } from './open-library.ts';

/**
 * `kiosque pull`: fetches all of published libraries, so that they can be read and searched without a network. One that was
 * ended goes on where it was.
 *
 * @throws {Failure} if a file cannot be fetched or kept
 */
export async function pull(environment: Environment, { paths }: PullOptions): Promise<ExitCode> {
  const wrong = paths.find((path) => !isWebAddress(path));
  if (wrong !== undefined) throw new Failure(2, (messages) => messages.notAnAddress(cleanExcerpt(wrong)));
  for (const path of paths) await pullOne(environment, openedLibrary(path)!);
  return 0;
}

async function pullOne(environment: Environment, library: RemoteLibrary): Promise<void> {
  const { language, stdout } = environment;
  const messages = publishedMessages[language];
  if (!library.files.isKept) throw new Failure(2, () => messages.noCache);
  const stale = editionText(library, language);
  if (stale !== undefined) throw new Failure(2, () => stale);
  const { manifest } = library.edition!;
  const total = sizeOf(manifest);
  const before = library.files.traffic.bytes;
  const line = new ProgressLine(environment);
  try {
    const names = await pullLibrary(library.files, manifest, (done) =>
      line.tell(() => ({ text: messages.pulling(done, total), share: done / Math.max(1, total) })),
    );
    const { writeError } = library.files;
    if (writeError !== undefined)
      throw new Failure(2, (texts) => messages.notKept(reasonOf(writeError, texts)), { cause: writeError });
    library.keepAll(names);
  } catch (error) {
    throw failureOf(error, library.root, environment);
  } finally {
    line.end();
  }
  const fetched = library.files.traffic.bytes - before;
  stdout.write(`${messages.pulled(cleanExcerpt(manifest.title), manifest.count, total, fetched)}\n`);
}
