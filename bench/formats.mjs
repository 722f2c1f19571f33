// Builds and runs formats.ts.
import { build } from 'esbuild';

await build({
  entryPoints: ['bench/formats.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: '.bench/formats.mjs',
  banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
  logLevel: 'warning',
});
await import('../.bench/formats.mjs');
