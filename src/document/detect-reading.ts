import { languageOfCode } from './code-language.ts';
import { detectKind } from './detect-format.ts';
import type { TextKind } from './format-signs.ts';
import { type Reading, readingOfName, TABLE_SUFFIX, type TextInput } from './formats.ts';
import { isTerminalOutput } from './terminal/terminal-signs.ts';

/** The reading of each kind of text. */
const READINGS: Readonly<Record<TextKind, Reading>> = {
  markdown: { format: 'markdown' },
  html: { format: 'html' },
  page: { format: 'html' },
  org: { format: 'org' },
  prose: { format: 'text' },
  mail: { format: 'text' },
  lines: { format: 'text', keepLines: true },
  csv: { format: 'table' },
  tsv: { format: 'table' },
  json: { format: 'code', language: 'json' },
  yaml: { format: 'code', language: 'yaml' },
  toml: { format: 'code', language: 'toml' },
  ini: { format: 'code', language: 'ini' },
  diff: { format: 'code', language: 'diff' },
  shell: { format: 'code', language: 'bash' },
  log: { format: 'code' },
  history: { format: 'code' },
  listing: { format: 'code' },
  traceback: { format: 'code' },
  roff: { format: 'code' },
  manual: { format: 'terminal' },
  code: { format: 'code' },
};

/** UTF-16 units of a text that are searched for the styles of a terminal: colors may come late. */
const TERMINAL_SAMPLE = 65_536;

/** The reading of a text of which the name says nothing. */
function readingOfText(text: string): Reading {
  if (isTerminalOutput(text.slice(0, TERMINAL_SAMPLE))) return READINGS.manual;
  const kind = detectKind(text);
  const reading = READINGS[kind];
  const language = kind === 'code' ? languageOfCode(text) : undefined;
  return language ? { ...reading, language } : reading;
}

/**
 * The reading of an article's body, from its file's name and its text.
 *
 * @param input  the format that the user asked for, if any
 */
export function readingOf(path: string, body: string, input?: TextInput): Reading {
  if (input !== undefined && input !== 'text' && input !== 'code') return { format: input };
  const named = readingOfName(path);
  const known = named && (input ?? named.format) === named.format ? named : undefined;
  if (known && (known.language || known.format !== 'code')) return known;
  const detected = readingOfText(body);
  if (detected.format === 'terminal' && input !== 'code') return detected;
  if (known) return known;
  if (input === 'code') return detected.format === 'code' ? detected : { format: 'code' };
  if (input === 'text') return { format: 'text', ...(keepsLines(detected) && { keepLines: true }) };
  return TABLE_SUFFIX.test(path) && detected.format !== 'table' ? { format: 'code' } : detected;
}

/** Whether the lines of a text that is read in this way are never joined. */
const keepsLines = ({ format, keepLines = false }: Reading): boolean =>
  keepLines || format === 'code' || format === 'table';
