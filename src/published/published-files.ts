import type { FileReference, PublishedManifest } from './format.ts';

/** All files that a manifest names. */
export function* filesOf({ segments, catalogue, texts }: PublishedManifest): Generator<FileReference> {
  for (const { head, parts, dictionary } of segments) yield* [head, parts, dictionary];
  yield* catalogue;
  yield* texts;
}
