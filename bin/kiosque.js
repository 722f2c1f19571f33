#!/usr/bin/env node
// Starts the built program. Compiling it takes a fifth of a start, so V8's compiled code is kept in the user's cache
// folder. (Node has `module.enableCompileCache` for this, from 22.1 on.) The cache is optional: if it cannot be trusted,
// read or written, the program works the same and starts more slowly. This file has what most starts need, because finding
// and loading a second one takes about a millisecond; the rest is in code-cache.js.
'use strict';
const {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  symlinkSync,
  unlinkSync,
} = require('node:fs');
const { dirname, isAbsolute, join } = require('node:path');
const { Script } = require('node:vm');

/**
 * Milliseconds from the first use of a module that was not in the cache to the writing of the cache. It does not wait for the
 * end: a reader may run for days and be killed, and V8 drops the code of functions that were not called for a while.
 */
const WRITE_AFTER = 2_000;
/** Milliseconds for which cached code must have run before it is taken to be good. */
const PROVEN = 1_000;
/**
 * Milliseconds after which V8 may have dropped the code of functions that were not called for a while. Code that is written
 * later, or by a run that made an index, is marked as a part, and the next shorter run writes all of it. Otherwise every
 * search would compile what the one that made the index had lost: 150 of 470 M instructions with 10,000 articles.
 */
const DROPS_AFTER = 5_000;

/** Node 20's V8 counts bytes of bytecode that a function runs before it is optimised; later ones reject these values. */
const COUNTS_BYTECODE = process.version.startsWith('v20.');
/** V8's default, and a value that most searches end before they reach. */
const OPTIMISE_SOON = '--interrupt-budget=67584';
const OPTIMISE_LATE = '--interrupt-budget=1500000';

/** Where src/algorithms/heap-growth.ts keeps the value of V8's flag that it sets. */
const HEAP_GROWTH = Symbol.for('kiosque.heapGrowth');

const dist = join(__dirname, '../dist');

// Without a listener Node opens its debugger on a port at SIGUSR1. Here the signal ends the program, as it does other
// programs; the reader has a listener of its own, which restores the terminal first.
process.once('SIGUSR1', (signal) => {
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
});

const built = readManifest();
// In a build by an earlier version, modules have no file before their names.
if (built?.main.includes('/')) start(built);
else {
  process.stderr.write('kiosque: not built yet; run `npm install && npm run build` in its folder\n');
  process.exitCode = 2;
}

/** The manifest that scripts/build.mjs writes; undefined if the program is not built. */
function readManifest() {
  try {
    return JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Runs the program.
 *
 * @param main   the module to begin with: its file in `dist`, a slash and its name
 * @param build  a name that differs between builds with different code
 */
function start({ main, build }) {
  // Each command has a cache of the functions that it used. Guessing the wrong command only costs time.
  const command = ['list', 'search', 'show', 'complete'].includes(process.argv[2]) ? process.argv[2] : 'read';
  // A search is over before its optimised code would be ready, and Node waits for pending compile jobs at exit.
  const v8 = command === 'search' && COUNTS_BYTECODE ? require('node:v8') : undefined;
  // A search needs it, and once a flag is set V8 rejects the code that Node itself ships of its modules.
  if (v8) require('node:zlib');
  v8?.setFlagsFromString(OPTIMISE_LATE);

  const cache = openCache(build, command);
  /** Modules by name. Their exports exist before they run, as with Node's own, so that they may import each other. */
  const modules = new Map();
  /** Compiled files by name: each is an object of modules, as functions. */
  const scripts = new Map();
  /** True once a module was used whose code was not in the cache, and once the code of a file there was only a part. */
  let hasNew = false;
  let hasPart = false;
  /** True if the run makes or updates an index, during which V8 collects garbage often and drops code soon. */
  let isIndexing = false;
  /** A long text has V8 compile under other flags until its end, so that `show` writes the cache at its end only. */
  const writeSoon = () => command !== 'show' && setTimeout(write, WRITE_AFTER).unref();
  process.on('exit', () => {
    cache?.proven();
    write();
  });
  load(main);

  /** The exports of a module of the program: `id` is its file and its name. */
  function load(id) {
    const known = modules.get(id);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(id, module);
    const slash = id.indexOf('/');
    const file = id.slice(0, slash);
    const name = id.slice(slash + 1);
    const script = scripts.get(file) ?? compile(file);
    // Indexing runs long enough for optimised code. Its file is compiled before: V8 takes cached code only under the flags
    // it was compiled with.
    if (name.startsWith('upkeep-')) {
      isIndexing = true;
      v8?.setFlagsFromString(OPTIMISE_SOON);
    }
    if (!script.used.has(name)) {
      script.used.add(name);
      if (!hasNew) writeSoon();
      hasNew = true;
    }
    script.modules[name](module.exports, requireFrom, module, `${dist}/${name}`, dist);
    return module.exports;
  }

  function requireFrom(id) {
    return id.startsWith('./') ? load(id.slice(2)) : require(id);
  }

  function compile(file) {
    const filename = `${dist}/${file}`;
    const { used, isPart, cachedData } = cache?.read(file) ?? {};
    // Node reads UTF-8 in one call, and 500 kB in 2 M instructions less than Latin-1. The files are ASCII (scripts/build.mjs).
    const source = readFileSync(filename, 'utf8');
    const script = withDefaultGrowth(() => new Script(source, { filename, cachedData }));
    const isCached = cachedData !== undefined && !script.cachedDataRejected;
    const compiled = { script, used: new Set(isCached ? used : []), modules: script.runInThisContext() };
    scripts.set(file, compiled);
    if (isPart && !hasPart) {
      hasPart = true;
      writeSoon();
    }
    return compiled;
  }

  /** Writes the code of all functions that were used to the cache, if some of them were not in it. */
  function write() {
    if (!hasNew && !hasPart) return;
    // Most runs need not load `performance`.
    const isPart = isIndexing || performance.now() > DROPS_AFTER;
    if (!hasNew && isPart) return;
    hasNew = false;
    hasPart = isPart;
    // Cached code is accepted only under the flags it was written with.
    v8?.setFlagsFromString(OPTIMISE_LATE);
    withDefaultGrowth(() => cache?.write(scripts, isPart));
  }
}

/** Calls `use` while the heap grows as V8 lets it, if the program has changed that: its flag counts for cached code. */
function withDefaultGrowth(use) {
  const growth = globalThis[HEAP_GROWTH];
  if (!growth) return use();
  const { setFlagsFromString } = require('node:v8');
  setFlagsFromString('--heap-growing-percent=0');
  try {
    return use();
  } finally {
    setFlagsFromString(`--heap-growing-percent=${growth}`);
  }
}

/**
 * The compiled code of earlier runs of a command; undefined if it is turned off, or in a folder that others may write to.
 *
 * V8's release builds do not notice damage: a changed byte in compiled code ends the process with a segmentation fault. So
 * each file holds its content twice, and the copies are compared: 0.4 ms for half a megabyte, while loading zlib for its
 * `crc32` takes 1 ms. In case intact code crashes all the same, a mark is set before it runs and removed once it has run
 * well (0.2 ms): a start that finds the mark of one that died clears the cache.
 */
function openCache(build, command) {
  const { HOME, KIOSQUE_NO_CACHE, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (KIOSQUE_NO_CACHE) return undefined;
  const home = () => HOME || require('node:os').homedir();
  // src/cli/environment-variables.ts has the same rule.
  const cache =
    XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)
      ? join(XDG_CACHE_HOME, 'kiosque')
      : process.platform === 'win32'
        ? join(LOCALAPPDATA || join(home(), 'AppData/Local'), 'kiosque/cache')
        : join(home(), '.cache/kiosque');
  const folder = join(cache, 'code');
  if (!isTrustedFolder(folder)) return undefined;

  const prefix = `${process.version}-${process.arch}-${build}-${command}-`;
  const mark = `${folder}/${prefix}starting`;
  const place = { folder, prefix, build, keyOf, isTrustedFolder };
  let isMarked = false;
  let hasMarked = false;
  let isTimed = false;
  return { read, write, proven };

  /**
   * The code of a file, the names of the modules that were used, and whether the code is only a part of what these need;
   * nothing if it is missing, damaged or unsafe.
   */
  function read(file) {
    try {
      const entry = readTwin(`${folder}/${prefix}${file}`);
      const end = entry.indexOf(10);
      const { key, used, isPart } = JSON.parse(entry.toString('latin1', 0, end));
      return key === keyOf(file) && setMark() ? { used, isPart, cachedData: entry.subarray(end + 1) } : {};
    } catch {
      return {};
    }
  }

  function write(scripts, isPart) {
    try {
      require('./code-cache.js').writeCode(place, scripts, isPart);
    } catch {
      // The program has been removed in the meantime.
    }
  }

  /** The file's name, in case files were swapped, and the versions of all that Node was built with, which V8 does not check. */
  function keyOf(file) {
    return [prefix + file, ...Object.values(process.versions)].join(' ');
  }

  /** Sets the mark. False, with the cache cleared, if an earlier start died under it. */
  function setMark() {
    // A command that needs one file is over before, and so does not pay for a timer (2 M instructions).
    if (hasMarked && !isTimed) setTimeout(proven, PROVEN).unref();
    isTimed = hasMarked;
    if (isMarked) return true;
    try {
      // A link is made and filled in one call.
      symlinkSync(String(process.pid), mark);
      isMarked = true;
      hasMarked = true;
      return true;
    } catch (error) {
      // Where no mark can be set, as on a read-only disk, the comparison has to do.
      if (error.code !== 'EEXIST') return true;
    }
    const { clearCode, isStarting } = require('./code-cache.js');
    if (isStarting(mark)) return true;
    clearCode(place);
    return false;
  }

  /** Removes the mark: cached code has run well. */
  function proven() {
    isTimed = false;
    if (!isMarked) return;
    isMarked = false;
    try {
      // `rmSync` would first load what removes folders.
      unlinkSync(mark);
    } catch {
      // The user has deleted the cache in the meantime.
    }
  }
}

/** True if only the user and root can have written a file or folder. (src/files/trusted.ts has the same rule.) */
function isTrusted({ uid, mode }) {
  const user = process.geteuid?.();
  return user === undefined || ((uid === user || uid === 0) && (mode & 0o022) === 0);
}

/** True if a folder and the one above it are trusted. Missing ones are: they are made for the user alone. */
function isTrustedFolder(path) {
  try {
    return [path, dirname(path)].every((each) => {
      const stats = statSync(each, { throwIfNoEntry: false });
      return !stats || isTrusted(stats);
    });
  } catch {
    return false;
  }
}

/**
 * The first of the two copies in a file. The second is read in parts, as new memory costs more than reading does.
 *
 * @throws if the file is missing or damaged, or others may have written it
 */
function readTwin(path) {
  // A FIFO of this name would wait for a writer.
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(descriptor);
    if (!isTrusted(stats) || !stats.isFile() || stats.size % 2 !== 0) throw new Error('not trusted');
    const size = stats.size / 2;
    const first = Buffer.allocUnsafeSlow(size);
    readSync(descriptor, first);
    const part = Buffer.allocUnsafeSlow(Math.min(size, 65_536));
    for (let at = 0; at < size; ) {
      const length = readSync(descriptor, part, 0, part.length, size + at);
      if (length === 0 || first.compare(part, 0, length, at, at + length) !== 0) throw new Error('damaged');
      at += length;
    }
    return first;
  } finally {
    closeSync(descriptor);
  }
}
