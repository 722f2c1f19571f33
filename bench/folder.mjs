// Builds and runs folder.ts.
import { build } from 'esbuild';

await build({
  entryPoints: ['bench/folder.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: '.bench/folder.mjs',
  banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
  external: ['linkedom', '@mozilla/readability', '@asciidoctor/core'],
  logLevel: 'warning',
});
await import('../.bench/folder.mjs');
