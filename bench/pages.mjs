// Builds and runs pages.ts.
import { build } from 'esbuild';

await build({
  entryPoints: ['bench/pages.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: '.bench/pages.mjs',
  banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
  external: ['linkedom', '@mozilla/readability'],
  logLevel: 'warning',
});
await import('../.bench/pages.mjs');
