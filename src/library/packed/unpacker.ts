import type { Body } from '../../document/body.ts';
import type { Article, Member } from '../article.ts';
import type { FoundFile } from '../walk.ts';

/** What a packed file says of an article; all strings are clean. */
export type PackedMetadata = Partial<
  Pick<
    Article,
    | 'title'
    | 'author'
    | 'date'
    | 'tags'
    | 'lang'
    | 'source'
    | 'summary'
    | 'slug'
    | 'series'
    | 'part'
    | 'draft'
    | 'matter'
  >
>;

/** An article as it is found in a packed file. */
export interface PackedArticle {
  readonly metadata: PackedMetadata;
  readonly body: Body;
  /** Absent if the file holds one article by its nature, as a mail does. */
  readonly place?: MemberPlace;
}

/** Where an article is in a file of several. */
export interface MemberPlace extends Pick<Member, 'at' | 'length'> {
  /**
   * Its name in the file, by which it is remembered: unique in it, the same when others are added or removed, an ASCII slug,
   * so that it is safe in a path.
   */
  readonly name: string;
}

/** The articles of a packed file. */
export interface Unpacked {
  readonly count: number;
  /** In the order of the file, `count` of them, unpacked one at a time. One that is damaged is yielded as far as it is readable. */
  readonly articles: AsyncIterable<PackedArticle>;
}

/** Knows one kind of packed file. */
export interface Unpacker {
  /** @throws {LibraryError} or the file system's error if the file cannot be read as one of its kind */
  unpack(file: FoundFile): Promise<Unpacked>;
  /** Reads the body of an article that `unpack` has found. @throws {LibraryError} if it is gone or cannot be read */
  read(article: Article): Promise<Body>;
  /**
   * Finds what a link leads to that an article has to another of its file; undefined if it leads to none. Absent if articles of
   * the kind have no such links. Both parts of the link are decoded. @throws {LibraryError} as `read` does
   */
  follow?(article: Article, target: string, fragment: string | undefined): Promise<MemberLink | undefined>;
}

/** A place in an article of a packed file. */
export interface MemberLink {
  /** The path of the article. */
  readonly path: string;
  /** The name of the element that it is at; absent for the beginning. */
  readonly id?: string;
}
