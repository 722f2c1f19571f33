// Bundles the program into dist/, so that it needs no packages and starts fast.
//
// The modules are CommonJS because Node 20 starts them several milliseconds sooner than ESM, and because only compiled
// CommonJS can be cached (bin/kiosque.js). esbuild can split only ESM, so each module is converted after the split.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { build, transform } from 'esbuild';
import { commonjs } from './bundle/commonjs.mjs';
import { filesFor, fileText, idOf, START_FILE, withIds } from './bundle/files.mjs';
import { importSource } from './bundle/import-source.mjs';
import { indexVersion } from './bundle/index-version.mjs';
import { billOfMaterials, bundledPackages, thirdPartyLicenses } from './bundle/notices.mjs';
import { patches, yogaBinary } from './bundle/patches.mjs';

const target = 'node20.19';
const PROGRAM = 'src/cli.tsx';
/** The program of a thread. It shares its modules with the program, but a thread starts from a file (bundle/thread.mjs). */
const INDEX_WORKER = 'src/index/worker.ts';

/** Packages that dist/known-words.bin is made of. */
const WORD_LISTS = ['en', 'fr'].map((language) => `node_modules/@zxcvbn-ts/language-${language}/`);

const shared = {
  outdir: 'dist',
  bundle: true,
  write: false,
  metafile: true,
  minify: true,
  platform: 'node',
  target,
  format: 'esm',
  plugins: patches,
  // The build is the same bytes if node_modules is a link.
  preserveSymlinks: true,
  logLevel: 'warning',
};

const INDEX_VERSION = String(await indexVersion());
const { outputFiles, metafile } = await build({
  ...shared,
  entryPoints: [PROGRAM, INDEX_WORKER],
  entryNames: '[name]-[hash]',
  splitting: true,
  // White space is removed when the modules are converted, which needs lines.
  minify: false,
  minifyIdentifiers: true,
  minifySyntax: true,
  define: {
    INDEX_VERSION,
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    'import.meta': 'importMeta',
  },
});
// The thread that converts AsciiDoc is a bundle of its own, which alone has the library for it.
const asciidoc = await build({
  ...shared,
  entryPoints: { 'asciidoc-worker': 'src/library/packed/asciidoc/worker.ts' },
  outExtension: { '.js': '.mjs' },
});

const files = filesFor(metafile.outputs);
const modules = await Promise.all(
  outputFiles.map(async ({ path, text }) => {
    const name = basename(path);
    const isStart = files[name] === START_FILE;
    return [name, await commonjs(text, { isCommonJsPackage: isCommonJs(path), target, isStart })];
  }),
);
const texts = [...new Set(Object.values(files))].map((file) => [
  file,
  fileText(
    file,
    modules.filter(([name]) => files[name] === file).map(([name, code]) => [name, withIds(code, files)]),
  ),
]);

await rm('dist', { recursive: true, force: true });
await mkdir('dist');
await Promise.all([
  writeFile(
    'dist/package.json',
    JSON.stringify({ type: 'commonjs', main: moduleOf(PROGRAM), build: buildName() }),
  ),
  writeFile('dist/index-worker.mjs', await threadOf(INDEX_WORKER)),
  ...asciidoc.outputFiles.map(({ path, text }) => writeFile(path, text)),
  writeFile('dist/yoga.wasm', await yogaBinary('node_modules')),
  copyFile('src/lexicon/known-words.bin', 'dist/known-words.bin'),
  ...texts.map(([file, text]) => writeFile(`dist/${file}`, text)),
]);

await writeNotices();
await prepareCatalogue('articles');
await writeManual();

/** Writes the licenses of the bundled packages, and the bill of materials. */
async function writeNotices() {
  const packages = await bundledPackages([
    ...[metafile, asciidoc.metafile].flatMap(({ inputs }) => Object.keys(inputs)),
    ...WORD_LISTS,
  ]);
  const application = JSON.parse(await readFile('package.json', 'utf8'));
  await writeFile('dist/THIRD-PARTY-LICENSES', thirdPartyLicenses(packages));
  await writeFile('dist/sbom.cdx.json', JSON.stringify(billOfMaterials(application, packages), null, 2));
}

/** Writes the metadata of the bundled articles to dist/catalogue.json, so that a start need not read the articles. */
async function prepareCatalogue(articles) {
  const { loadLibrary, prepare } = await importSource(
    'src/library/load-library.ts',
    'src/library/prepared-catalogue.ts',
  );
  const folder = resolve(articles);
  const library = await loadLibrary([folder]);
  await writeFile('dist/catalogue.json', prepare(library.articles, folder));
}

/** Writes the pages of the manual: those in English to dist/man, where npm takes them from, the others to folders below it. */
async function writeManual() {
  const { LANGUAGES, manualPages } = await importSource('src/messages/locale.ts', 'src/cli/manual/pages.ts');
  for (const language of LANGUAGES) {
    const folder = language === 'en' ? 'dist/man' : `dist/man/${language}`;
    await mkdir(folder, { recursive: true });
    for (const { name, text } of manualPages(language)) await writeFile(`${folder}/${name}`, text);
  }
}

/** True if all of a module is a package in CommonJS. */
function isCommonJs(path) {
  const { entryPoint } = metafile.outputs[relative('.', path)];
  return entryPoint !== undefined && metafile.inputs[entryPoint].format === 'cjs';
}

/** The module of an entry point, as `require` knows it. */
function moduleOf(source) {
  const [path] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === source);
  return idOf(basename(path), files);
}

/** The file from which a thread starts that runs an entry point. */
async function threadOf(source) {
  const { code } = await transform(await readFile('scripts/bundle/thread.mjs', 'utf8'), {
    minify: true,
    target,
  });
  return code.replace('MODULE', moduleOf(source));
}

/**
 * A hash of the built files. The names in the code cache contain it, because V8 accepts compiled code for any source of
 * the same length.
 */
function buildName() {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 12);
}
