import type { PageMetadata } from '../page-metadata.ts';
import type { OrgContext } from './org-context.ts';
import { KEYWORD } from './org-patterns.ts';

/** The values of the keywords before the first headline. */
export interface OrgSettings extends OrgContext {
  readonly metadata: PageMetadata;
}

/** UTF-16 units in which keywords are looked for. */
const SAMPLE = 65_536;
const MOST_MACROS = 200;
/** The states that Org gives headlines unless the text names others: words of the format, not notes about this code. */
const DEFAULT_STATES = ['TODO', 'DONE'];

/** Reads the keywords before the first headline. */
export function settingsOf(source: string): OrgSettings {
  const fields = new Map<string, string>();
  const macros = new Map<string, string>();
  const states = new Set(DEFAULT_STATES);
  for (const line of source.slice(0, SAMPLE).split('\n')) {
    if (/^\*+[ \t]/.test(line)) break;
    const [, written = '', text = ''] = KEYWORD.exec(line) ?? [];
    const [name, value] = [written.toLowerCase(), text.trim()];
    if (value === '') continue;
    if (name === 'macro') addMacro(macros, value);
    else if (name === 'todo' || name === 'seq_todo' || name === 'typ_todo') addStates(states, value);
    else if (name !== '')
      fields.set(
        name,
        fields.has(name) ? `${fields.get(name)}${name === 'author' ? ',' : ''} ${value}` : value,
      );
  }
  for (const name of ['title', 'author', 'date', 'email']) {
    const value = fields.get(name);
    if (value !== undefined && !macros.has(name)) macros.set(name, value);
  }
  return { metadata: metadataIn(fields), macros, states };
}

function addMacro(macros: Map<string, string>, value: string): void {
  const [, name = '', text = ''] = /^(\S+)\s+(.*)$/.exec(value) ?? [];
  if (name !== '' && macros.size < MOST_MACROS) macros.set(name.toLowerCase(), text);
}

function addStates(states: Set<string>, value: string): void {
  for (const word of value.split(/[\s|]+/)) {
    const state = word.replace(/\([^()]*\)$/, '');
    if (/^\S{1,40}$/.test(state)) states.add(state);
  }
}

function metadataIn(fields: ReadonlyMap<string, string>): PageMetadata {
  const first = (...names: string[]): string | undefined =>
    names.map((name) => fields.get(name)).find(Boolean);
  const tags = (first('filetags', 'hugo_tags', 'tags[]') ?? '').split(/[:\s]+/).filter(Boolean);
  const keywords = (first('keywords') ?? '').split(/,\s*/).filter(Boolean);
  const metadata = {
    title: first('title'),
    author: first('author'),
    date: first('date'),
    modified: first('lastmod'),
    lang: first('language'),
    summary: first('description'),
    tags: tags.length > 0 ? tags : keywords,
  };
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined));
}
