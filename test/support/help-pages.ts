import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from './relevance.ts';

/** The pages of a folder of help in Mallard (projectmallard.org); none where there is no such folder. */
export const helpPages = (folder: string): Document[] => pagesIn(folder, '.page', mallardPage);

/** Pages in HTML, those that have a title: what `title` takes from their source. */
export const htmlPages = (folder: string, title: RegExp): Document[] =>
  pagesIn(folder, '.html', (id, source) => htmlPage(id, source, title)).filter((page) => page.title !== '');

function pagesIn(
  folder: string,
  suffix: string,
  pageOf: (id: string, source: string) => Document,
): Document[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .sort()
    .map((name) => pageOf(name.slice(0, -suffix.length), readFileSync(join(folder, name), 'utf8')));
}

/** Numbers of chapters before a title are left out, and the table that leads to other pages. */
function htmlPage(id: string, source: string, title: RegExp): Document {
  const page = source.replace(/^.*?<body[^>]*>|<div class="nav(?:header|footer)">.*?<\/table>/gs, '');
  const found = title.exec(page);
  const blocks = page
    .slice(found ? found.index + found[0].length : 0)
    .split(/<\/?(?:p|h\d|li|dt|dd|div|pre|td|th|tr)\b[^>]*>/);
  const name = textOf(found?.[1] ?? '').replace(/^(?:\d+\.)+ /, '');
  return { id, title: name, tags: [], body: linesOf(blocks) };
}

function mallardPage(id: string, source: string): Document {
  const description = /<desc>(.*?)<\/desc>/s.exec(source)?.[1] ?? '';
  const page = source.replace(/<!--.*?-->|<info>.*?<\/info>/gs, '');
  const title = /<title[^>]*>(.*?)<\/title>/s.exec(page)?.[1] ?? '';
  const blocks = page
    .slice(page.indexOf('</title>') + 8)
    .split(/<\/?(?:p|title|item|section|td|cite)\b[^>]*>/);
  return { id, title: textOf(title), tags: [], body: linesOf([description, ...blocks]) };
}

const linesOf = (blocks: readonly string[]): string =>
  blocks
    .map(textOf)
    .filter((line) => line !== '')
    .join('\n\n');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#\d+;/g, ' ')
    .replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim();
