import type { Language } from '../../messages/locale.ts';
import { COMMANDS, type CommandName, VISIBLE_COMMANDS } from '../command-table.ts';
import { TOPIC_NAMES, TOPICS } from '../help/topics.ts';
import type { Option } from '../option.ts';
import { OPTION_NAMES, OPTIONS, type OptionName, typedName } from '../option-table.ts';
import { type TypedWords, takesValue } from './typed-words.ts';

/** A word that may stand where one is being typed, and what it means. */
export interface Candidate {
  readonly word: string;
  readonly meaning: string;
}

/** The completions of a word that is being typed. */
export interface Candidates {
  readonly fixed: readonly Candidate[];
  /** The names of what else may. */
  readonly names: 'articles' | 'tags' | 'libraries' | 'themes' | undefined;
  /** True if it may be a path. */
  readonly paths: boolean;
}

/** All commands, options and values that the tables allow here. The caller keeps those that begin like the word. */
export function candidatesFor(typed: TypedWords, language: Language): Candidates {
  if (typed.option !== undefined) return valuesOf(OPTIONS[typed.option], typed.command, language);
  if (!typed.onlyOperands && typed.current.startsWith('-')) return onlyFixed(optionsFor(typed, language));
  return wordsFor(typed, language);
}

const onlyFixed = (fixed: readonly Candidate[]): Candidates => ({ fixed, names: undefined, paths: false });

function valuesOf(option: Option, command: CommandName, language: Language): Candidates {
  switch (option.type) {
    case 'choice':
    case 'choices':
      return onlyFixed(
        option.choices.map((word) => ({ word, meaning: option.glosses?.[word]?.[language] ?? '' })),
      );
    case 'text':
    case 'list':
      return {
        fixed: (option.parts?.[command] ?? []).map((word) => ({ word, meaning: '' })),
        names: option.names === 'paths' ? undefined : option.names,
        paths: option.names === 'paths',
      };
    case 'switch':
    case 'number':
      return onlyFixed([]);
  }
}

/** The options of the command that may come now: those given already only if they add up. */
const optionsFor = ({ command, given }: TypedWords, language: Language): readonly Candidate[] =>
  OPTION_NAMES.filter((name) => {
    const { commands, pagerForm, type } = OPTIONS[name];
    const isRepeatable = type === 'list' || type === 'choices';
    return (commands?.includes(command) ?? true) && !pagerForm && (isRepeatable || !given.has(name));
  }).flatMap((name) => spellings(name).map((word) => ({ word, meaning: OPTIONS[name].help[language] })));

/** `--justify` and `--no-justify`, as the help shows them. */
function spellings(name: OptionName): readonly string[] {
  const option = OPTIONS[name];
  const form = takesValue(name) ? undefined : option.type === 'switch' ? option.form : undefined;
  if (form === '--no-name') return [`--no-${name}`];
  return form === '--[no-]name' ? [`--${name}`, `--no-${name}`] : [`--${typedName(name)}`];
}

function wordsFor({ command, isFirst, current }: TypedWords, language: Language): Candidates {
  if (isFirst) return { fixed: commandCandidates(language), names: undefined, paths: true };
  const { words } = COMMANDS[command];
  if (words === undefined) return onlyFixed([]);
  if (typeof words === 'object') return onlyFixed(words.map((word) => ({ word, meaning: '' })));
  switch (words) {
    case 'paths':
      return { fixed: [], names: undefined, paths: true };
    case 'articles':
      return { fixed: [], names: current.includes('/') ? undefined : 'articles', paths: true };
    case 'topics':
      return onlyFixed([
        ...TOPIC_NAMES.map((word) => ({ word, meaning: TOPICS[word][language] })),
        ...commandCandidates(language).filter(({ word }) => !(word in TOPICS)),
      ]);
  }
}

const commandCandidates = (language: Language): readonly Candidate[] =>
  VISIBLE_COMMANDS.filter((name): name is Exclude<CommandName, 'read'> => name !== 'read').map((word) => ({
    word,
    meaning: COMMANDS[word].help[language],
  }));
