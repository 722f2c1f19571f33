import { basename, dirname, extname } from 'node:path';
import { slugOf } from '../unicode/slug.ts';
import type { Article } from './article.ts';
import { isArticleName, namePartsOf } from './file-name.ts';

/** The id of an article without other articles: its slug, or its file's name without date and suffix. */
export function ownId(path: string, slug?: string): string {
  const { stem, lang = '' } = namePartsOf(path);
  return slug ?? (slugOf(`${stem} ${lang}`) || `article-${hash(basename(path).normalize('NFC'))}`);
}

/**
 * Gives each article a unique id. Articles with the same id get their folder's name before it, then that of the folder
 * above, and so on. Files of one name in one folder are distinguished by their suffixes, and, if all that fails, articles
 * by a hash of their paths. Ids depend on the set of articles, not on its order.
 */
export function withIds(articles: readonly Article[]): Article[] {
  const ids = articles.map(({ id, path, slug }) => {
    const own = ownId(path, slug);
    // Nearly always the same text: a second string for each of a million articles would take 50 MB.
    return own === id ? id : own;
  });
  const firsts = new Map<string, number>();
  const groups = new Map<string, number[]>();
  for (const [index, id] of ids.entries()) {
    const first = firsts.get(id);
    const group = groups.get(id);
    if (first === undefined) firsts.set(id, index);
    else if (group) group.push(index);
    else groups.set(id, [first, index]);
  }
  const given = new Set<string>();
  const isTaken = (id: string): boolean => given.has(id) || (firsts.has(id) && !groups.has(id));
  for (const [own, members] of [...groups].sort(([, [a]], [, [b]]) => a! - b!)) {
    const paths = members.map((index) => articles[index]!.path);
    const distinct = distinctIds(paths, own);
    const free = distinct.map((id, i) => (isTaken(id) ? `${id}-${hash(paths[i]!)}` : id));
    for (const [i, index] of members.entries()) ids[index] = free[i]!;
    for (const id of free) given.add(id);
  }
  return articles.map((article, i) => (article.id === ids[i] ? article : { ...article, id: ids[i]! }));
}

/** Folder names before an id; if more would be needed, the hash is used. */
const MAX_FOLDERS = 4;

function distinctIds(paths: readonly string[], id: string): string[] {
  const candidates = [
    ...Array.from({ length: MAX_FOLDERS }, (_, i) => (path: string) => withFolders(path, id, i + 1)),
    (path: string) => [withFolders(path, id, 1), suffixOf(path)].filter(Boolean).join('-'),
  ];
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

/** FNV-1a hash of `text`, 32 bits, as eight hexadecimal digits. */
export function hash(text: string): string {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return (state >>> 0).toString(16).padStart(8, '0');
}
