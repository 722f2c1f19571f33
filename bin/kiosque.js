#!/usr/bin/env node
// Starts the built program, and keeps V8's compiled form of it in the cache folder of whoever runs it: compiling is
// most of what a start costs. The cache belongs to one build and one version of Node, is checked by V8, and is never
// needed; where it cannot be read or written everything works, slower. (From Node 22.1 on this is built in, as
// `module.enableCompileCache`.) All of it is in this one file, since finding a second would take a millisecond.
'use strict';
const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} = require('node:fs');
const { dirname, isAbsolute, join } = require('node:path');
const { Script } = require('node:vm');

/**
 * Milliseconds after which what was compiled is kept, and not only at the end: a program that runs long may be killed,
 * and V8 forgets functions that were not called for some time, those of the start first.
 */
const SETTLED = 2_000;

/** Node 20's V8 takes these; later ones count in another way, and complain of what they do not know. */
const COUNTS_BYTECODES = process.version.startsWith('v20.');
/** Bytes of bytecode that a function runs before it is optimised: as V8 has it, and where most run shorter than that takes. */
const SOON = '--interrupt-budget=67584';
const LATE = '--interrupt-budget=1500000';

const dist = join(__dirname, '../dist');
/** Modules by name: their exports, there before they are run, as for Node's own. */
const modules = new Map();
/** Scripts by file name: each holds some modules, as functions. */
const scripts = new Map();
let isKept = true;

// Without a listener Node opens its debugger on a port at SIGUSR1. Here the signal ends the program, as it does other
// programs; the reader has a listener of its own, which restores the terminal first.
process.once('SIGUSR1', (signal) => {
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
});

const manifest = join(dist, 'package.json');
const built = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {};
// Nor was a clone built for this file where the one before built it.
if (built.files) start(built);
else {
  process.stderr.write('kiosque: not built yet; run `npm install && npm run build` in its folder\n');
  process.exitCode = 2;
}

function start({ main, build, files }) {
  const folder = join(cacheFolder(), 'kiosque', 'code');
  const [, , command] = process.argv;
  // Each command is kept the functions that it used. A wrong guess would only make it slower.
  const profile = ['list', 'search', 'show'].includes(command) ? command : 'read';
  // A search is over before the code optimised for it would be there, and the process would wait for that at its end.
  const v8 = profile === 'search' && COUNTS_BYTECODES ? require('node:v8') : undefined;
  // Needed anyway; what is loaded of Node itself once a flag is set is compiled anew.
  if (v8) require('node:zlib');
  v8?.setFlagsFromString(LATE);
  const prefix = join(folder, `${process.version}-${process.arch}-${build}-${profile}-`);
  process.on('exit', keep);
  load(main);

  /** The exports of a module of the program. */
  function load(name) {
    const known = modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const file = files[name];
    const script = scripts.get(file) ?? compile(file);
    // Indexing takes long enough. What was compiled for it had to be looked for before, as it is kept with the other flag.
    if (name.startsWith('upkeep-')) v8?.setFlagsFromString(SOON);
    if (!script.used.has(name)) {
      script.used.add(name);
      missed();
    }
    const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
    script.modules[name](module.exports, requireFrom, module, join(dist, name), dist);
    return module.exports;
  }

  function compile(file) {
    const filename = join(dist, file);
    const { used, cachedData } = read(prefix + file);
    const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
    const isCached = cachedData !== undefined && !script.cachedDataRejected;
    const compiled = { script, used: new Set(isCached ? used : []), modules: script.runInThisContext() };
    scripts.set(file, compiled);
    return compiled;
  }

  function missed() {
    if (isKept) setTimeout(keep, SETTLED).unref();
    isKept = false;
  }

  /** Keeps what was compiled, with the functions that were used; removes what other builds left. */
  function keep() {
    if (isKept) return;
    isKept = true;
    // What is kept is good only where the same flags are set.
    v8?.setFlagsFromString(LATE);
    try {
      makeFolder(folder);
      for (const [file, { script, used }] of scripts) write(prefix + file, used, script.createCachedData());
      for (const name of readdirSync(folder)) {
        if (!name.includes(`-${build}-`)) rmSync(join(folder, name), { force: true });
      }
    } catch {
      // A full disk, a folder that is not ours: then without.
    }
  }
}

function cacheFolder() {
  const { HOME, XDG_CACHE_HOME: base } = process.env;
  return base && isAbsolute(base) ? base : join(HOME || require('node:os').homedir(), '.cache');
}

/** As src/files/make-folder.ts does: Node's recursive `mkdir` never returns where a folder refuses new entries, as `/proc/1` does. */
function makeFolder(path) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** What `write` wrote; nothing where that is missing or not whole. */
function read(path) {
  try {
    const bytes = readFileSync(path);
    const end = bytes.indexOf(10);
    const { used, length } = JSON.parse(bytes.toString('latin1', 0, end));
    const cachedData = bytes.subarray(end + 1);
    return cachedData.length === length ? { used, cachedData } : {};
  } catch {
    return {};
  }
}

/** A line that says which modules were used, then the compiled code, at a multiple of 8, or V8 would copy it. */
function write(path, used, code) {
  const line = JSON.stringify({ used: [...used], length: code.length });
  const head = `${line.padEnd(line.length + (-(line.length + 1) & 7))}\n`;
  const temporary = `${path}.${process.pid}`;
  try {
    writeFileSync(temporary, Buffer.concat([Buffer.from(head, 'latin1'), code]), { mode: 0o600 });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
