import { nearestWord } from '../algorithms/nearest-word.ts';
import { type Keymap, OWN_KEYS } from '../settings/keymap.ts';
import type { Placed } from '../settings/parse-config.ts';
import type { Problem, Source } from '../settings/problem.ts';
import type { SettingValues } from '../settings/table.ts';
import { type Command, commands } from '../state/command-table.ts';
import { isTextBox } from '../state/selectors.ts';
import type { Context } from '../state/state.ts';
import { cleanExcerpt } from '../unicode/clean.ts';
import { isTyped, keyNamed } from './key-names.ts';
import { PRESETS } from './presets.ts';

/** Keys that commands keep, so that no context has no way out. */
const KEPT: Partial<Record<Command, string>> = { quit: 'ctrl-c', cancel: 'escape' };

const COMMANDS = Object.keys(commands) as Command[];

/** The keys of a command in a context, and who has given them to it. */
interface Claim {
  readonly command: Command;
  readonly context: Context;
  readonly sequences: readonly string[];
  /** Where the user has bound the command. */
  readonly source?: Source | undefined;
  /** True for keys that no command may take from it. */
  readonly isKept?: true;
}

/**
 * The keys of all commands whose keys are not those of the table.
 *
 * @param bound  the keys of `[keys]` by command, as written; they replace those that a command has
 */
export function keymapOf(
  preset: NonNullable<SettingValues['keys.preset']>,
  bound: ReadonlyMap<string, Placed<readonly string[]>>,
): { readonly keymap: Keymap; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const own = new Map<Command, Placed<readonly string[]>>();
  for (const [name, { value, source }] of bound) {
    const command = COMMANDS.find((each) => each === name);
    if (command) own.set(command, { value: sequencesOf(name, value, source, problems), source });
    else
      problems.push({
        source,
        kind: 'noCommand',
        key: cleanExcerpt(name),
        near: nearestWord(name, [...COMMANDS, 'preset']),
      });
  }
  const given = new Map<Command, readonly string[]>(
    (Object.entries(PRESETS[preset]) as [Command, readonly string[]][]).filter(([name]) => !own.has(name)),
  );
  const isBound = (command: Command): boolean => own.has(command) || given.has(command);
  const claims = [
    ...keptClaims(),
    ...[...own].flatMap(([command, { value, source }]) => boundClaims(command, value, isBound, source)),
    ...[...given].flatMap(([command, keys]) => boundClaims(command, keys, isBound)),
    ...COMMANDS.filter((name) => !isBound(name)).flatMap(ownClaims),
  ];
  const keymap = new KeyTable(problems).settle(claims);
  problems.sort((one, other) => lineOf(one) - lineOf(other));
  return { keymap: keymap.size === 0 ? OWN_KEYS : keymap, problems };
}

/** The sequences that are meant by the keys of a command, each key by its name; what is no key is a problem. */
function sequencesOf(
  command: string,
  written: readonly string[],
  source: Source,
  problems: Problem[],
): readonly string[] {
  return written.flatMap((text) => {
    const value = cleanExcerpt(text);
    const keys = text.trim().split(/\s+/).map(keyNamed);
    const names = keys.flatMap((key) => (key.kind === 'key' ? [key.name] : []));
    const same = keys.find((key) => key.kind === 'same');
    if (names.length < keys.length || text.trim() === '')
      problems.push({ source, kind: 'noKey', key: command, value, sentAs: same?.as });
    else if (/^\d$/.test(names[0]!)) problems.push({ source, kind: 'typedKey', key: command, value });
    else return [names.join(' ')];
    return [];
  });
}

const contextsOf = (command: Command) =>
  Object.entries(commands[command].keys) as [Context, readonly string[]][];

/** The keys that commands keep. */
const keptClaims = (): Claim[] =>
  (Object.entries(KEPT) as [Command, string][]).flatMap(([command, key]) =>
    contextsOf(command)
      .filter(([, keys]) => keys.includes(key))
      .map(([context]) => ({ command, context, sequences: [key], isKept: true })),
  );

/** A command's own keys. */
const ownClaims = (command: Command): Claim[] =>
  contextsOf(command).map(([context, sequences]) => ({ command, context, sequences }));

/**
 * What a command that is bound claims in each of its contexts: in a text box only what types no text and edits none; its own keys
 * if nothing is left.
 */
function boundClaims(
  command: Command,
  sequences: readonly string[],
  isBound: (command: Command) => boolean,
  source?: Source,
): Claim[] {
  return contextsOf(command).map(([context, keys]) => {
    const usable = isTextBox(context)
      ? sequences.filter((each) => !isTyped(each.split(' ')[0]!) && !isUsed(each, context, command, isBound))
      : sequences;
    return usable.length === 0 && sequences.length > 0
      ? { command, context, sequences: keys }
      : { command, context, sequences: usable, source };
  });
}

/** True if another command that is not bound has a key in a context. */
const isUsed = (
  key: string,
  context: Context,
  command: Command,
  isBound: (command: Command) => boolean,
): boolean =>
  COMMANDS.some(
    (other) => other !== command && !isBound(other) && commands[other].keys[context]?.includes(key),
  );

const lineOf = ({ source }: Problem): number => ('line' in source ? source.line : 0);

/** Gives each sequence of keys to the first command that claims it. */
class KeyTable {
  readonly #problems: Problem[];
  /** By context and sequence, who has it. */
  readonly #owners = new Map<string, Claim>();
  /** By context and beginning of a longer sequence, who has that. */
  readonly #beginnings = new Map<string, Claim>();

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  settle(claims: readonly Claim[]): Keymap {
    const keymap = new Map<string, Record<string, readonly string[]>>();
    for (const claim of claims) {
      const { command, context, sequences } = claim;
      const won = sequences.filter((sequence) => this.#take(sequence, claim));
      if (won.length === 0 && sequences.length > 0) this.#reportKeyless(claim);
      const keys = keymap.get(command) ?? {};
      // A kept key comes last, unless the command is bound to it.
      const all = [...new Set([...won, ...(keys[context] ?? [])])];
      keymap.set(command, { ...keys, [context]: all });
    }
    const own = (command: string, keys: Readonly<Record<string, readonly string[]>>): boolean =>
      JSON.stringify(commands[command as Command].keys) === JSON.stringify(keys);
    return new Map([...keymap].filter(([command, keys]) => !own(command, keys)));
  }

  /** False if another command has the sequence, or a beginning of it, or one that it is the beginning of. */
  #take(sequence: string, claim: Claim): boolean {
    const keys = sequence.split(' ');
    const beginnings = keys.slice(1).map((_, index) => keys.slice(0, index + 1).join(' '));
    const at = (each: string): string => `${claim.context} ${each}`;
    const other =
      this.#beginnings.get(at(sequence)) ??
      [sequence, ...beginnings].map((each) => this.#owners.get(at(each))).find(Boolean);
    if (other?.isKept && other.command === claim.command && other.sequences.includes(sequence)) return true;
    if (other) {
      this.#reportClash(sequence, claim, other);
      return false;
    }
    this.#owners.set(at(sequence), claim);
    for (const each of beginnings) this.#beginnings.set(at(each), claim);
    return true;
  }

  /** A command that the user has bound to a key of another such command, or to a kept key; once for all contexts. */
  #reportClash(value: string, { command, source }: Claim, other: Claim): void {
    if (!source || !(other.source || other.isKept)) return;
    const isKnown = this.#problems.some(
      (each) => each.kind === 'clash' && each.key === command && each.value === value,
    );
    if (!isKnown) this.#problems.push({ source, kind: 'clash', key: command, value, other: other.command });
  }

  /** A command that has no key left in a context because the user has given it to another. */
  #reportKeyless({ command, context, sequences, source: own }: Claim): void {
    // If it is bound, too, it is a clash.
    if (own) return;
    for (const value of sequences) {
      const winner = this.#owners.get(`${context} ${value}`) ?? this.#beginnings.get(`${context} ${value}`);
      if (!winner?.source) continue;
      const { source, command: key } = winner;
      const isKnown = this.#problems.some((each) => each.kind === 'keyless' && each.other === command);
      if (!isKnown) this.#problems.push({ source, kind: 'keyless', key, value, other: command });
      return;
    }
  }
}
