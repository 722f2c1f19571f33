import type { Document } from '../../document/document.ts';
import { isParserLoaded } from '../../document/late-parsers.ts';
import { parseDocument } from '../../document/parse-document.ts';
import type { Article } from '../../library/article.ts';
import type { Query } from '../../search/query.ts';
import { type Found, type Snippets, snippetLines } from '../snippet-lines.ts';

/** The text of an article, which `parse` parses unless it is kept. Throws a `LibraryError` if it cannot be read. */
export type OpenText = (article: Article, parse: typeof parseDocument) => Document;

/** Parses a text at once. One whose format is another than it was in the index is plain text, if it cannot be parsed at once. */
export const parseNow: typeof parseDocument = (body, hints, budget) =>
  parseDocument(isParserLoaded(body.format) ? body : { ...body, format: 'text' }, hints, budget);

/** Snippets of articles of which some may have to be parsed: see `snippetLines`. */
export const snippetsOf = (open: OpenText, found: readonly Found[], query: Query, cells: number): Snippets =>
  snippetLines((article) => open(article, parseNow), found, query, cells);
