#!/usr/bin/env node
// Starts the built program, and keeps V8's compiled form of it in the cache folder of whoever runs it: compiling is
// most of what a start costs. The cache belongs to one build and one version of Node, is checked by V8, and is never
// needed; where it cannot be read or written everything works, slower. (From Node 22.1 on this is built in, as
// `module.enableCompileCache`.)
'use strict';
const { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { homedir } = require('node:os');
const { isAbsolute, join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '../dist');
const { XDG_CACHE_HOME: base } = process.env;
const folder = join(base && isAbsolute(base) ? base : join(homedir(), '.cache'), 'kiosque', 'code');
const prefix = `${process.version}-${process.arch}-`;

/** Modules by file name: their exports, there before they are run, as for Node's own. */
const loaded = new Map();
/** Scripts whose compiled form is to be kept, by the file to keep it in. */
const fresh = new Map();

load(JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8')).main);
process.on('exit', keep);

/** The exports of a chunk of the program. Chunks are named after their contents, so the name is the key in the cache. */
function load(name) {
  const known = loaded.get(name);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  const filename = join(dist, name);
  const source = readFileSync(filename, 'utf8');
  const kept = join(folder, `${prefix}${name}`);
  const cachedData = read(kept);
  const wrapped = `(function(exports,require,module,__filename,__dirname){${source}\n})`;
  const script = new Script(wrapped, { filename, cachedData });
  if (!cachedData || script.cachedDataRejected) fresh.set(kept, script);
  const run = script.runInThisContext();
  run(
    module.exports,
    (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id)),
    module,
    filename,
    dist,
  );
  return module.exports;
}

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Keeps what was compiled, with the functions that were used; removes what an earlier build left. */
function keep() {
  if (fresh.size === 0) return;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const [path, script] of fresh) {
      const temporary = `${path}.${process.pid}`;
      writeFileSync(temporary, script.createCachedData());
      renameSync(temporary, path);
    }
    const chunks = readdirSync(dist);
    for (const name of readdirSync(folder)) {
      if (!chunks.some((chunk) => name.endsWith(`-${chunk}`))) rmSync(join(folder, name));
    }
  } catch {
    // A full disk, a folder that is not ours: then without.
  }
}
