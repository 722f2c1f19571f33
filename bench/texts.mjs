// The texts that the benchmark opens, written to `.bench`.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** The longest bundled article. */
export const LONG = 'articles/du-premier-mois-a-la-premiere-annee.md';

mkdirSync('.bench', { recursive: true });

/** A long article, repeated to a length of `size` UTF-16 units. */
export function markdown(size) {
  const text = readFileSync(LONG, 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
  return text.repeat(Math.ceil(size / text.length)).slice(0, size);
}

/** A file of `size` units, and its path. */
export function file(size) {
  const path = `.bench/${size}.md`;
  writeFileSync(path, `Premier mot.\n\n${markdown(size)}`);
  return path;
}

/** A file of `size` units of the same text without markup, and its path. */
export function prose(size) {
  const text = markdown(100_000).replace(/[^\p{L}\p{N}\s.,’]/gu, '');
  const path = `.bench/prose-${size}.md`;
  writeFileSync(path, text.repeat(Math.ceil(size / text.length)).slice(0, size));
  return path;
}

/** The READMEs of installed packages as one file of `size` units, and its path. */
export function readmes(size) {
  let text = '';
  for (const name of readdirSync('node_modules').sort()) {
    const readme = `node_modules/${name}/README.md`;
    if (text.length >= size) break;
    if (existsSync(readme)) text += `${readFileSync(readme, 'utf8')}\n\n`;
  }
  const path = '.bench/readmes.md';
  writeFileSync(path, text.slice(0, size));
  return path;
}
