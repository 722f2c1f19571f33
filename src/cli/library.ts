import { nearestWord } from '../algorithms/nearest-word.ts';
import type { LibraryOptions } from '../commands/command-options.ts';
import { Failure } from '../commands/environment.ts';
import type { EffectiveSettings } from '../settings/effective.ts';
import { BUNDLED } from '../settings/table.ts';
import { cleanExcerpt, cleanLine } from '../unicode/clean.ts';

/**
 * `options` with the paths of the library that they name, or else, if they have no paths, with those of the default one. No
 * paths stand for the bundled library.
 *
 * @param hasDefault  false where no paths mean something else than a library
 * @throws {Failure} if there is no such library, or if there are paths besides
 */
export function withLibrary<O extends LibraryOptions>(
  options: O,
  { values, libraries }: EffectiveSettings,
  hasDefault: boolean,
): O {
  const { library: named, paths } = options;
  if (named !== undefined && paths.length > 0) throw new Failure(2, (messages) => messages.libraryAndPaths);
  const name = named ?? (hasDefault && paths.length === 0 ? values.default : undefined);
  if (name === undefined || name === BUNDLED) return options;
  const own = libraries.get(name);
  if (own) return { ...options, paths: own };
  const names = [BUNDLED, ...libraries.keys()];
  const near = nearestWord(name, names);
  throw new Failure(2, (messages) =>
    messages.noLibrary(cleanExcerpt(name), names.map(cleanLine), near && cleanLine(near)),
  );
}
