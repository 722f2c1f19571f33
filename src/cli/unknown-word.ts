import { existsSync } from 'node:fs';
import { editDistance } from '../algorithms/edit-distance.ts';
import { type Environment, Failure } from '../commands/environment.ts';
import { BUNDLED } from '../settings/table.ts';
import { cleanExcerpt } from '../unicode/clean.ts';
import { proposedLine } from '../unicode/shell-quote.ts';
import { fold } from '../unicode/slug.ts';
import type { Arguments } from './arguments.ts';
import { COMMAND_NAMES, type CommandName } from './command-table.ts';

/** A command or an option that a mistyped word may stand for. */
type Meant = Exclude<CommandName, 'complete'> | '--version';

/**
 * Explains that the first word of a command line is neither a command nor a file, with the command line that was probably
 * meant: `kiosque search prix` for `kiosque serch prix`, `kiosque show welcome` for `kiosque welcome`.
 *
 * @param argv  the command line as it was typed, without the program's name
 * @returns undefined if there is no such command line
 */
export async function unknownWord(
  environment: Environment,
  given: Arguments,
  argv: readonly string[],
): Promise<Failure | undefined> {
  const [word = '', ...others] = given.words;
  const { libraries } = environment.settings;
  if (word === BUNDLED || libraries.has(word)) {
    const instead = kiosque(argv.flatMap((each) => (each === word ? ['--library', each] : [each])));
    return new Failure(2, (messages) => messages.unknownPath(cleanExcerpt(word), instead));
  }
  const command = commandMeantBy(word);
  if (command) {
    const instead = insteadOf(argv, given.words, command);
    return new Failure(2, (messages) => messages.unknownCommand(cleanExcerpt(word), instead));
  }
  if (/[/\\.]/.test(word) || given.typed.from.length > 0 || others.some((other) => existsSync(other)))
    return undefined;
  const reading = await readingOf(environment, given.words.join(' '));
  if (!reading) return undefined;
  const instead = kiosque([reading, ...given.words]);
  return new Failure(2, (messages) => messages.unknownPath(cleanExcerpt(word), instead));
}

/** The command line with `command` in place of its first word. */
function insteadOf(argv: readonly string[], words: readonly string[], command: Meant): string {
  const [word, ...others] = words;
  const at = argv.indexOf(word!);
  const [before, after] = [argv.slice(0, at), argv.slice(at + 1)];
  switch (command) {
    case 'read':
      // An article is opened by the path of its file only.
      return kiosque([...before, ...(others.every((other) => existsSync(other)) ? [] : ['show']), ...after]);
    case 'list':
    case 'stats':
      return kiosque([
        ...before,
        command,
        ...after.flatMap((argument) => (others.includes(argument) ? ['--from', argument] : [argument])),
      ]);
    case 'search':
    case 'show':
    case 'save':
    case 'publish':
    case 'pull':
    case 'notes':
    case 'config':
    case 'completion':
    case 'help':
    case 'reset':
    case '--version':
      return kiosque([...before, command, ...after]);
  }
}

const kiosque = (words: readonly string[]): string => proposedLine(['kiosque', ...words]);

/** The command for words that name an article of the default library, or that several of them have in their titles. */
async function readingOf(environment: Environment, words: string): Promise<'show' | 'search' | undefined> {
  const [{ openCatalogue }, { resolveReference }] = await Promise.all([
    import('../commands/catalogue.ts'),
    import('../library/resolve-reference.ts'),
  ]);
  const { values, libraries } = environment.settings;
  const paths = libraries.get(values.default ?? BUNDLED) ?? [];
  const { articles } = await openCatalogue(environment, { paths, input: undefined });
  const { kind } = resolveReference(articles, words);
  return kind === 'none' ? undefined : kind === 'one' ? 'show' : 'search';
}

/** Words of other programs, and French verbs and nouns, for what the commands do; folded. */
const SYNONYMS: Readonly<Record<Meant, string>> = {
  read: 'read open less more lire lis lecture ouvrir ouvre',
  list: 'ls dir lister liste listes',
  search: 'find grep rg query chercher cherche rechercher recherche recherches trouver trouve',
  show: 'cat print view afficher affiche montrer montre voir imprimer',
  save: 'fetch download get wget curl telecharger enregistrer sauvegarder',
  pull: 'mirror sync clone offline telecharge emporter synchroniser',
  publish: 'deploy upload serve publier publie publication deployer',
  notes: 'highlights highlight annotations annotation surlignages surlignage',
  stats: 'statistics statistic stat statistiques statistique',
  config: 'settings setting preferences configuration configure reglages reglage preferences configurer',
  completion: 'completions completer autocomplete complement complements',
  help: 'man usage aide',
  reset: 'restore restaurer reinitialiser',
  '--version': 'version',
};

/** Fewest letters of a synonym in which a letter may be mistyped. */
const LONG = 6;

const isSynonym = (word: string, synonym: string): boolean =>
  word === synonym || (synonym.length >= LONG && editDistance(word, synonym) <= 1);

/** The command that a word was probably meant to be: `serch`, `lst`, `ls`. */
export function commandMeantBy(word: string): Meant | undefined {
  const lower = fold(word).slice(0, 20);
  if (lower.length < 2) return undefined;
  return (
    (Object.keys(SYNONYMS) as Meant[]).find((name) =>
      SYNONYMS[name].split(' ').some((synonym) => isSynonym(lower, synonym)),
    ) ??
    COMMAND_NAMES.find(
      (name): name is Exclude<CommandName, 'complete'> =>
        name !== 'read' &&
        name !== 'complete' &&
        (editDistance(lower, name) <= (name.length > 4 ? 2 : 1) || isAbbreviation(lower, name)),
    )
  );
}

/** True if `short` has the first letter of `word`, and its other letters come in the same order. */
function isAbbreviation(short: string, word: string): boolean {
  if (short[0] !== word[0]) return false;
  let at = 0;
  for (const letter of short) {
    const found = word.indexOf(letter, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}
