import { parse } from 'node:path';
import type { Body } from '../../../document/body.ts';
import { readingOf } from '../../../document/detect-reading.ts';
import { converterFor } from '../../converters.ts';
import { decode } from '../../decode.ts';
import { LibraryError } from '../../error.ts';
import type { FoundFile } from '../../walk.ts';
import type { PackedArticle, PackedMetadata, Unpacker } from '../unpacker.ts';
import { runConverter } from './run-converter.ts';
import { keepText, keptText } from './text-cache.ts';

/** A file that a program of the settings turns into text, Markdown or HTML. */
export const converted: Unpacker = {
  async unpack(file) {
    if (file.size === 0) throw new LibraryError('empty', file.path);
    const body = bodyOf(await textOf(file), file.path);
    if (body.source.trim() === '') throw new LibraryError('empty', file.path);
    return { count: 1, articles: only({ metadata: await metadataOf(file.path), body }) };
  },

  async read({ path, size, mtime }) {
    return bodyOf(await textOf({ path, size, mtime }), path);
  },
};

async function* only(article: PackedArticle): AsyncGenerator<PackedArticle> {
  yield article;
}

/** The metadata of a file; programs that convert documents in OpenDocument lose it. */
const metadataOf = async (path: string): Promise<PackedMetadata> =>
  /\.od[tps]$/i.test(path) ? (await import('./open-document.ts')).openDocumentMetadata(path) : {};

/** The text of a file, from the cache if it was converted before. */
async function textOf(file: FoundFile): Promise<string> {
  const { path } = file;
  const converter = converterFor(path);
  if (!converter) throw new LibraryError('unconverted', path);
  const kept = keptText(file, converter);
  if (kept !== undefined) return kept;
  const output = await runConverter(converter, path).catch((cause) => {
    throw new LibraryError('unconverted', path, { cause });
  });
  const text = decode(output);
  if (text === undefined) throw new LibraryError('unconverted', path);
  keepText(file, converter, text);
  return text;
}

/** A text as it looks. Programs end a page by a form feed, and put the name of the file where a page has no title. */
function bodyOf(text: string, path: string): Body {
  const { name } = parse(path);
  const source = text
    .replaceAll('\f', '\n')
    .replace(/<title>([^<]{0,500})<\/title>/, (all, title: string) => (title.trim() === name ? '' : all));
  const reading = readingOf('', source);
  const page = reading.format === 'html' ? { page: { extract: false } } : {};
  return { ...reading, ...page, source, firstLine: 0 };
}
