import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from './relevance.ts';

/** The pages in a folder of Mallard help (projectmallard.org), or an empty list if the folder does not exist. */
export const helpPages = (folder: string): Document[] => pagesIn(folder, '.page', mallardPage);

/** The HTML pages in a folder that have a title, which is the first group of `title` in their source. */
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

/** Reads an HTML page without navigation tables and without the chapter number in its title. */
function htmlPage(id: string, source: string, title: RegExp): Document {
  const page = source.replace(/^.*?<body[^>]*>|<div class="nav(?:header|footer)">.*?<\/table>/gs, '');
  const found = title.exec(page);
  const blocks = page
    .slice(found ? found.index + found[0].length : 0)
    .split(/(?=<\/?(?:p|h\d|li|dt|dd|div|pre|td|th|tr)\b[^>]*>)/);
  const name = textOf(found?.[1] ?? '').replace(/^(?:\d+\.)+ /, '');
  return { id, title: name, tags: [], ...textWithHeadings(blocks, /^<h\d/) };
}

function mallardPage(id: string, source: string): Document {
  const description = /<desc>(.*?)<\/desc>/s.exec(source)?.[1] ?? '';
  const page = source.replace(/<!--.*?-->|<info>.*?<\/info>/gs, '');
  const title = /<title[^>]*>(.*?)<\/title>/s.exec(page)?.[1] ?? '';
  const blocks = page
    .slice(page.indexOf('</title>') + 8)
    .split(/(?=<\/?(?:p|title|item|section|td|cite)\b[^>]*>)/);
  return { id, title: textOf(title), tags: [], ...textWithHeadings([description, ...blocks], /^<title/) };
}

/** The text of blocks of markup, and where those are that begin as `heading` says. */
function textWithHeadings(blocks: readonly string[], heading: RegExp): Pick<Document, 'body' | 'headings'> {
  let body = '';
  const headings: number[] = [];
  for (const block of blocks) {
    const line = textOf(block);
    if (line === '') continue;
    if (body !== '') body += '\n\n';
    if (heading.test(block)) headings.push(body.length, body.length + line.length);
    body += line;
  }
  return { body, headings };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#\d+;/g, ' ')
    .replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim();
