import { type Document, LoggerManager, load, NullLogger } from '@asciidoctor/core';

/** AsciiDoc as HTML, with the facts of its header as they are written. */
export interface AsciidocPage {
  readonly html: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly date: string;
  readonly lang: string;
  readonly keywords: string;
  readonly summary: string;
}

/** Attributes that no text can change: no contents or links of the library's own, and links to other files as they are. */
const ATTRIBUTES = {
  showtitle: '',
  'skip-front-matter': '',
  'toc!': '',
  'icons!': '',
  'source-highlighter!': '',
  'sectanchors!': '',
  'sectlinks!': '',
  relfilesuffix: '.adoc',
  outfilesuffix: '.adoc',
};

/**
 * Converts AsciiDoc. Other files are never read: what a text includes is a link in it (the safe mode `secure`). May take
 * long, or any memory. Throws an `Error` if the library fails.
 */
export async function asciidocToHtml(source: string): Promise<AsciidocPage> {
  LoggerManager.logger = NullLogger.create();
  const document = (await load(source, { safe: 'secure', attributes: ATTRIBUTES })) as Document;
  // The header's attributes are those after it: the text may set them again.
  const fact = (...names: string[]): string =>
    names
      .map((name) => document.getAttribute(name))
      .find((value) => typeof value === 'string' && value !== '') ?? '';
  const facts = {
    title: String(document.getDocumentTitle({ sanitize: true }) ?? ''),
    authors: document.getAuthors().map(({ name }) => String(name)),
    date: fact('revdate', 'date', 'page-date'),
    lang: fact('lang'),
    keywords: fact('keywords', 'tags', 'page-tags'),
    summary: fact('description', 'page-description'),
  };
  return { ...facts, html: mended(String(await document.convert())) };
}

/** HTML whose references to notes have no brackets, and whose tasks are boxes, as in other pages. */
const mended = (html: string): string =>
  html
    .replace(
      /<sup class="footnote(?:ref)?"([^<>]{0,200})>\[(<a [^<>]{0,300}>\d+<\/a>)\]<\/sup>/g,
      '<sup class="footnote"$1>$2</sup>',
    )
    .replace(/<li>\n<p>&#10003; /g, '<li>\n<p><input type="checkbox" checked> ')
    .replace(/<li>\n<p>&#10063; /g, '<li>\n<p><input type="checkbox"> ');
