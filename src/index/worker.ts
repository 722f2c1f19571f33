import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { updateFolder } from './folder-update.ts';
import { FolderStore } from './store.ts';
import type { Addition, Changes } from './update.ts';

/** What the thread is given at first; the articles come in batches, one for each time it asks, an empty one last. */
export interface Work {
  readonly folder: string;
  readonly changes: Changes;
}

/** What it says. */
export type Report =
  | { readonly kind: 'more' }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'commit' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 50;

const { folder, changes } = workerData as Work;
const say = (report: Report): void => parentPort?.postMessage(report);
let reported = 0;

/** The next batch is asked for before the one that has come is worked on. */
async function* additions(): AsyncGenerator<Addition> {
  let coming = batch();
  for (let items = await coming; items.length > 0; items = await coming) {
    coming = batch();
    yield* items;
  }
}

async function batch(): Promise<readonly Addition[]> {
  const answer = parentPort ? once(parentPort, 'message') : [[]];
  say({ kind: 'more' });
  const [items] = await answer;
  return items as readonly Addition[];
}

try {
  await updateFolder(new FolderStore(folder, changes.paths), changes, additions(), {
    pause: () => undefined,
    onProgress: (done, total) => {
      if (performance.now() - reported < REPORT_EVERY && done !== total) return;
      reported = performance.now();
      say({ kind: 'progress', done, total });
    },
    onCommit: () => say({ kind: 'commit' }),
  });
  say({ kind: 'done' });
} catch (error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  say({ kind: 'failed', name, message });
}
