import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * The version of what an index holds, a whole number below 2³¹: another one for any other code that makes it, be it how
 * articles are described, how words are told apart or how they are written down. Comments and names do not count.
 */
export async function indexVersion() {
  const { outputFiles } = await build({
    stdin: {
      contents: "export * from './src/index/update.ts'; export * from './src/library/load-library.ts';",
      resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
    },
    bundle: true,
    write: false,
    minify: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  return createHash('sha256').update(outputFiles[0].text).digest().readUInt32BE() >>> 1;
}
