// Builds into .bench/ the modules that the benchmarks run besides the built program.
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';

const shared = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  minify: true,
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
  banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
  logLevel: 'warning',
};

/** Builds and imports a module with `parseDocument`, `layout` and, as the reference, the `lexer` of marked. */
export async function buildText() {
  mkdirSync('.bench', { recursive: true });
  await build({
    ...shared,
    stdin: {
      contents:
        "export { parseDocument } from './src/document/parse-document.ts'; export { layout } from './src/text/layout.ts'; export { lexer } from 'marked';",
      resolveDir: '.',
    },
    outfile: '.bench/text.mjs',
  });
  return import('../.bench/text.mjs');
}

/** Builds and imports the module that makes articles. */
export async function buildCorpus() {
  mkdirSync('.bench', { recursive: true });
  await build({ ...shared, entryPoints: ['bench/corpus.ts'], outfile: '.bench/corpus.mjs' });
  return import('../.bench/corpus.mjs');
}

/** Builds a program that runs the `lexer` of marked on a file, and returns its path. */
export async function buildLexer() {
  mkdirSync('.bench', { recursive: true });
  const contents =
    "import { readFileSync } from 'node:fs'; import { lexer } from 'marked'; lexer(readFileSync(process.argv[2], 'utf8'));";
  await build({ ...shared, stdin: { contents, resolveDir: '.' }, outfile: '.bench/lexer.mjs' });
  return '.bench/lexer.mjs';
}

/** Builds the plain Ink program, bundled as in Ink's documentation, and returns its path. */
export async function buildPlainInk() {
  await build({
    ...shared,
    entryPoints: ['bench/plain-ink.tsx'],
    outfile: '.bench/plain-ink.mjs',
    alias: { 'react-devtools-core': './bench/empty.mjs' },
  });
  return '.bench/plain-ink.mjs';
}
