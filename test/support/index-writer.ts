import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LibraryIndex } from '../../src/index/library-index.ts';
import { refresh } from '../../src/index/search-library.ts';

/** Rewrites articles and updates their index in a loop until the process is killed. */
const [folder, cache, files] = process.argv.slice(2) as [string, string, string];
const options = { paths: [folder], cache };
const index = new LibraryIndex(options);
for (let version = Date.now(); ; version += 1) {
  for (let i = 0; i < 12; i += 1) {
    const number = (version * 7 + i * 5) % Number(files);
    writeFileSync(join(folder, `${number}.md`), `Le prix de l’article. Jeton${number}v${version}.\n`);
  }
  await refresh(index, options);
  if (process.stdout.writableLength === 0) process.stdout.write('.');
}
