import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Body } from '../../../document/body.ts';
import { workBudget } from '../../../document/budgets.ts';
import { decodeEntities } from '../../../unicode/entities.ts';
import { parseFrontMatter, splitFrontMatter } from '../../front-matter.ts';
import { metadataOf } from '../../metadata.ts';
import type { PackedArticle, PackedMetadata } from '../unpacker.ts';
import { ConverterThread } from './converter-thread.ts';
import type { AsciidocPage } from './to-html.ts';

/** A first screen within two seconds, the start of the thread included. */
const LIMITS = { time: 1600, memory: 160 };

/** The program of the thread beside the bundled program. It does not exist where the sources run unbundled. */
const THREAD = new URL('./asciidoc-worker.mjs', import.meta.url);

declare const INDEX_VERSION: number;

let thread: ConverterThread | undefined;

/**
 * Reads a text of AsciiDoc, with the front matter that site generators put before it. One that would take too long, or too
 * much memory, is plain text below a line that says so.
 */
export async function readAsciidoc(text: string): Promise<Omit<PackedArticle, 'place'>> {
  const frontMatter = splitFrontMatter(text);
  const source = text.slice(frontMatter.bodyAt);
  const { fields } = await parseFrontMatter(frontMatter);
  const page = source.length > workBudget('asciidoc') ? undefined : await convert(source);
  const { isTemplate, modified, ...known } = metadataOf({ ...(page && fieldsOf(page)), ...fields });
  const metadata: PackedMetadata = JSON.parse(JSON.stringify(known));
  return {
    metadata,
    body: page ? bodyOf(page) : { format: 'text', source, firstLine: 0, isUnformatted: true },
  };
}

async function convert(source: string): Promise<AsciidocPage | undefined> {
  // The bundled program has the library in the program of the thread only.
  if (typeof INDEX_VERSION === 'undefined' && !existsSync(fileURLToPath(THREAD)))
    return (await import('./to-html.ts')).asciidocToHtml(source).catch(() => undefined);
  thread ??= new ConverterThread(THREAD, LIMITS);
  return thread.convert(source);
}

/** The facts as fields of front matter. */
function fieldsOf({ title, authors, date, lang, keywords, summary }: AsciidocPage) {
  return {
    title: decodeEntities(title),
    author: authors.map((author) => decodeEntities(author)),
    date,
    lang,
    keywords: keywords
      .split(/[,;]/)
      .map((word) => word.trim())
      .filter(Boolean),
    summary: decodeEntities(summary),
  };
}

const bodyOf = ({ html }: AsciidocPage): Body => ({
  format: 'html',
  source: html,
  firstLine: 0,
  page: { extract: false },
});
