import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from './relevance.ts';

/** Where Debian's package `gnome-user-docs`, and that of other systems, puts the help of GNOME. */
export const helpFolder = (language: 'fr' | 'C'): string => `/usr/share/help/${language}/gnome-help`;

/** The pages of a folder of help in Mallard (projectmallard.org); none where there is no such folder. */
export function helpPages(folder: string): Document[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.page'))
    .sort()
    .map((name) => pageOf(name.slice(0, -'.page'.length), readFileSync(join(folder, name), 'utf8')));
}

function pageOf(id: string, source: string): Document {
  const description = /<desc>(.*?)<\/desc>/s.exec(source)?.[1] ?? '';
  const page = source.replace(/<!--.*?-->|<info>.*?<\/info>/gs, '');
  const title = /<title[^>]*>(.*?)<\/title>/s.exec(page)?.[1] ?? '';
  const blocks = page
    .slice(page.indexOf('</title>') + 8)
    .split(/<\/?(?:p|title|item|section|td|cite)\b[^>]*>/);
  const lines = [description, ...blocks].map(textOf).filter((line) => line !== '');
  return { id, title: textOf(title), tags: [], body: lines.join('\n\n') };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim();
