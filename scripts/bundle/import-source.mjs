import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Imports files of the program's source: the exports of all of `paths`, which are relative to the working directory. */
export async function importSource(...paths) {
  const outfile = resolve('dist/source.mjs');
  await build({
    stdin: { contents: paths.map((path) => `export * from './${path}';`).join('\n'), resolveDir: '.' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // They are installed where the program is built.
    external: ['yaml', 'smol-toml'],
  });
  try {
    // The file has another content each time, and Node keeps the first of a name.
    return await import(`${pathToFileURL(outfile).href}?${paths.join('&')}`);
  } finally {
    await rm(outfile);
  }
}
