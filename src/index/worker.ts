import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { type Converters, setConverters } from '../library/converters.ts';
import type { SegmentData } from '../search/segment.ts';
import { type Batch, fromBatch, NO_BATCH } from './batch.ts';
import { updateFolder } from './folder-update.ts';
import type { Manifest } from './manifest.ts';
import { FolderStore, MemoryStore } from './store.ts';
import type { PackedArticles } from './stored-articles.ts';
import { type Addition, type Changes, update } from './update.ts';

/** The worker's first message. The articles follow in batches, each on request; the last one is empty. */
export interface Work {
  /** The folder of the index; undefined if it is sent segment by segment, to be kept in memory. */
  readonly folder: string | undefined;
  readonly changes: Changes;
  readonly converters: Converters;
}

/** A message of the worker. */
export type Report =
  | { readonly kind: 'more' }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'commit'; readonly manifest?: Manifest }
  | {
      readonly kind: 'segment';
      readonly name: string;
      readonly data: SegmentData;
      readonly articles: PackedArticles;
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 50;

const { folder, changes, converters } = workerData as Work;
setConverters(converters);
const report = (message: Report): void => parentPort?.postMessage(message);
let reported = 0;

/** The articles of all batches. The next batch is requested before the current one is indexed. */
async function* additions(): AsyncGenerator<Addition> {
  let coming = batch();
  for (let items = await coming; items.length > 0; items = await coming) {
    coming = batch();
    yield* items;
  }
}

async function batch(): Promise<readonly Addition[]> {
  const reply = parentPort ? once(parentPort, 'message') : [NO_BATCH];
  report({ kind: 'more' });
  const [items] = await reply;
  return fromBatch(items as Batch);
}

/** An index in memory whose parts are sent to the thread that keeps it. */
class SentStore extends MemoryStore {
  override async add(prefix: string, data: SegmentData, articles: PackedArticles): Promise<string> {
    const name = await super.add(prefix, data, articles);
    report({ kind: 'segment', name, data, articles });
    return name;
  }

  override async commit(manifest: Manifest): Promise<void> {
    await super.commit(manifest);
    report({ kind: 'commit', manifest });
  }
}

async function work(): Promise<void> {
  const hooks = {
    pause: () => undefined,
    onProgress: (done: number, total: number) => {
      if (performance.now() - reported < REPORT_EVERY && done !== total) return;
      reported = performance.now();
      report({ kind: 'progress', done, total });
    },
  };
  if (folder === undefined) await update(new SentStore(), changes, additions(), hooks);
  else
    await updateFolder(new FolderStore(folder, changes.paths), changes, additions(), {
      ...hooks,
      onCommit: () => report({ kind: 'commit' }),
    });
  report({ kind: 'done' });
}

// Not awaited at the top, which CommonJS cannot.
work().catch((error: unknown) => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  report({ kind: 'failed', name, message });
});
