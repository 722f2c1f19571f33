import { nearestWord } from '../algorithms/nearest-word.ts';
import { cleanExcerpt, cleanLine } from '../unicode/clean.ts';
import type { Allowed, Problem, Source } from './problem.ts';
import {
  BUNDLED,
  type CommandLine,
  PROJECT_SETTINGS,
  SECTION_NAMES,
  SETTING_NAMES,
  type SectionName,
  type SettingName,
} from './table.ts';
import { type Entry, tomlEntries } from './toml-entries.ts';
import {
  commandOf,
  type KnownNames,
  namesFor,
  type SettingValue,
  settingValue,
  textOrTextsOf,
  wordsOf,
} from './values.ts';

/** A value with the place where it was found. */
export interface Placed<Value> {
  readonly value: Value;
  readonly source: Source;
}

/** The content of a file of settings. */
export interface ParsedConfig {
  readonly values: ReadonlyMap<SettingName, Placed<SettingValue>>;
  /** The paths of each library, as written. */
  readonly libraries: ReadonlyMap<string, Placed<readonly string[]>>;
  /** By library, the program that prints the token with which its server is asked. */
  readonly tokenCommands: ReadonlyMap<string, Placed<CommandLine>>;
  /** The keys of commands, as written. */
  readonly keys: ReadonlyMap<string, Placed<readonly string[]>>;
  readonly convert: ReadonlyMap<string, Placed<CommandLine>>;
  readonly synonyms: ReadonlyMap<string, Placed<readonly string[]>>;
  readonly problems: readonly Problem[];
}

/** What a file is, and which names it may use besides its own. */
export interface ConfigFile {
  readonly kind: 'file' | 'project';
  readonly file: string;
  readonly themes: readonly string[];
}

/** Characters of a value in a message. */
const LONGEST_VALUE = 40;

/**
 * Reads a file of settings. What is wrong in it is a problem, and does not count; all else does. Never throws.
 *
 * @param parse  the parser of TOML, which throws if a text is none
 */
export function parseConfig(
  source: string,
  file: ConfigFile,
  parse: Parameters<typeof tomlEntries>[1],
): ParsedConfig {
  return new ConfigReader(file).read(tomlEntries(source, parse));
}

/** Sorts the entries of a file by what they set. */
class ConfigReader {
  readonly #file: ConfigFile;
  readonly #values = new Map<SettingName, Placed<SettingValue>>();
  readonly #libraries = new Map<string, Placed<readonly string[]>>();
  readonly #tokenCommands = new Map<string, Placed<CommandLine>>();
  readonly #keys = new Map<string, Placed<readonly string[]>>();
  readonly #convert = new Map<string, Placed<CommandLine>>();
  readonly #synonyms = new Map<string, Placed<readonly string[]>>();
  readonly #problems: Problem[] = [];
  /** By its name, the line that has set a key. */
  readonly #lines = new Map<string, number>();

  constructor(file: ConfigFile) {
    this.#file = file;
  }

  read({ entries, errors }: ReturnType<typeof tomlEntries>): ParsedConfig {
    for (const { line, text } of errors)
      this.#problems.push({
        source: this.#source(line),
        kind: 'syntax',
        text: shortened(text),
        instead: quoted(text),
      });
    // A library may be named above the table that says where it is.
    for (const entry of entries) if (entry.path[0] === 'library') this.#take(entry);
    for (const entry of entries) if (entry.path[0] !== 'library') this.#take(entry);
    return {
      values: this.#values,
      libraries: this.#libraries,
      tokenCommands: this.#tokenCommands,
      keys: this.#keys,
      convert: this.#convert,
      synonyms: this.#synonyms,
      problems: this.#problems.toSorted((one, other) => lineOf(one) - lineOf(other)),
    };
  }

  #take(entry: Entry): void {
    const key = keyText(entry.path);
    const source = this.#source(entry.line);
    const whole = entry.path.join('\0');
    const before = this.#lines.get(whole);
    if (before !== undefined) {
      this.#problems.push({ source, kind: 'repeated', key, line: before });
      return;
    }
    this.#lines.set(whole, entry.line);
    const name = SETTING_NAMES.find((each) => each === entry.path.join('.'));
    if (name) this.#takeSetting(name, entry, source);
    else this.#takeOfSection(entry, key, source);
  }

  #takeSetting(name: SettingName, { value: written }: Entry, source: Source): void {
    if (this.#file.kind === 'project' && !PROJECT_SETTINGS.includes(name)) {
      this.#problems.push({ source, kind: 'notOfProject', key: name });
      return;
    }
    const known = this.#known;
    const value = settingValue(name, written, known);
    if (value !== undefined) this.#values.set(name, { value, source });
    else this.#problems.push({ source, ...wrongValue(name, written, known) });
  }

  #takeOfSection({ path, value }: Entry, key: string, source: Source): void {
    const section = SECTION_NAMES.find((each) => each === path[0]);
    // A header without anything below it.
    if (section && path.length === 1 && isEmptyTable(value)) return;
    const [, own] = path;
    const isOwn = path.length === (section === 'library' ? 3 : 2) && own !== undefined;
    if (!section || !isOwn || (section === 'library' && !isLibraryKey(path[2]))) {
      this.#problems.push({ source, kind: 'unknown', key, near: nearKey(path) });
      return;
    }
    if (this.#file.kind === 'project') this.#problems.push({ source, kind: 'notOfProject', key });
    else if (section === 'library' && own === BUNDLED) this.#problems.push({ source, kind: 'reserved', key });
    else if (path[2] === 'token_command' && put(this.#tokenCommands, own, commandOf(value), source)) return;
    else if (path[2] === 'token_command' || !this.#put(section, own, value, source))
      this.#problems.push({
        source,
        kind: 'value',
        key,
        value: shownValue(value),
        allowed: { kind: 'section', name: section },
      });
  }

  /** Takes the value of a key of the user's own; false if the section does not allow it. */
  #put(section: SectionName, key: string, value: unknown, source: Source): boolean {
    switch (section) {
      case 'library':
        return put(this.#libraries, key, nonEmpty(textOrTextsOf(value)), source);
      case 'keys':
        return put(this.#keys, key, textOrTextsOf(value), source);
      case 'convert':
        return put(this.#convert, key.toLowerCase().replace(/^\./, ''), commandOf(value), source);
      case 'synonyms':
        return put(this.#synonyms, key, wordsOf(value), source);
    }
  }

  get #known(): KnownNames {
    return { themes: this.#file.themes, libraries: [BUNDLED, ...this.#libraries.keys()] };
  }

  #source = (line: number): Source => ({ kind: this.#file.kind, file: this.#file.file, line });
}

/** The keys of a library. */
const isLibraryKey = (key: string | undefined): boolean => key === 'paths' || key === 'token_command';

function put<V>(map: Map<string, Placed<V>>, key: string, value: V | undefined, source: Source): boolean {
  if (value !== undefined) map.set(key, { value, source });
  return value !== undefined;
}

/** The problem of a value that a setting does not allow. */
export function wrongValue(name: SettingName, written: unknown, known: KnownNames) {
  const names = namesFor(name, known);
  const near = typeof written === 'string' ? nearestWord(written, names) : undefined;
  const allowed: Allowed = { kind: 'setting', name, names };
  return { kind: 'value', key: name, value: shownValue(written), allowed, near } as const;
}

/** A line whose value is a bare word, as TOML has it; undefined for any other line. */
function quoted(line: string): string | undefined {
  const [, key, word = ''] = /^([\w.-]{1,40}) *= *([\p{L}\d._/~-]{1,40})$/u.exec(line.trim()) ?? [];
  if (key === undefined) return undefined;
  const truth = /^(?:(yes|on|oui)|no|off|non)$/i.exec(word);
  return `${key} = ${truth ? truth[1] !== undefined : `"${word}"`}`;
}

/** A value as its writer knows it, shortened. */
const shownValue = (value: unknown): string =>
  shortened(typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value)));

function shortened(text: string): string {
  const line = cleanLine(text);
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE - 1).trimEnd()}…` : line;
}

/** The keys of an entry as in TOML, cleaned. */
const keyText = (path: readonly string[]): string =>
  cleanExcerpt(path.map((key) => (/^[\w-]+$/.test(key) ? key : `"${key}"`)).join('.'));

/** The key that a mistyped one was probably meant to be. */
function nearKey(path: readonly string[]): string | undefined {
  const [first = '', ...rest] = path;
  if (first === 'library' && rest.length > 1)
    return keyText([first, rest[0]!, nearestWord(rest[1]!, ['token_command']) ?? 'paths']);
  const key = path.join('.');
  // Such as `keys` for `keys.preset`.
  const longer = SETTING_NAMES.find((name) => name.startsWith(`${key}.`));
  const section = rest.length > 0 ? nearestWord(first, SECTION_NAMES) : undefined;
  return longer ?? nearestWord(key, SETTING_NAMES) ?? (section && keyText([section, ...rest]));
}

const nonEmpty = (texts: readonly string[] | undefined): readonly string[] | undefined =>
  texts && texts.length > 0 && texts.every((text) => text !== '') ? texts : undefined;

const isEmptyTable = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

const lineOf = ({ source }: Problem): number => ('line' in source ? source.line : 0);
