// Builds one executable that needs no Node: dist/ must be built before.
//
// Bun is fetched when this script runs rather than installed with the other packages: it takes 100 MB, and its install script
// runs a program, for a build that few people make.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { indexVersion } from './bundle/index-version.mjs';
import { patches } from './bundle/patches.mjs';

const BUN = '1.4.5';
/** Functions are compiled to machine code after this many times the usual calls: most commands end before that pays. */
const JIT_POLICY = 30;
/** The folder in the executable that holds the package's files, as they are in the npm package. */
const FOLDER = 'package';
/** Programs of threads, which start from files of these names. */
const THREADS = {
  'index-worker': 'src/index/worker.ts',
  'asciidoc-worker': 'src/library/packed/asciidoc/worker.ts',
};
/** The files of its package that the program reads. */
const FILES = ['package.json', 'articles', 'completions'];
const BUILT_FILES = ['package.json', 'catalogue.json', 'known-words.bin', 'yoga.wasm'];

/** The exports of the module that can open embedded files, in place of Node's. */
const REPLACED = [
  'openSync',
  'closeSync',
  'fstatSync',
  'statSync',
  'readSync',
  'readFileSync',
  'realpathSync',
];

/** Puts a module that can also open embedded files in place of `node:fs`. */
const embeddedFiles = {
  name: 'embedded files',
  setup(build) {
    // By name: a getter of `node:fs` loads streams.
    const kept = Object.keys(fs).filter((name) => name !== 'default' && !REPLACED.includes(name));
    build.onResolve({ filter: /^(?:node:)?fs$/ }, ({ namespace }) =>
      namespace === 'embedded'
        ? { path: 'node:fs', external: true }
        : { path: 'fs', namespace: 'embedded', sideEffects: false },
    );
    build.onLoad({ filter: /^fs$/, namespace: 'embedded' }, async () => ({
      contents: `
        import system from 'node:fs';
        import { withEmbeddedFiles } from './scripts/binary/embedded-files.ts';
        export { ${kept.join(', ')} } from 'node:fs';
        export const { ${REPLACED.join(', ')} } = withEmbeddedFiles(system, ${await timeOfFiles()});
        export default system;`,
      resolveDir: process.cwd(),
    }));
  },
};

const target = process.argv[2] ?? 'release/kiosque';
const work = await mkdtemp(join(tmpdir(), 'kiosque-binary-'));
try {
  await bundle();
  await gather();
  compile();
} finally {
  await rm(work, { recursive: true });
}

/** A time for the embedded files, in milliseconds, that is another if the articles are others. */
async function timeOfFiles() {
  const hash = createHash('sha256');
  for (const name of (await readdir('articles')).sort()) hash.update(await readFile(`articles/${name}`));
  return hash.digest().readUInt32BE();
}

/** Bundles the program with the same patches as for Node. */
async function bundle() {
  const { outputFiles, metafile } = await build({
    entryPoints: { kiosque: 'src/cli.tsx', ...THREADS },
    outdir: work,
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    minifySyntax: true,
    platform: 'node',
    format: 'esm',
    target: 'esnext',
    plugins: [embeddedFiles, ...patches],
    inject: ['scripts/binary/import-meta.ts'],
    preserveSymlinks: true,
    define: {
      INDEX_VERSION: String(await indexVersion()),
      'process.env.NODE_ENV': '"production"',
      'process.env.DEV': '"false"',
      'import.meta': 'importMeta',
      __dirname: 'importMeta.dirname',
    },
  });
  await mkdir(join(work, FOLDER, 'dist'), { recursive: true });
  for (const { path, text } of outputFiles) {
    const { entryPoint = '' } = metafile.outputs[relative('.', path)];
    const isCommonJs = metafile.inputs[entryPoint]?.format === 'cjs';
    await writeFile(path, isCommonJs ? withNamedExports(text, entryPoint) : text);
  }
}

/** A module of a CommonJS package with its exports by name: esbuild gives it only a default export. */
function withNamedExports(text, path) {
  const names = Object.keys(createRequire(import.meta.url)(resolve(path))).filter(
    (name) => /^[a-zA-Z_$][\w$]*$/.test(name) && name !== 'default',
  );
  const code = text.replace(
    /^export default (.+);$/m,
    (_, exported) =>
      `const all = ${exported};\nexport default all;${names.length > 0 ? `\nexport const { ${names.join(', ')} } = all;` : ''}`,
  );
  if (code === text) throw new Error(`${path} has no default export`);
  return code;
}

/** Copies the files of the package beside the bundle. */
async function gather() {
  for (const name of FILES) await cp(name, join(work, FOLDER, name), { recursive: true });
  for (const name of BUILT_FILES) await cp(`dist/${name}`, join(work, FOLDER, 'dist', name));
}

function compile() {
  const options = [
    '--compile',
    '--bytecode',
    '--format=esm',
    '--minify',
    '--splitting',
    '--no-compile-autoload-dotenv',
    '--no-compile-autoload-bunfig',
    `--compile-jit-policy=${JIT_POLICY}`,
    `--asset=${FOLDER}`,
    '--root=.',
    '--entry-naming=[dir]/[name].mjs',
    `--outfile=${resolve(target)}`,
  ];
  const entries = ['kiosque', ...Object.keys(THREADS)].map((name) => `${name}.js`);
  execFileSync(
    'npm',
    ['exec', '--yes', `--package=bun@${BUN}`, '--', 'bun', 'build', ...options, ...entries],
    { cwd: work, stdio: 'inherit' },
  );
}
