import type { ArticleFormat } from '../document/body.ts';
import { isMarkdownName } from './file-name.ts';
import type { Split } from './front-matter.ts';
import { looksLikeMarkdown } from './markdown.ts';

/** Bytes read of a file to describe its article; longer ones are described by their beginning. */
export const HEAD_BYTES = 65_536;

/** A file with front matter is meant for a site generator, so its body is Markdown whatever its name. */
export function formatOf(path: string, split: Split, body: string): ArticleFormat {
  const matter = split.language !== 'none';
  return isMarkdownName(path) || matter || looksLikeMarkdown(body.slice(0, HEAD_BYTES)) ? 'markdown' : 'text';
}
