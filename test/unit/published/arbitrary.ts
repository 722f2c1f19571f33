import fc from 'fast-check';
import { FORMATS } from '../../../src/document/formats.ts';
import type { Article } from '../../../src/library/article.ts';
import type {
  CataloguePage,
  FileKind,
  FileReference,
  PublishedManifest,
  PublishedSegment,
  RangedReference,
  TextPlace,
} from '../../../src/published/format.ts';
import { type PublishedArticle, publishedArticle } from '../../../src/published/published-article.ts';
import type { StoredText } from '../../../src/published/stored-text.ts';
import { cleanLine } from '../../../src/unicode/clean.ts';

const hash = fc.stringMatching(/^[0-9a-f]{32}$/);
const count = fc.nat({ max: 1_000_000 });
const line = fc.string({ unit: 'grapheme', maxLength: 20 }).map(cleanLine);
const format = fc.constantFrom(...(Object.keys(FORMATS) as Article['format'][]));
const maybe = <T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> =>
  fc.oneof(arbitrary, fc.constant({}));

export const place: fc.Arbitrary<TextPlace> = fc.record({
  file: hash,
  at: count,
  length: count,
  hash,
  index: count,
});

const path = fc
  .array(fc.stringMatching(/^[a-zé ]{1,8}$/), { minLength: 1, maxLength: 3 })
  .map((parts) => `${parts.join('/')}.md`);

const facts: fc.Arbitrary<Article> = fc.record(
  {
    id: fc.stringMatching(/^[a-z0-9]{1,6}$/),
    title: line,
    tags: fc.array(line, { maxLength: 3 }),
    words: count,
    format,
    size: count,
    mtime: count,
    path: fc.constant('/home/someone/articles/x.md'),
    author: line,
    date: fc.constantFrom('2024', '2024-05', '2024-05-03'),
    lang: fc.constantFrom('fr', 'en', 'de'),
    detectedLang: fc.constantFrom('fr' as const, 'en' as const),
    source: line,
    summary: line,
    series: line,
    part: count,
    member: fc.record({ at: count, length: count, of: count }),
  },
  { requiredKeys: ['id', 'title', 'tags', 'words', 'format', 'size', 'mtime', 'path'] },
);

export const article: fc.Arbitrary<PublishedArticle> = fc
  .tuple(facts, path, place)
  .map(([known, below, text]) => publishedArticle(known, below, text));

export const text: fc.Arbitrary<StoredText> = fc
  .tuple(
    fc.record(
      {
        format,
        language: fc.constantFrom('ts', 'c++'),
        keepLines: fc.boolean(),
        source: fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 40 })),
        firstLine: count,
        hiddenBefore: count,
        isUnformatted: fc.boolean(),
        page: fc.record(
          { extract: fc.boolean(), address: fc.webUrl(), xml: fc.boolean() },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ['format', 'source', 'firstLine'] },
    ),
    maybe(fc.record({ matter: line })),
  )
  .map(([body, rest]) => ({ body, ...rest }));

export const reference = (kind: FileKind): fc.Arbitrary<FileReference> =>
  fc.record({ kind: fc.constant(kind), hash, size: count });

const base64 = (bytes: number): string => Buffer.alloc(bytes, 7).toString('base64');

const ranged: fc.Arbitrary<RangedReference> = fc
  .record({ hash, content: count, units: fc.nat({ max: 1000 }) })
  .map(({ units, ...known }) => ({ kind: 'segment', ...known, size: known.content + 16 * units }));

const segment: fc.Arbitrary<PublishedSegment> = fc
  .tuple(
    fc.record({
      count: fc.nat({ max: 500 }),
      head: reference('head'),
      parts: ranged,
      dictionary: reference('dictionary'),
    }),
    fc.boolean(),
  )
  .map(([known, hasDeleted]) => ({
    ...known,
    ...(hasDeleted && { deleted: base64(Math.ceil(known.count / 8)) }),
  }));

const page: fc.Arbitrary<CataloguePage> = fc
  .tuple(reference('catalogue'), count)
  .map(([known, articles]) => ({ ...known, count: articles }));

export const manifest: fc.Arbitrary<PublishedManifest> = fc
  .record({
    kiosque: fc.constant(1),
    title: line,
    segments: fc.array(segment, { maxLength: 3 }),
    catalogue: fc.array(page, { maxLength: 3 }),
    texts: fc.array(reference('texts'), { maxLength: 3 }),
    index: count,
  })
  .map((known) => ({ ...known, count: known.catalogue.reduce((sum, each) => sum + each.count, 0) }));
