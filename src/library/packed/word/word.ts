import mammoth from 'mammoth';
import { limitHeapGrowth } from '../../../algorithms/heap-growth.ts';
import type { Body } from '../../../document/body.ts';
import { workBudget } from '../../../document/budgets.ts';
import { rawText } from '../../../document/html/tree.ts';
import { cleanLine } from '../../../unicode/clean.ts';
import { isoDate } from '../../dates.ts';
import { decode } from '../../decode.ts';
import { LibraryError, systemLibraryError } from '../../error.ts';
import { languageCode, presentFacts } from '../metadata.ts';
import type { PackedArticle, PackedMetadata, Unpacker } from '../unpacker.ts';
import { elementsNamed, parseMarkup, parseXml, textOf } from '../xml.ts';
import { type Archive, openArchive } from '../zip/archive.ts';
import { withFormulasAsText } from './office-math.ts';

/** Bytes of the largest part of XML, and of all of them together, as they are declared. */
const MAX_PART = 32 * 1024 * 1024;
const MAX_PARTS = 64 * 1024 * 1024;
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
    const { body, date } = await converted(archive, path);
    const metadata = metadataOf(archive);
    // The day on which the file was made is that of the text, unless the text has a date itself.
    return { count: 1, articles: only({ metadata: date ? { ...metadata, date } : metadata, body }) };
  },

  async read({ path }) {
    try {
      return (await converted(openDocument(path), path)).body;
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
  if (!archive.has('[Content_Types].xml')) throw new LibraryError('damaged', path);
  let total = 0;
  for (const name of archive.names) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    total += archive.sizeOf(name);
    if (archive.sizeOf(name) > MAX_PART || total > MAX_PARTS) throw new LibraryError('too-much', path);
  }
  return archive;
}

/** The text of a document, without the authors and the date above it, and that date. */
async function converted(
  archive: Archive,
  path: string,
): Promise<{ readonly body: Body; readonly date: string | undefined }> {
  // Pictures stay in the file: their alternative text is left.
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const options = { styleMap: STYLES, convertImage, includeEmbeddedStyleMap: false };
  try {
    // mammoth would unpack all that an archive holds, whatever size that declares.
    const { value } = await mammoth.convertToHtml(
      { file: new Parts(archive) } as unknown as { buffer: Buffer },
      options,
    );
    const date = isoDate(/<p class="date">([^<]*)/.exec(value)?.[1] ?? '');
    const source = date ? value.replace(/<p class="(?:author|date)">[^<]*<\/p>/g, '') : value;
    return { body: { format: 'html', source, firstLine: 0, page: { extract: false } }, date };
  } catch {
    // It takes too long, or is nested too deep, or is not well-formed.
    const source = plainTextOf(archive);
    if (source === undefined || source.trim() === '') throw new LibraryError('damaged', path);
    return { body: { format: 'text', source, firstLine: 0, isUnformatted: true }, date: undefined };
  }
}

/**
 * Elements of a document whose conversion leaves several trees of garbage, and the percent by which the heap may grow then:
 * 96,000 elements take 239 MB instead of 364, for a sixth more CPU time.
 */
const MANY = 20_000;
const GROWTH = 15;

let isLimited = false;

/** Limits the growth of the heap from the first large document on: its text is parsed and laid out after it is converted. */
function limitOnce(): void {
  if (!isLimited) limitHeapGrowth(GROWTH);
  isLimited = true;
}

/** The parts of a document as mammoth reads them from an archive, within the budget of work. */
class Parts {
  readonly #archive: Archive;
  #elements = 0;

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  exists(name: string): boolean {
    return this.#archive.has(name);
  }

  async read(name: string, encoding?: string): Promise<string | Uint8Array> {
    const bytes = this.#archive.read(name);
    if (!bytes) throw new Error(`cannot read ${name}`);
    if (encoding === undefined) return bytes;
    const text = new TextDecoder(encoding).decode(bytes);
    for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1))
      if (text[at + 1] !== '/') this.#elements++;
    if (this.#elements > workBudget('word')) throw new Error('too much');
    if (this.#elements > MANY) limitOnce();
    return withFormulasAsText(text);
  }
}

/** Texts, and ends of paragraphs and lines, in the XML of a document. */
const TEXT = /<(?:\w+:)?t(?: [^<>]*)?>([^<]*)<|<(?:\w+:)?(?:br|cr|tab)\b|<\/(?:\w+:)?p>/g;

/** The text of a document without its formatting; undefined if it cannot be read. */
function plainTextOf(archive: Archive): string | undefined {
  const bytes = archive.read('word/document.xml');
  const xml = bytes && decode(bytes);
  if (xml === undefined) return undefined;
  const parts: string[] = [];
  for (const [found, text] of xml.matchAll(TEXT))
    parts.push(text ?? (found.endsWith('p>') ? '\n\n' : found.endsWith('tab') ? '\t' : '\n'));
  return rawText(parseMarkup(parts.join('')));
}

function metadataOf(archive: Archive): PackedMetadata {
  const bytes = archive.read('docProps/core.xml');
  const root = parseXml((bytes && decode(bytes)) ?? '');
  const fact = (name: string): string =>
    cleanLine(elementsNamed(root, name).map(textOf).find(Boolean) ?? '').slice(0, MAX_FACT);
  const [title, author, summary] = [fact('title'), fact('creator'), fact('description')];
  const lang = languageCode(fact('language'));
  const date = isoDate(fact('created'));
  const tags = fact('keywords')
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
  return presentFacts({ title, author, date, lang, summary, tags });
}
