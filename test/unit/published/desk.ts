import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../../support/home.ts';
import { PublishedLibrary, publishing } from '../../support/publishing.ts';
import { TestLibrary } from '../index/folder.ts';

/** An empty library and the folder that it is published in. */
export function desk(): {
  library: TestLibrary;
  to: string;
  publish: (...given: Partial<Parameters<typeof publishing>>) => ReturnType<typeof publishing>;
  open: () => PublishedLibrary;
} {
  const library = new TestLibrary();
  onTestFinished(() => library.clear());
  const to = join(temporaryFolder(), 'public');
  return {
    library,
    to,
    publish: (paths = [library.articles], folder = to, options = {}) =>
      publishing(paths, folder, { cache: library.cache, ...options }),
    open: () => new PublishedLibrary(to),
  };
}
