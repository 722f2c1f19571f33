// Makes src/lexicon/known-words.bin, a set of frequent words. Run it when the lists of words or the folding have changed.
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = `${root}node_modules/.known-words.mjs`;
await build({
  entryPoints: [`${root}scripts/known-words.ts`],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
});
const { knownWords } = await import(outfile);
await writeFile(`${root}src/lexicon/known-words.bin`, knownWords().bytes);
await rm(outfile);
