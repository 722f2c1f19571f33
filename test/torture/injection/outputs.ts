import { EventEmitter } from 'node:events';
import { endingFor } from '../../../src/cli/report.ts';
import type { Environment, Output } from '../../../src/commands/environment.ts';
import { list } from '../../../src/commands/list.ts';
import { search } from '../../../src/commands/search.ts';
import { show } from '../../../src/commands/show.ts';
import { FIELDS, RESULT_FIELDS } from '../../../src/library/fields.ts';
import { NO_SETTINGS } from '../../../src/settings/effective.ts';
import { NEEDLE } from './surroundings.ts';

/** What a command printed. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/** A command in one of the forms of its output, run in this process on the article at a path. */
export interface OutputForm {
  readonly name: string;
  readonly kind: 'terminal' | 'pipe' | 'json';
  readonly run: (environment: Environment, path: string) => Promise<unknown>;
}

const LISTED = {
  input: undefined,
  tags: [],
  is: [],
  order: 'date',
  reverse: false,
  limit: undefined,
  template: undefined,
  fields: undefined,
  endsWithNull: false,
} as const;
const FOUND = {
  input: undefined,
  tags: [],
  is: [],
  words: NEEDLE,
  limit: 20,
  all: false,
  template: undefined,
  fields: undefined,
  endsWithNull: false,
} as const;
const SHOWN = { input: undefined, paths: [], width: undefined, section: undefined } as const;

const form = (name: string, kind: OutputForm['kind'], run: OutputForm['run']): OutputForm => ({
  name,
  kind,
  run,
});
const shown = (format: 'ansi' | 'text' | 'markdown' | 'html' | 'json'): OutputForm['run'] => {
  return (environment, reference) => show(environment, { ...SHOWN, words: [reference], format });
};

/** A template of all fields. */
const templateOf = (fields: readonly string[]): string => fields.map((field) => `{${field}}`).join(' ');

export const FORMS: readonly OutputForm[] = [
  form('list', 'terminal', (environment, path) =>
    list(environment, { ...LISTED, paths: [path], json: false }),
  ),
  form('list in a pipe', 'pipe', (environment, path) =>
    list(environment, { ...LISTED, paths: [path], json: false }),
  ),
  form('list --json', 'json', (environment, path) =>
    list(environment, { ...LISTED, paths: [path], json: true }),
  ),
  form('list --fields', 'pipe', (environment, path) =>
    list(environment, { ...LISTED, paths: [path], json: false, fields: FIELDS.join(',') }),
  ),
  form('list --format', 'terminal', (environment, path) =>
    list(environment, { ...LISTED, paths: [path], json: false, template: templateOf(FIELDS) }),
  ),
  form('search', 'terminal', (environment, path) =>
    search(environment, { ...FOUND, paths: [path], json: false }),
  ),
  form('search in a pipe', 'pipe', (environment, path) =>
    search(environment, { ...FOUND, paths: [path], json: false }),
  ),
  form('search --fields', 'pipe', (environment, path) =>
    search(environment, { ...FOUND, paths: [path], json: false, fields: RESULT_FIELDS.join(',') }),
  ),
  form('search --format', 'terminal', (environment, path) =>
    search(environment, { ...FOUND, paths: [path], json: false, template: templateOf(RESULT_FIELDS) }),
  ),
  form('search --json', 'json', (environment, path) =>
    search(environment, { ...FOUND, paths: [path], json: true }),
  ),
  form('show', 'terminal', shown('ansi')),
  form('show --format text', 'terminal', shown('text')),
  form('show --format markdown', 'terminal', shown('markdown')),
  form('show --format html', 'terminal', shown('html')),
  form('show --format json', 'json', shown('json')),
];

/** How a slow command begins and ends the line that tells how far it is. */
const ERASURE = '\r\x1b[K';

/** Runs a command as the program does, its errors included. */
export async function print({ kind, run }: OutputForm, path: string): Promise<Printed> {
  let [out, err] = ['', ''];
  const isTTY = kind !== 'pipe';
  const stdout = output(isTTY, (text) => {
    out += text;
  });
  const stderr = output(isTTY, (text) => {
    err += text;
  });
  const environment: Environment = {
    stdin: process.stdin,
    stdout,
    stderr,
    env: {},
    cwd: '/',
    now: Date.now,
    language: 'en',
    colorDepth: isTTY ? 8 : 0,
    settings: NO_SETTINGS,
    reloadSettings: async () => ({ settings: NO_SETTINGS, language: 'en' }),
    settingsFile: '/nonexistent/config.toml',
    storage: { state: undefined, data: '/nonexistent', cache: undefined, readOnly: true },
    catalogue: '/nonexistent',
    version: '0',
    build: 'torture',
    process: Object.assign(new EventEmitter(), {
      pid: 1,
      platform: process.platform,
      kill: () => true,
    }) as never,
  };
  try {
    await run(environment, path);
  } catch (error) {
    err += endingFor(error, 'en', {}).text;
  }
  return { stdout: out, stderr: err.replaceAll(ERASURE, '') };
}

const output = (isTTY: boolean, append: (text: string) => void): Output => ({
  isTTY,
  columns: 80,
  write(text, done) {
    append(String(text));
    done?.();
    return true;
  },
});
