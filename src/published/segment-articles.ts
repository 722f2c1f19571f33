import { factsIn } from './document-units.ts';
import { type PublishedArticle, publishedArticleIn } from './published-article.ts';
import { decodeHead, partStarts } from './segment-head.ts';

/**
 * All articles of a segment in the order of its documents, deleted ones included.
 *
 * @param parts  the whole file of the segment, whose hash has been checked
 * @throws {PublishedError} if they are not as they should be
 */
export function* articlesOfSegment(head: Uint8Array, parts: Uint8Array): Generator<PublishedArticle> {
  const decoded = decodeHead(head);
  let at = partStarts(decoded).documents;
  for (const length of decoded.documentUnits) {
    for (const facts of factsIn(parts.subarray(at, at + length))) yield publishedArticleIn(facts, 'article');
    at += length;
  }
}
