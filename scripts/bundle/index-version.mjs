import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * The version of the index format and content, an integer below 2³¹. It is a hash of the code that makes an index (the
 * metadata of articles, the tokenizer, the file formats), minified so that comments and names do not change it.
 */
export async function indexVersion() {
  const { outputFiles } = await build({
    stdin: {
      contents: ['index/update', 'index/save-listing', 'library/load-library']
        .map((module) => `export * from './src/${module}.ts';`)
        .join('\n'),
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
