// Loads the chunks of the built program, and keeps V8's compiled form of them in the cache folder of whoever runs it.
// The cache belongs to one build and one version of Node, is checked by V8, and is never needed; where it cannot be read
// or written everything works, slower. (From Node 22.1 on this is built in, as `module.enableCompileCache`.)
'use strict';
const { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { isAbsolute, join } = require('node:path');
const { Script } = require('node:vm');
const { pack, unpack } = require('./pack.js');

/**
 * Milliseconds after which what was compiled is kept, and not only at the end: a program that runs long may be killed,
 * and V8 forgets functions that were not called for some time, those of the start first.
 */
const SETTLED = 2_000;

/**
 * @param dist   folder of the chunks
 * @param build  name of the build, other for other chunks
 */
exports.openLoader = function openLoader(dist, build) {
  const folder = cacheFolder();
  const prefix = `${process.version}-${process.arch}-${build}-`;
  /** Modules by file name: their exports, there before they are run, as for Node's own. */
  const modules = new Map();
  /**
   * What was compiled, by the chunk that the program asked for, which brings those that it requires: one file of the
   * cache for all of them.
   */
  const groups = new Map();
  let group;
  let isWhole = true;

  process.on('exit', keep);
  return { load };

  /** The exports of a chunk of the program. */
  function load(name) {
    const known = modules.get(name);
    if (known) return known.exports;
    const outer = group;
    group ??= open(name);
    try {
      return run(name);
    } finally {
      group = outer;
    }
  }

  function open(name) {
    const path = join(folder, prefix + name);
    const opened = { path, kept: unpack(read(path)), scripts: new Map() };
    groups.set(name, opened);
    return opened;
  }

  function run(name) {
    const module = { exports: {} };
    modules.set(name, module);
    const filename = join(dist, name);
    const source = readFileSync(filename, 'latin1');
    const cachedData = group.kept.get(name);
    const script = new Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
      filename,
      cachedData,
    });
    group.scripts.set(name, script);
    if (!cachedData || script.cachedDataRejected) missed();
    const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
    script.runInThisContext()(module.exports, requireFrom, module, filename, dist);
    return module.exports;
  }

  function missed() {
    if (isWhole) setTimeout(keep, SETTLED).unref();
    isWhole = false;
  }

  /** Keeps what was compiled, with the functions that were used; removes what other builds left. */
  function keep() {
    if (isWhole) return;
    isWhole = true;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      for (const { path, scripts } of groups.values()) {
        const temporary = `${path}.${process.pid}`;
        writeFileSync(
          temporary,
          pack([...scripts].map(([name, script]) => [name, script.createCachedData()])),
        );
        renameSync(temporary, path);
      }
      for (const name of readdirSync(folder)) {
        if (!name.includes(`-${build}-`)) rmSync(join(folder, name), { force: true });
      }
    } catch {
      // A full disk, a folder that is not ours: then without.
    }
  }
};

function cacheFolder() {
  const { HOME, XDG_CACHE_HOME: base } = process.env;
  const cache = base && isAbsolute(base) ? base : join(HOME || require('node:os').homedir(), '.cache');
  return join(cache, 'kiosque', 'code');
}

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
