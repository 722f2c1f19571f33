import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import type { Body } from '../../../document/body.ts';
import { cleanLine } from '../../../unicode/clean.ts';
import { isoDate } from '../../dates.ts';
import { decode } from '../../decode.ts';
import { LibraryError, systemLibraryError } from '../../error.ts';
import type { PackedArticle, PackedMetadata, Unpacker } from '../unpacker.ts';
import { elementsNamed, parseXml, textOf } from '../xml.ts';
import { type Archive, openArchive } from '../zip/archive.ts';

/** Bytes of the largest part of a document that is read, and of all parts together, as they are declared. */
const MAX_PART = 16 * 1024 * 1024;
const MAX_PARTS = 128 * 1024 * 1024;
/** UTF-16 units of the longest fact that is kept. */
const MAX_FACT = 500;

/** Styles of Word, LibreOffice and pandoc that mammoth does not know, as HTML. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Author'] => p.author:fresh",
  "p[style-name='Date'] => p.date:fresh",
  "p[style-name='Captioned Figure'] => figure:fresh > p:fresh",
  "p[style-name='Image Caption'] => figure > figcaption:fresh",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Preformatted Text'] => pre:separator('\\n')",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "r[style-name='Verbatim Char'] => code",
  "r[style-name='HTML Code'] => code",
  "r[style-name='Source Text'] => code",
  'u => u',
];

/** A document of Word (Office Open XML). */
export const word: Unpacker = {
  async unpack({ path, size }) {
    if (size === 0) throw new LibraryError('empty', path);
    const archive = openDocument(path);
    const { body, date } = await converted(path);
    const metadata = metadataOf(archive);
    // The day on which the file was made is that of the text, unless the text has a date itself.
    return { count: 1, articles: only({ metadata: date ? { ...metadata, date } : metadata, body }) };
  },

  async read({ path }) {
    try {
      openDocument(path);
      return (await converted(path)).body;
    } catch (cause) {
      throw cause instanceof LibraryError ? cause : systemLibraryError(path, cause);
    }
  },
};

async function* only(article: PackedArticle): AsyncGenerator<PackedArticle> {
  yield article;
}

/** Opens a document, before anything of it is unpacked that may be larger than the memory. */
function openDocument(path: string): Archive {
  const archive = openArchive(path);
  const sizes = [...archive.names].map((name) => archive.sizeOf(name));
  if (!archive.has('[Content_Types].xml')) throw new LibraryError('damaged', path);
  const xml = [...archive.names].filter((name) => /\.(?:xml|rels)$/i.test(name));
  const isTooLarge =
    xml.some((name) => archive.sizeOf(name) > MAX_PART) || sizes.reduce((a, b) => a + b, 0) > MAX_PARTS;
  if (isTooLarge) throw new LibraryError('too-large', path);
  return archive;
}

/** The text of a document, without the authors and the date above it, and that date. */
async function converted(path: string): Promise<{ readonly body: Body; readonly date: string | undefined }> {
  const buffer = readFileSync(path);
  // Pictures stay in the file: their alternative text is left.
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  try {
    const { value } = await mammoth.convertToHtml({ buffer }, { styleMap: STYLES, convertImage });
    const date = isoDate(/<p class="date">([^<]*)/.exec(value)?.[1] ?? '');
    const source = date ? value.replace(/<p class="(?:author|date)">[^<]*<\/p>/g, '') : value;
    return { body: { format: 'html', source, firstLine: 0, page: { extract: false } }, date };
  } catch {
    throw new LibraryError('damaged', path);
  }
}

function metadataOf(archive: Archive): PackedMetadata {
  const bytes = archive.read('docProps/core.xml');
  const root = parseXml((bytes && decode(bytes)) ?? '');
  const fact = (name: string): string =>
    cleanLine(elementsNamed(root, name).map(textOf).find(Boolean) ?? '').slice(0, MAX_FACT);
  const [title, author, summary] = [fact('title'), fact('creator'), fact('description')];
  const lang = /^[a-z]{2,3}(?![a-z])/i.exec(fact('language'))?.[0].toLowerCase();
  const date = isoDate(fact('created'));
  const tags = fact('keywords')
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
  return {
    ...(title && { title }),
    ...(author && { author }),
    ...(date && { date }),
    ...(lang && { lang }),
    ...(summary && { summary }),
    ...(tags.length > 0 && { tags }),
  };
}
