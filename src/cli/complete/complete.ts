import { namesOf } from '../../commands/article-names.ts';
import { type Environment, Failure } from '../../commands/environment.ts';
import { INPUT_FORMATS } from '../../document/formats.ts';
import type { EffectiveSettings } from '../../settings/effective.ts';
import { BUNDLED } from '../../settings/table.ts';
import { themeLabel } from '../../style/theme-names.ts';
import { cleanLine } from '../../unicode/clean.ts';
import { withLibrary } from '../library.ts';
import { type Candidate, type Candidates, candidatesFor } from './candidates.ts';
import { type TypedWords, typedWords } from './typed-words.ts';

/**
 * The completions of the last of `words`, which is being typed, for the script of a shell: a line that says whether it may be
 * the path of a file (`paths`) or not (`words`), then a line for each word, with its meaning after a tab.
 */
export async function complete(
  environment: Environment,
  settings: EffectiveSettings,
  words: readonly string[],
): Promise<string> {
  const typed = typedWords(words);
  const { fixed, names, paths } = candidatesFor(typed, environment.language);
  const found = [...fixed, ...settingNames(names, environment, settings)]
    .filter(({ word }) => word.startsWith(typed.current))
    .map(({ word, meaning }) => `${word}\t${meaning}`);
  const named =
    names === 'articles' || names === 'tags' ? await namesInLibrary(environment, settings, names, typed) : [];
  const lines = [...found, ...named].map((line) => typed.before + line);
  // A path is meant only if nothing else is: `show bien` names an article, `show ../bien` a file.
  return `${[paths && lines.length === 0 ? 'paths' : 'words', ...lines].join('\n')}\n`;
}

/** The libraries and the themes that the user has. */
function settingNames(
  names: Candidates['names'],
  { language }: Environment,
  { libraries, themes }: EffectiveSettings,
): readonly Candidate[] {
  if (names === 'themes')
    return themes.map((name) => ({ word: cleanLine(name), meaning: themeLabel(name, language) }));
  if (names !== 'libraries') return [];
  return [
    { word: BUNDLED, meaning: '' },
    ...Array.from(libraries, ([name, paths]) => ({
      word: cleanLine(name),
      meaning: paths.map(cleanLine).join(', '),
    })),
  ];
}

/** The names in the library that the command line names, or in the default one. */
async function namesInLibrary(
  environment: Environment,
  settings: EffectiveSettings,
  names: 'articles' | 'tags',
  { current, given, command }: TypedWords,
): Promise<readonly string[]> {
  const input = given.get('input')?.at(-1);
  const typed = {
    paths: given.get('from') ?? [],
    library: given.get('library')?.at(-1),
    input: INPUT_FORMATS.find((format) => format === input),
  };
  try {
    return await namesOf(environment, names, current, withLibrary(typed, settings, command !== 'notes'));
  } catch (error) {
    // There is no such library.
    if (error instanceof Failure) return [];
    throw error;
  }
}
