import type { FileReference, PublishedManifest } from './format.ts';
import { OpenSegment } from './open-segment.ts';
import type { RangeReader } from './range-reader.ts';

/** Bytes of a segment that are fetched at a time, in several requests. */
const STEP = 4 * 1024 * 1024;
/** Files that are fetched at the same time. */
const AT_ONCE = 4;

/**
 * Fetches all files of a library that are not kept yet, each checked. One that was ended goes on where it was.
 *
 * @param onProgress  receives the bytes that are here, of `sizeOf`
 * @returns the names of the files
 * @throws {WebError} or {PublishedError} if one cannot be fetched; the others that were stay kept
 */
export async function pullLibrary(
  files: RangeReader,
  manifest: PublishedManifest,
  onProgress: (bytes: number) => void,
): Promise<readonly string[]> {
  let bytes = 0;
  const add = (more: number): void => {
    bytes += more;
    onProgress(bytes);
  };
  const whole = wholeFiles(manifest);
  await eachOf(whole, async (file) => {
    await files.whole(file);
    add(file.size);
  });
  for (const segment of manifest.segments) {
    const { file } = await OpenSegment.open(files, segment);
    const { content, size } = segment.parts;
    for (let at = 0; at < content; at += STEP) {
      const length = Math.min(STEP, content - at);
      await file.fetch(file.unitsOf(at, length));
      file.trim();
      add(length);
    }
    add(size - content);
  }
  return [...whole, ...manifest.segments.map(({ parts }) => parts)].map(
    ({ hash, kind }) => `${hash}.${kind}`,
  );
}

/** Bytes of all files of a library, less its pointer and its manifest. */
export const sizeOf = (manifest: PublishedManifest): number =>
  [...wholeFiles(manifest), ...manifest.segments.map(({ parts }) => parts)].reduce(
    (sum, { size }) => sum + size,
    0,
  );

/** The files that are kept whole. Those of segments are kept by units, as a search fetches them. */
const wholeFiles = ({ catalogue, segments, texts }: PublishedManifest): readonly FileReference[] => [
  ...catalogue,
  ...segments.flatMap(({ head, dictionary }) => [head, dictionary]),
  ...texts,
];

/** Calls `use` for all items, several at a time. */
async function eachOf<T>(items: readonly T[], use: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) await use(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
