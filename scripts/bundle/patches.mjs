// Patches that remove or replace parts of packages when they are bundled. Each states its reason, and fails the build
// if the package has changed in that place.
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';

/** Drops unused imports of Node's own modules, which have no side effects. */
const builtins = {
  name: 'builtins',
  setup(build) {
    const names = new Set(builtinModules);
    build.onResolve({ filter: /^(?:node:)?[a-z_/0-9]+$/ }, ({ path }) =>
      names.has(path.replace(/^node:/, '')) ? { path, external: true, sideEffects: false } : undefined,
    );
  },
};

/** Removes Ink's top-level await of its developer tools, because a CommonJS bundle cannot have one. */
const ink = replaceIn(/ink\/build\/reconciler\.js$/, [
  ["await import('./devtools.js');", ''],
  ['await loadPackageJson();', 'packageInfo;'],
]);

/**
 * Joins the rows of panes that stand side by side. Ink composes every frame cell by cell, in case texts overlap, which
 * takes 15 ms for each key.
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

/** Delays the segmenters that packages of Ink create when they load, for texts that never occur (lazy-segmenter.js). */
const segmenters = {
  name: 'segmenters',
  setup({ initialOptions: options }) {
    options.define = { ...options.define, 'Intl.Segmenter': 'LazySegmenter' };
    options.inject = [...(options.inject ?? []), resolve('scripts/bundle/lazy-segmenter.js')];
  },
};

/**
 * Compiles Yoga from a WebAssembly file when it is loaded. The package decodes 88 kB of base64, uses `fetch`, which is
 * slow to load in Node, and awaits the result at top level, which a CommonJS bundle cannot.
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

/** The WebAssembly of Yoga, decoded from the package. */
export async function yogaBinary(packages) {
  const source = await readFile(`${packages}/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js`, 'utf8');
  const [, base64] = /"data:application\/octet-stream;base64,([^"]+)"/.exec(source) ?? [];
  if (!base64) throw new Error('yoga-layout no longer holds its WebAssembly as base64');
  return Buffer.from(base64, 'base64');
}

/**
 * Leaves only the highlighter's languages in highlight.js, which registers a megabyte of them, and makes the grammar of a
 * language when it is first asked for: making all of them takes 40 % of the time of loading the highlighter.
 */
const languages = {
  name: 'languages',
  setup(build) {
    build.onLoad({ filter: /highlight\.js\/lib\/index\.js$/ }, () => ({
      contents: `module.exports = require('./core');`,
    }));
    build.onLoad({ filter: /highlight\.js\/lib\/core\.js$/ }, async ({ path }) => {
      const names = Object.keys(JSON.parse(await readFile('src/document/languages.json', 'utf8')));
      const grammars = names.map((name) => `['${name}', () => require('./languages/${name}')]`);
      return {
        contents: replaced(
          await readFile(path, 'utf8'),
          'const languages = Object.create(null);',
          `const grammars = new Map([${grammars.join(', ')}]);
           const languages = new Proxy(Object.create(null), {
             get(made, name) {
               if (!(name in made) && grammars.has(name)) registerLanguage(name, grammars.get(name)());
               return made[name];
             },
           });`,
          path,
        ),
      };
    });
  },
};

/** Removes the 200 kB table of emoji names from marked-terminal, which renders only code here. */
const emoji = {
  name: 'emoji',
  setup(build) {
    build.onLoad({ filter: /node-emoji\/lib\/index\.js$/ }, () => ({
      contents: 'export const get = () => undefined;',
    }));
  },
};

/**
 * Makes marked build its patterns on first use. It builds all of them when it is loaded, even for constructs that a text
 * does not use.
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

/** Joins the lines of a mail as they come: postal-mime makes a Blob of all of them, which takes more than 1 kB for each. */
const mailLines = replaceIn(/postal-mime\/dist\/esm\/pass-through-decoder\.js$/, [
  [
    "        this.chunks.push(line);\n        this.chunks.push('\\n');",
    `        const needed = this.length + line.length + 1;
        if (this.bytes === undefined || needed > this.bytes.length) {
            const larger = new Uint8Array(Math.max(1024, 2 * needed));
            if (this.bytes) larger.set(this.bytes.subarray(0, this.length));
            this.bytes = larger;
        }
        this.bytes.set(line, this.length);
        this.bytes[needed - 1] = 10;
        this.length = needed;`,
  ],
  ['this.chunks = [];', 'this.length = 0;'],
  ['new Blob(this.chunks,', 'new Blob(this.bytes ? [this.bytes.subarray(0, this.length)] : [],'],
]);

export const patches = [builtins, ink, inkOutput, segmenters, marked, yoga, languages, emoji, mailLines];

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
