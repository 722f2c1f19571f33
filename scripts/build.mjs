// Bundles the program into dist/, so that it needs no packages and starts fast.
//
// The modules are CommonJS because Node 20 starts them several milliseconds sooner than ESM, and because only compiled
// CommonJS can be cached (bin/kiosque.js). esbuild can split only ESM, so each module is converted after the split.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';
import { filesFor, fileText } from './bundle/files.mjs';
import { indexVersion } from './bundle/index-version.mjs';
import { billOfMaterials, bundledPackages, thirdPartyLicenses } from './bundle/notices.mjs';
import { patches, yogaBinary } from './bundle/patches.mjs';

const target = 'node20.19';
const IMPORT_META =
  'const importMeta={dirname:__dirname,get url(){return require("node:url").pathToFileURL(__filename).href}};';
const SPREAD_DEFAULT =
  'module.exports=Object.assign(Object.create(null,{__esModule:{value:true}}),module.exports.default,{default:module.exports.default});';

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
  entryPoints: ['src/cli.tsx'],
  entryNames: '[name]-[hash]',
  splitting: true,
  define: {
    INDEX_VERSION,
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    'import.meta': 'importMeta',
  },
});
// The worker is a bundle of its own because a thread starts from a file. What only some files need is in others beside it.
const worker = await build({
  ...shared,
  entryPoints: { 'index-worker': 'src/index/worker.ts' },
  chunkNames: 'index-worker-[name]-[hash]',
  splitting: true,
  define: { INDEX_VERSION },
  outExtension: { '.js': '.mjs' },
});

const modules = await Promise.all(
  outputFiles.map(async ({ path, text }) => [basename(path), await commonjs(path, text)]),
);
const files = filesFor(metafile.outputs);
const texts = [...new Set(Object.values(files))].map((file) => [
  file,
  fileText(modules.filter(([name]) => files[name] === file)),
]);

await rm('dist', { recursive: true, force: true });
await mkdir('dist');
await Promise.all([
  writeFile(
    'dist/package.json',
    JSON.stringify({ type: 'commonjs', main: entryModule(), build: buildName(), files }),
  ),
  ...worker.outputFiles.map(({ path, text }) => writeFile(path, text)),
  writeFile('dist/yoga.wasm', await yogaBinary('node_modules')),
  ...texts.map(([file, text]) => writeFile(`dist/${file}`, text)),
]);

await writeNotices();
await prepareCatalogue('articles');

/** Writes the licenses of the bundled packages, and the bill of materials. */
async function writeNotices() {
  const packages = await bundledPackages(
    [metafile, worker.metafile].flatMap(({ inputs }) => Object.keys(inputs)),
  );
  const application = JSON.parse(await readFile('package.json', 'utf8'));
  await writeFile('dist/THIRD-PARTY-LICENSES', thirdPartyLicenses(packages));
  await writeFile('dist/sbom.cdx.json', JSON.stringify(billOfMaterials(application, packages), null, 2));
}

/** Writes the metadata of the bundled articles to dist/catalogue.json, so that a start need not read the articles. */
async function prepareCatalogue(articles) {
  const script = resolve('dist/prepare.mjs');
  await build({
    stdin: {
      contents:
        "export { loadLibrary } from './src/library/load-library.ts'; export { prepare } from './src/library/prepared-catalogue.ts';",
      resolveDir: '.',
    },
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['yaml', 'smol-toml'],
  });
  const { loadLibrary, prepare } = await import(pathToFileURL(script).href);
  const folder = resolve(articles);
  const library = await loadLibrary([folder]);
  await writeFile('dist/catalogue.json', prepare(library.articles, folder));
  await rm(script);
}

function entryModule() {
  const [path] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === 'src/cli.tsx');
  return basename(path);
}

/**
 * A hash of the built files. The names in the code cache contain it, because V8 accepts compiled code for any source of
 * the same length.
 */
function buildName() {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 12);
}

async function commonjs(path, text) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target,
    minify: true,
    supported: { 'dynamic-import': false },
    banner: text.includes('importMeta') ? IMPORT_META : '',
  });
  // esbuild gives a CommonJS package only a default export, but dynamic imports of it need the named exports too.
  const { entryPoint } = metafile.outputs[relative('.', path)];
  const lean = withoutCopies(code);
  return ascii(entryPoint && metafile.inputs[entryPoint].format === 'cjs' ? lean + SPREAD_DEFAULT : lean);
}

/**
 * Lets default imports of Node's modules inherit from the module: esbuild's helper defines a getter for each of its
 * properties, which takes 0.3 ms for `process`, as long as 500 lines of code.
 */
function withoutCopies(code) {
  return code.replace(/(?<==)[\w$]+\((require\("node:[a-z_/]+"\))(?:,1)?\)/g, '{__proto__:$1,default:$1}');
}

/**
 * Escapes all characters outside ASCII, so that the files can be read as Latin-1, which is faster than UTF-8 and halves
 * the memory of strings. esbuild has escaped strings already; the rest are regular expressions, where the same escapes
 * work, and comments.
 */
function ascii(code) {
  if (/String\.raw`[^`]*[^\x00-\x7f]/.test(code))
    throw new Error('a raw string would hold the escape itself');
  return code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
