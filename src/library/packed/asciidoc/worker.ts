import { parentPort } from 'node:worker_threads';
import { asciidocToHtml } from './to-html.ts';

/** Converts the texts that are sent to the thread, one after the other. The first message says that it is ready. */
parentPort?.on('message', (source: string) => {
  asciidocToHtml(source).then(
    (page) => parentPort?.postMessage(page),
    () => parentPort?.postMessage(undefined),
  );
});
parentPort?.postMessage('ready');
