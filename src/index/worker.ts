import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { type Converters, setConverters } from '../library/converters.ts';
import { type Batch, fromBatch, NO_BATCH } from './batch.ts';
import { updateFolder } from './folder-update.ts';
import { FolderStore } from './store.ts';
import type { Addition, Changes } from './update.ts';

/** The worker's first message. The articles follow in batches, each on request; the last one is empty. */
export interface Work {
  readonly folder: string;
  readonly changes: Changes;
  readonly converters: Converters;
}

/** A message of the worker. */
export type Report =
  | { readonly kind: 'more' }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'commit' }
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

async function work(): Promise<void> {
  await updateFolder(new FolderStore(folder, changes.paths), changes, additions(), {
    pause: () => undefined,
    onProgress: (done, total) => {
      if (performance.now() - reported < REPORT_EVERY && done !== total) return;
      reported = performance.now();
      report({ kind: 'progress', done, total });
    },
    onCommit: () => report({ kind: 'commit' }),
  });
  report({ kind: 'done' });
}

// Not awaited at the top, which CommonJS cannot.
work().catch((error: unknown) => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  report({ kind: 'failed', name, message });
});
