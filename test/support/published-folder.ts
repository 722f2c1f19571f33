import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './home.ts';
import { run } from './run.ts';

export interface PublishedLibrary {
  /** The folder to be served. */
  readonly folder: string;
  /** Writes an article, by the path of its file below the library. */
  write(name: string, text: string): void;
  /** Publishes what has been written. */
  publish(): Promise<void>;
}

/** A library whose articles are written by a test, and which the built program publishes. */
export function publishedLibrary(): PublishedLibrary {
  const [home, source, folder] = [temporaryFolder(), temporaryFolder(), join(temporaryFolder(), 'out')];
  return {
    folder,
    write: (name, text) => {
      const path = join(source, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    },
    publish: async () => {
      const { code, stderr } = await run(['publish', source, '--to', folder], { home });
      if (code !== 0) throw new Error(stderr);
    },
  };
}
