import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishing } from './publishing.ts';

/** Rewrites articles and publishes them in a loop until the process is killed. Reports each version once it is published. */
const [articles, cache, to, files] = process.argv.slice(2) as [string, string, string, string];
for (let version = Date.now(); ; version += 1) {
  for (let i = 0; i < 5; i += 1) {
    const number = (version * 7 + i) % Number(files);
    // By a rename, so that a kill leaves no empty article.
    writeFileSync(join(to, '../next'), `Le prix de l’article. Jeton${number}v${version}.\n`);
    renameSync(join(to, '../next'), join(articles, `${number}.md`));
  }
  await publishing([articles], to, { cache, keep: 1 });
  process.stdout.write(`${version}\n`);
}
