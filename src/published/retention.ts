import { type FileReference, FORMAT_VERSION, type Pointer, type PublishedManifest } from './format.ts';
import { decodeManifest } from './manifest.ts';
import { filesOf } from './published-files.ts';
import { type Amount, NOTHING, type PublishedFolder, plus } from './published-folder.ts';

/** How many bytes of a publication were written, were there before, and were removed. */
export interface Summary {
  /** Number of articles. */
  readonly count: number;
  /** True if the pointer named this manifest already. */
  readonly isUnchanged: boolean;
  readonly written: Amount;
  readonly kept: Amount;
  readonly removed: Amount;
}

/**
 * The pointer to a manifest: the one that was there until now becomes the newest of the earlier ones.
 *
 * @param keep  how many earlier ones are kept
 * @param published  the time of the publication
 */
export function nextPointer(
  before: Pointer | undefined,
  { title, manifest }: Pick<Pointer, 'title' | 'manifest'>,
  keep: number,
  published: string,
): Pointer {
  if (before?.manifest.hash === manifest.hash) return { ...before, history: before.history.slice(0, keep) };
  const earlier = before
    ? [{ published: before.published, manifest: before.manifest }, ...before.history]
    : [];
  // A state that comes back is not kept twice.
  const history = earlier.filter((each) => each.manifest.hash !== manifest.hash).slice(0, keep);
  return { kiosque: FORMAT_VERSION, title, published, manifest, history };
}

/** Counts the files of a manifest, its own among them. */
export function summaryOf(
  folder: PublishedFolder,
  manifest: PublishedManifest,
  reference: FileReference,
): Pick<Summary, 'count' | 'written' | 'kept'> {
  let [written, kept] = [NOTHING, NOTHING];
  const files = new Map([reference, ...filesOf(manifest)].map((file) => [file.hash, file]));
  for (const file of files.values())
    if (folder.isNew(file)) written = plus(written, file.size);
    else kept = plus(kept, file.size);
  return { count: manifest.count, written, kept };
}

/** Removes the files that neither a manifest nor the earlier ones of a pointer name. */
export function sweepUnused(folder: PublishedFolder, manifest: PublishedManifest, pointer: Pointer): Amount {
  const used: FileReference[] = [pointer.manifest, ...filesOf(manifest)];
  for (const { manifest: earlier } of pointer.history) {
    const files = earlierFiles(folder, earlier);
    if (files) used.push(earlier, ...files);
  }
  return folder.sweep(used);
}

/** The files of an earlier manifest; undefined if it is gone or damaged, so that no reader can use them. */
function earlierFiles(
  folder: PublishedFolder,
  manifest: FileReference,
): readonly FileReference[] | undefined {
  try {
    return [...filesOf(decodeManifest(folder.read(manifest)))];
  } catch {
    return undefined;
  }
}
