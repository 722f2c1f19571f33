import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { usedConverters } from '../library/converters.ts';
import { type Batch, NO_BATCH, toBatch } from './batch.ts';
import { IndexBusy, IndexConflict, IndexDamage } from './errors.ts';
import { FolderStore, MemoryStore } from './store.ts';
import type { Addition, Additions, Changes, UpdateHooks } from './update.ts';
import type { Report, Work } from './worker.ts';

/** The worker's file beside the bundled program. It does not exist where the sources run unbundled. */
const WORKER = new URL('./index-worker.mjs', import.meta.url);

/** Whether the index can be updated in a worker. */
export const hasWorker = (): boolean => existsSync(fileURLToPath(WORKER));

/** An index to update: one in a folder, or an empty one in memory. */
export interface WorkerTask {
  readonly store: FolderStore | MemoryStore;
  readonly changes: Changes;
}

/**
 * Updates an index in a worker thread, so that the reader's keys and drawing are not delayed: one in a folder by `updateFolder`.
 * The segments of one in memory are copied from the worker.
 */
export async function updateInWorker(
  { store, changes }: WorkerTask,
  additions: Additions,
  hooks: Omit<UpdateHooks, 'mayWrite' | 'pause'>,
): Promise<void> {
  hooks.signal?.throwIfAborted();
  const batches = batchesOf(additions);
  const folder = store instanceof FolderStore ? store.folder : undefined;
  const worker = new Worker(WORKER, {
    workerData: { folder, changes, converters: usedConverters() } satisfies Work,
    stdout: true,
    stderr: true,
  });
  const ended = new AbortController();
  const done = new Promise<void>((resolve, reject) => {
    const stop = (): void => reject(hooks.signal?.reason);
    hooks.signal?.addEventListener('abort', stop, { signal: ended.signal });
    worker.on('message', (report: Report) => {
      if (report.kind === 'more')
        batches.next().then(({ value }) => worker.postMessage(value ?? NO_BATCH), reject);
      else if (report.kind === 'progress') hooks.onProgress?.(report.done, report.total);
      else if (report.kind === 'segment') keepIn(store, report);
      else if (report.kind === 'commit') {
        if (report.manifest) void store.commit(report.manifest);
        hooks.onCommit?.();
      } else if (report.kind === 'done') resolve();
      else reject(errorOf(report));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the index worker ended')));
  });
  try {
    await done;
  } finally {
    ended.abort();
    void worker.terminate();
  }
}

/** Keeps a segment that the worker has made for an index in memory. */
function keepIn(
  store: FolderStore | MemoryStore,
  { name, data, articles }: Report & { kind: 'segment' },
): void {
  if (store instanceof MemoryStore) store.keep(name, data, articles);
}

/** Articles, and UTF-16 units of their texts, sent to the worker at a time: copying more would delay drawing. */
const BATCH = 64;
const BATCH_LENGTH = 1 << 18;

async function* batchesOf(additions: Additions): AsyncGenerator<Batch, undefined> {
  let batch: Addition[] = [];
  let length = 0;
  for await (const addition of additions) {
    batch.push(addition);
    length += addition.text?.length ?? 0;
    if (batch.length < BATCH && length < BATCH_LENGTH) continue;
    yield toBatch(batch);
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield toBatch(batch);
  return undefined;
}

/** The worker's error: an error loses its class on the way between threads. */
function errorOf({ name, message }: { name: string; message: string }): Error {
  const known = [new IndexBusy(message), new IndexConflict(message), new IndexDamage(message)];
  return known.find((error) => error.name === name) ?? new Error(message);
}
