import { attribute, findNamed, lineOf, type ParentNode } from './tree.ts';

/** Facts that a page tells of itself, as written: to be cleaned, and bounded, by the caller. Absent if it tells none. */
export interface PageMetadata {
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
  readonly modified?: string;
  /** A language tag. */
  readonly lang?: string;
  readonly tags?: readonly string[];
  /** Its address. */
  readonly source?: string;
  readonly summary?: string;
}

/** The metadata of a page that has not been repaired. */
export function metadataOfPage(root: ParentNode): PageMetadata {
  const html = findNamed(root, 'html');
  const lang = html && (attribute(html, 'lang') ?? attribute(html, 'xml:lang'));
  const title = findNamed(root, 'title');
  return { ...(title && { title: lineOf(title) }), ...(lang && { lang }) };
}
