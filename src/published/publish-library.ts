import { isUnchanged } from '../index/library-index.ts';
import { withDeleted } from '../index/manifest.ts';
import { mergeFrom } from '../index/merge-policy.ts';
import { VERSION } from '../index/segment-file.ts';
import type { Snapshot } from '../index/snapshot.ts';
import type { Article } from '../library/article.ts';
import { openBody } from '../library/open-body.ts';
import { cataloguePages, encodeCataloguePage } from './catalogue.ts';
import { type EarlierArticle, type EarlierState, EarlierTexts, usableTexts } from './earlier-state.ts';
import { PublishedError } from './error.ts';
import {
  type CataloguePage,
  type FileReference,
  FORMAT_VERSION,
  type PublishedManifest,
  type PublishedSegment,
  type TextPlace,
} from './format.ts';
import { encodeManifest } from './manifest.ts';
import { withMemberLinks } from './member-links.ts';
import type { Publishable } from './publishable.ts';
import { type PublishedArticle, publishedArticle, publishedArticleIn } from './published-article.ts';
import type { PublishedFolder } from './published-folder.ts';
import { publishedSegment, type SourceDocument } from './segment-writer.ts';
import { type StoredText, storedTextIn } from './stored-text.ts';
import { TextsWriter } from './texts.ts';

/** A file was edited after it was indexed: the index is to be updated, and the library published from the beginning. */
export class LibraryChanged extends Error {
  override readonly name = 'LibraryChanged';
}

export interface PublishHooks {
  /** Awaited now and then, so that other work of the thread gets its turn. */
  readonly pause: () => Promise<void> | undefined;
  /** Called with the number of articles whose texts are stored, and of all. */
  readonly onProgress: (done: number, total: number) => void;
  /** Called when all texts are stored. */
  readonly onTexts: () => void;
}

/** The manifest that was written, and the paths of articles that are too large or strange to be published. */
export interface Publication {
  readonly manifest: PublishedManifest;
  readonly reference: FileReference;
  readonly unfit: readonly string[];
}

/** Documents of a segment, at most. */
const MOST_IN_SEGMENT = 500_000;

/**
 * Writes all files of a library but the pointer. What has not changed since it was published last stays in its files.
 *
 * @param articles  newest first
 * @param index  has these articles
 * @throws {LibraryChanged} if a file is not as it was indexed
 * @throws the file system's error if a file cannot be written
 */
export async function publishLibrary(
  folder: PublishedFolder,
  title: string,
  { articles, index }: { readonly articles: readonly Publishable[]; readonly index: Snapshot },
  earlier: EarlierState | undefined,
  hooks: PublishHooks,
): Promise<Publication> {
  const { stored, files, unfit } = await storeTexts(folder, articles, earlier, hooks);
  hooks.onTexts();
  const published = stored.map(({ article }) => article);
  const used = new Set(published.map(({ text }) => text.file));
  const manifest: PublishedManifest = {
    kiosque: FORMAT_VERSION,
    title,
    count: published.length,
    segments: await writeSegments(folder, stored, index, earlier, hooks),
    catalogue: await writeCatalogue(folder, published, hooks),
    texts: [...(earlier?.manifest.texts ?? []), ...files].filter(({ hash }) => used.delete(hash)),
    index: VERSION,
  };
  return { manifest, reference: await folder.write('manifest', encodeManifest(manifest)), unfit };
}

/** An article with its text in its place. */
interface Stored {
  readonly article: PublishedArticle;
  readonly source: Publishable;
  /** As it was published last. */
  readonly earlier: EarlierArticle | undefined;
}

interface AllStored {
  readonly stored: readonly Stored[];
  /** Files of texts that were written. */
  readonly files: readonly FileReference[];
  readonly unfit: readonly string[];
}

/** Stores the texts that are new or have changed. */
async function storeTexts(
  folder: PublishedFolder,
  articles: readonly Publishable[],
  earlier: EarlierState | undefined,
  { pause, onProgress }: PublishHooks,
): Promise<AllStored> {
  const writer = new TextsWriter((bytes) => folder.write('texts', bytes));
  const texts = new EarlierTexts(folder);
  const known = [...(earlier?.articles.values() ?? [])].map(({ article }) => article);
  const intact = (earlier?.manifest.texts ?? []).filter((file) => folder.isIntact(file));
  const usable = usableTexts(intact, known);
  const unfit: string[] = [];
  /** Articles with the places of texts that are stored already. */
  const placed: { readonly source: Publishable; readonly place: TextPlace | undefined }[] = [];
  try {
    for (const [done, source] of articles.entries()) {
      const before = earlier?.articles.get(source.path)?.article.text;
      const text = await fitText(source);
      if (text === undefined) unfit.push(source.article.path);
      else {
        const isSame = before && usable.has(before.file) && texts.jsonAt(before) === JSON.stringify(text);
        if (!isSame) await writer.add(text);
        placed.push({ source, place: isSame ? before : undefined });
      }
      onProgress(done + 1, articles.length);
      await pause();
    }
  } finally {
    texts.close();
  }
  const { places, files } = await writer.finish();
  let next = 0;
  const stored = placed.map(({ source, place }) => ({
    source,
    article: publishedArticle(source.article, source.path, place ?? places[next++]!),
    earlier: earlier?.articles.get(source.path),
  }));
  return { stored, files, unfit };
}

const NOWHERE: TextPlace = { file: '0'.repeat(32), at: 0, length: 0, hash: '0'.repeat(32), index: 0 };

/**
 * The text of an article; undefined if readers would refuse it or the facts of the article.
 *
 * @throws {LibraryChanged}
 */
async function fitText({ article, path }: Publishable): Promise<StoredText | undefined> {
  const text = await textOf(article);
  if (!isUnchanged(article)) throw new LibraryChanged();
  try {
    publishedArticleIn(publishedArticle(article, path, NOWHERE), 'article');
    return storedTextIn(text, 'text');
  } catch (error) {
    if (error instanceof PublishedError) return undefined;
    throw error;
  }
}

async function textOf(article: Article): Promise<StoredText> {
  const { matter } = article;
  try {
    const body = await withMemberLinks(article, await openBody(article));
    return { body, ...(matter !== undefined && { matter }) };
  } catch (cause) {
    throw new LibraryChanged('', { cause });
  }
}

/** Writes the segments of articles that are new or have changed, and of small segments that are joined with them. */
async function writeSegments(
  folder: PublishedFolder,
  stored: readonly Stored[],
  index: Snapshot,
  earlier: EarlierState | undefined,
  { pause }: PublishHooks,
): Promise<PublishedSegment[]> {
  const { kept, changed } = comparedWith(earlier, stored);
  const added = changed.length > 0 ? [{ name: '', count: changed.length }] : [];
  const first =
    mergeFrom([...kept.map(({ segment }) => ({ name: '', ...segment })), ...added]) ?? kept.length;
  const rewritten = [...kept.slice(first).flatMap(({ articles }) => articles), ...changed];
  const result = kept.slice(0, first).map(({ segment }) => segment);
  for (let at = 0; at < rewritten.length; at += MOST_IN_SEGMENT)
    result.push(await writeSegment(folder, rewritten.slice(at, at + MOST_IN_SEGMENT), index, pause));
  return result;
}

/** Segments that still have some articles as they are, in which all others are deleted, and the articles that are in none. */
interface Compared {
  readonly kept: readonly { readonly segment: PublishedSegment; readonly articles: readonly Stored[] }[];
  readonly changed: readonly Stored[];
}

function comparedWith(earlier: EarlierState | undefined, stored: readonly Stored[]): Compared {
  const segments = earlier?.manifest.index === VERSION ? earlier.manifest.segments : [];
  const unchanged = segments.map(() => [] as Stored[]);
  const changed: Stored[] = [];
  for (const each of stored) {
    const own = each.earlier && unchanged[each.earlier.segment];
    const isSame = own && JSON.stringify(each.earlier!.article) === JSON.stringify(each.article);
    (isSame ? own : changed).push(each);
  }
  const kept = segments.flatMap((segment, i) => {
    const articles = unchanged[i]!;
    const docs = new Set(articles.map(({ earlier }) => earlier!.doc));
    return docs.size > 0 ? [{ segment: onlyWith(segment, docs), articles }] : [];
  });
  return { kept, changed };
}

/** A segment in which all documents but these are deleted. */
function onlyWith(segment: PublishedSegment, docs: ReadonlySet<number>): PublishedSegment {
  if (docs.size === segment.count) return segment;
  const gone = Array.from({ length: segment.count }, (_, doc) => doc).filter((doc) => !docs.has(doc));
  const { deleted } = withDeleted({ name: '', count: segment.count }, gone);
  return { ...segment, ...(deleted !== undefined && { deleted }) };
}

async function writeSegment(
  folder: PublishedFolder,
  stored: readonly Stored[],
  index: Snapshot,
  pause: PublishHooks['pause'],
): Promise<PublishedSegment> {
  const numbers = new Map(index.manifest.segments.map(({ name }, i) => [name, i]));
  const used = [...new Set(stored.map(({ source }) => numbers.get(source.entry.segment)!))];
  const segments = used.map((number) => index.segments[number]!);
  const documents = stored.map(
    ({ article, source: { entry, path } }): SourceDocument => ({
      segment: used.indexOf(numbers.get(entry.segment)!),
      doc: entry.doc,
      key: path,
      facts: article,
    }),
  );
  const { count, head, segment, content, dictionary } = await publishedSegment(segments, documents, pause);
  return {
    count,
    head: await folder.write('head', head),
    parts: { ...(await folder.write('segment', segment)), content },
    dictionary: await folder.write('dictionary', dictionary),
  };
}

async function writeCatalogue(
  folder: PublishedFolder,
  articles: readonly PublishedArticle[],
  { pause }: PublishHooks,
): Promise<CataloguePage[]> {
  const pages: CataloguePage[] = [];
  for (const page of cataloguePages(articles)) {
    pages.push({ ...(await folder.write('catalogue', encodeCataloguePage(page))), count: page.length });
    await pause();
  }
  return pages;
}
