import { nearestWord } from '../algorithms/nearest-word.ts';
import { contrast } from '../style/contrast.ts';
import { type Look, lookOf, type RoleColors } from '../style/look.ts';
import { ROLE_KEYS } from '../style/roles.ts';
import { cleanExcerpt, cleanLine } from '../unicode/clean.ts';
import type { Problem, Source } from './problem.ts';
import { type Entry, tomlEntries } from './toml-entries.ts';

/** A theme of the user's, and what is wrong in its file; `advice` is what counts all the same. */
export interface ParsedTheme {
  readonly look: Look;
  readonly problems: readonly Problem[];
  readonly advice: readonly Problem[];
}

/** The keys above the table `[colors]`. */
export const THEME_KEYS = ['base', 'text', 'background'] as const;

/** The colors of text and background where a theme has none. */
const GROUNDS = { dark: ['#d0d0d0', '#121212'], light: ['#262626', '#ffffff'] } as const;

/** Ratio of contrast from which text is easy to read (WCAG 2.2, level AA). */
const LEAST_CONTRAST = 4.5;

/**
 * Reads the file of a theme: `base` ("dark" or "light"), `text` and `background`, and in `[colors]` colors by role. What it leaves
 * out is as in its base. Never throws.
 *
 * @param parse  the parser of TOML, which throws if a text is none
 */
export function parseTheme(
  source: string,
  name: string,
  file: string,
  parse: Parameters<typeof tomlEntries>[1],
): ParsedTheme {
  const problems: Problem[] = [];
  const { entries, errors } = tomlEntries(source, parse);
  const at = (line: number): Source => ({ kind: 'file', file, line });
  for (const { line, text } of errors)
    problems.push({ source: at(line), kind: 'syntax', text: cleanLine(text).slice(0, 40) });
  let base: 'dark' | 'light' = 'dark';
  const ground: { text?: string; background?: string } = {};
  const colors: Record<string, string> = {};
  const lines = new Map<string, number>();
  for (const { path, value, line } of entries) {
    const key = cleanExcerpt(path.join('.'));
    const found = keyOf(path);
    if (!found) problems.push({ source: at(line), kind: 'noRole', key, near: nearRole(path) });
    else if (found === 'base') {
      if (value === 'dark' || value === 'light') base = value;
      else problems.push({ source: at(line), kind: 'notABase', value: shown(value) });
    } else if (typeof value !== 'string' || !/^#[\da-f]{6}$/i.test(value))
      problems.push({ source: at(line), kind: 'notAColor', key, value: shown(value) });
    else {
      lines.set(found, line);
      if (found === 'text' || found === 'background') ground[found] = value.toLowerCase();
      else colors[found] = value.toLowerCase();
    }
  }
  const [text, background] = GROUNDS[base];
  const look = lookOf(
    name,
    base,
    [ground.text ?? text, ground.background ?? background],
    colors as RoleColors,
  );
  return { look, problems, advice: adviceOn(look, (role) => at(lines.get(role) ?? 0)) };
}

/** The key or the role that a path names; undefined if there is none. */
function keyOf([first = '', second, ...rest]: Entry['path']): string | undefined {
  if (second === undefined) return THEME_KEYS.find((key) => key === first);
  return first === 'colors' && rest.length === 0 ? ROLE_KEYS.get(second) : undefined;
}

function nearRole(path: Entry['path']): string | undefined {
  const last = path.at(-1) ?? '';
  const key = nearestWord(last, path.length > 1 ? [...ROLE_KEYS.keys()] : THEME_KEYS);
  if (key !== undefined) return path.length > 1 ? `colors.${key}` : key;
  return path.length === 1 && ROLE_KEYS.has(last) ? `colors.${last}` : undefined;
}

const shown = (value: unknown): string =>
  cleanLine(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 40);

/** The roles whose text is hard to read. The lines of tables and panes are no text. */
function adviceOn({ palette, ground }: Look, at: (role: string) => Source): Problem[] {
  const [text, background] = [ground?.text[0] ?? '', ground?.background[0] ?? ''];
  const pairs: [role: string, text: string, background: string][] = [['text', text, background]];
  for (const [role, { fg, bg }] of Object.entries(palette))
    if (role !== 'rule' && fg) pairs.push([role, fg[0], bg?.[0] ?? background]);
  return pairs
    .map(([role, one, other]) => ({ role, ratio: contrast(one, other) }))
    .filter(({ ratio }) => ratio < LEAST_CONTRAST)
    .map(({ role, ratio }) => ({ source: at(role), kind: 'contrast', key: role.replace('.', '-'), ratio }));
}
