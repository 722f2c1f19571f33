// What is left out of, or put in the place of, parts of packages when they are bundled. Each says why, and fails the
// build when the package no longer looks as it did.
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';

/** Node's own modules have no side effects: an import of one that nothing uses is dropped. */
const builtins = {
  name: 'builtins',
  setup(build) {
    const names = new Set(builtinModules);
    build.onResolve({ filter: /^(?:node:)?[a-z_/0-9]+$/ }, ({ path }) =>
      names.has(path.replace(/^node:/, '')) ? { path, external: true, sideEffects: false } : undefined,
    );
  },
};

/** Ink awaits at top level what only its own developers need; a CommonJS bundle cannot. */
const ink = replaceIn(/ink\/build\/reconciler\.js$/, [
  ["await import('./devtools.js');", ''],
  ['await loadPackageJson();', 'packageInfo;'],
]);

/**
 * Ink composes every frame cell by cell, so that texts may overlap: 15 ms a key. Our panes stand side by side, so that
 * the rows of a frame are those of the panes one after the other.
 */
const inkOutput = replaceIn(/ink\/build\/output\.js$/, [
  ['import ', `import { joinRows } from ${JSON.stringify(resolve('scripts/bundle/join-rows.ts'))};\nimport `],
  [
    '    get() {',
    `    get() {
        const rows = joinRows(this.operations, this.height);
        if (rows) return { output: rows.join('\\n'), height: this.height };`,
  ],
]);

/** Packages of Ink make segmenters when they are loaded, for texts that we never give it (see lazy-segmenter.js). */
const segmenters = {
  name: 'segmenters',
  setup({ initialOptions: options }) {
    options.define = { ...options.define, 'Intl.Segmenter': 'LazySegmenter' };
    options.inject = [...(options.inject ?? []), resolve('scripts/bundle/lazy-segmenter.js')];
  },
};

/**
 * Yoga as a file of WebAssembly compiled while it is loaded, in place of 88 kB of base64 that are decoded, fetched
 * (which loads all of Node's `fetch`) and awaited at top level (which a CommonJS bundle cannot).
 */
const yoga = {
  name: 'yoga',
  setup(build) {
    build.onLoad({ filter: /yoga-layout\/dist\/binaries\/yoga-wasm-base64-esm\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: replaced(source, /"data:application\/octet-stream;base64,[^"]+"/, '""', path) };
    });
    build.onLoad({ filter: /yoga-layout\/dist\/src\/index\.js$/ }, async ({ path }) => ({
      contents: replaced(
        await readFile(path, 'utf8'),
        'const Yoga = wrapAssembly(await loadYoga());',
        `import { readFileSync } from 'node:fs';
         const assembly = {
           instantiateWasm(imports, receive) {
             const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(__dirname + '/yoga.wasm')), imports);
             receive(instance);
             return instance.exports;
           },
         };
         loadYoga(assembly);
         const Yoga = wrapAssembly(assembly);`,
        path,
      ),
    }));
  },
};

/** The bytes that the patch above reads. */
export async function yogaBinary(packages) {
  const source = await readFile(`${packages}/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js`, 'utf8');
  const [, base64] = /"data:application\/octet-stream;base64,([^"]+)"/.exec(source) ?? [];
  if (!base64) throw new Error('yoga-layout no longer holds its WebAssembly as base64');
  return Buffer.from(base64, 'base64');
}

/** highlight.js registers every language it has, a megabyte of them: ours are those that the highlighter knows. */
const languages = {
  name: 'languages',
  setup(build) {
    build.onLoad({ filter: /highlight\.js\/lib\/index\.js$/ }, async () => {
      const names = Object.keys(JSON.parse(await readFile('src/style/languages.json', 'utf8')));
      const registered = names.map(
        (name) => `hljs.registerLanguage('${name}', require('./languages/${name}'));`,
      );
      return { contents: `var hljs = require('./core');\n${registered.join('\n')}\nmodule.exports = hljs;` };
    });
  },
};

/** marked-terminal brings a table of emoji names, 200 kB, for text that we do not have it render. */
const emoji = {
  name: 'emoji',
  setup(build) {
    build.onLoad({ filter: /node-emoji\/lib\/index\.js$/ }, () => ({
      contents: 'export const get = () => undefined;',
    }));
  },
};

/**
 * marked builds its patterns when it is loaded, also those for the dialects and constructs that a text does not use:
 * they are made when they are first asked for.
 */
const marked = replaceIn(/marked\/lib\/marked\.esm\.js$/, [
  ['getRegex:()=>new RegExp(t,e)', 'getRegex:()=>new LazyRegExp(t,e)'],
  [
    'function ',
    `class LazyRegExp {
        #made;
        constructor(source, flags) { this.source = source; this.flags = flags; }
        get #regExp() { return (this.#made ??= new RegExp(this.source, this.flags)); }
        get lastIndex() { return this.#regExp.lastIndex; }
        set lastIndex(index) { this.#regExp.lastIndex = index; }
        exec(text) { return this.#regExp.exec(text); }
        test(text) { return this.#regExp.test(text); }
        [Symbol.match](text) { return this.#regExp[Symbol.match](text); }
        [Symbol.matchAll](text) { return this.#regExp[Symbol.matchAll](text); }
        [Symbol.replace](text, by) { return this.#regExp[Symbol.replace](text, by); }
        [Symbol.search](text) { return this.#regExp[Symbol.search](text); }
        [Symbol.split](text, limit) { return this.#regExp[Symbol.split](text, limit); }
    }
    function `,
  ],
]);

export const patches = [builtins, ink, inkOutput, segmenters, marked, yoga, languages, emoji];

function replaceIn(filter, pairs) {
  return {
    name: `replace in ${filter}`,
    setup(build) {
      build.onLoad({ filter }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const [from, to] of pairs) contents = replaced(contents, from, to, path);
        return { contents };
      });
    },
  };
}

function replaced(source, from, to, path) {
  const result = source.replace(from, () => to);
  if (result === source) throw new Error(`${path} no longer has ${from}`);
  return result;
}
