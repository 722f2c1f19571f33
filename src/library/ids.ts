import { basename, dirname, extname } from 'node:path';
import { slugOf } from '../unicode/slug.ts';
import type { Article } from './article.ts';
import { isArticleName, namePartsOf } from './file-name.ts';

/** The id an article would have if it were alone: its slug, or its file's name without date and suffix. */
export function ownId(path: string, slug?: string): string {
  const { stem, lang = '' } = namePartsOf(path);
  return slug ?? (slugOf(`${stem} ${lang}`) || `article-${hash(basename(path).normalize('NFC'))}`);
}

/**
 * Gives each article an id of its own. Where several would have the same, each has its folder's name before it, then
 * the folder's above, and so on; two files of one folder and name are told apart by their suffix, and, should all that
 * fail, by a hash of the path. An id depends on the set of articles, never on their order.
 */
export function withIds(articles: readonly Article[]): Article[] {
  const own = articles.map((article) => ownId(article.path, article.slug));
  const ids = new Map<string, number[]>();
  for (const [index, id] of own.entries()) push(ids, id, index);
  const result = [...articles];
  const taken = new Set<string>();
  const clashing: number[][] = [];
  for (const [id, members] of ids) {
    if (members.length > 1) clashing.push(members);
    else {
      taken.add(id);
      result[members[0]!] = named(articles[members[0]!]!, id);
    }
  }
  for (const members of clashing) {
    const paths = members.map((index) => articles[index]!.path);
    const apart = tellApart(paths, own[members[0]!]!);
    members.forEach((index, i) => {
      const id = taken.has(apart[i]!) ? `${apart[i]}-${hash(paths[i]!)}` : apart[i]!;
      result[index] = named(articles[index]!, id);
    });
    for (const index of members) taken.add(result[index]!.id);
  }
  return result;
}

const named = (article: Article, id: string): Article => (article.id === id ? article : { ...article, id });

function push(groups: Map<string, number[]>, key: string, index: number): void {
  const group = groups.get(key);
  if (group) group.push(index);
  else groups.set(key, [index]);
}

/** Folder names put before an id at most; deeper likeness falls to the hash. */
const MOST_FOLDERS = 4;

function tellApart(paths: readonly string[], id: string): string[] {
  const candidates: ((path: string) => string)[] = [];
  for (let depth = 1; depth <= MOST_FOLDERS; depth++) candidates.push((path) => withFolders(path, id, depth));
  candidates.push((path) => [withFolders(path, id, 1), suffixOf(path)].filter(Boolean).join('-'));
  for (const candidate of candidates) {
    const ids = paths.map(candidate);
    if (new Set(ids).size === ids.length) return ids;
  }
  return paths.map((path) => `${withFolders(path, id, 1)}-${hash(path)}`);
}

function withFolders(path: string, id: string, depth: number): string {
  const parts = [id];
  let folder = dirname(path);
  for (let i = 0; i < depth && folder !== dirname(folder); i++, folder = dirname(folder)) {
    const name = slugOf(basename(folder).normalize('NFC'));
    if (name !== '') parts.unshift(name);
  }
  return parts.join('-');
}

const suffixOf = (path: string): string => (isArticleName(path) ? slugOf(extname(path)) : '');

/** Eight hexadecimal digits of `text` (FNV-1a, 32 bits). */
export function hash(text: string): string {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return (state >>> 0).toString(16).padStart(8, '0');
}
