import { basename } from 'node:path';
import type { Body } from '../document/body.ts';
import type { Article } from '../library/article.ts';
import { unpackerFor } from '../library/packed/unpackers.ts';

/** The address of a link in HTML as unpackers write it: in quotation marks, in a tag. */
const LINK = /(<a\b[^<>]*?\shref=")([^"<>]*)(?=")/g;
/** Addresses that lead out of the file, to a place in the article itself, or that have character references. */
const OTHER = /^(?:[a-z][a-z\d+.-]*:|\/\/|#)|&/i;

/**
 * A body in which links to other articles of the same packed file, which its unpacker alone can follow, lead to the paths under
 * which these are published.
 *
 * @throws {LibraryError} if the file cannot be read
 */
export async function withMemberLinks(article: Article, body: Body): Promise<Body> {
  if (!article.packed || !article.member || body.format !== 'html') return body;
  const { follow } = await unpackerFor(article.packed);
  if (!follow) return body;
  const targets = new Map<string, string>();
  for (const [, , address = ''] of body.source.matchAll(LINK)) {
    if (OTHER.test(address) || targets.has(address)) continue;
    const [target = '', fragment] = address.split('#').map(decoded);
    const link = await follow(article, target, fragment);
    if (link) targets.set(address, addressOf(link.path, link.id));
  }
  if (targets.size === 0) return body;
  const source = body.source.replace(
    LINK,
    (_, before: string, address: string) => before + (targets.get(address) ?? address),
  );
  return { ...body, source };
}

/** The address of an article of the same file. */
const addressOf = (path: string, id: string | undefined): string =>
  encodeURIComponent(basename(path)) + (id === undefined ? '' : `#${encodeURIComponent(id)}`);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
