// All that bin/kiosque.js does with its cache of compiled code but read it. It is loaded only when needed, because to compile
// it takes a hundredth of a start.
'use strict';
const {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} = require('node:fs');
const { dirname, join } = require('node:path');

/** Milliseconds after which the mark of a start is stale even if a process has its number: another one, by then. */
const STALE = 10_000;

module.exports = { clearCode, isStarting, writeCode };

/**
 * Writes the files of this run, and removes those of other builds and of writers that died.
 *
 * @param place  see `openCache` in bin/kiosque.js
 * @param scripts  by the name of the file, its script and the modules used
 * @param isPart  whether V8 may have dropped some of the code
 */
function writeCode({ folder, prefix, build, keyOf, isTrustedFolder }, scripts, isPart) {
  try {
    makeFolder(folder);
    if (!isTrustedFolder(folder)) return;
    for (const [file, { script, used }] of scripts) {
      const head = { key: keyOf(file), used: [...used], isPart };
      replace(join(folder, prefix + file), head, script.createCachedData());
    }
    for (const name of readdirSync(folder)) {
      if (!name.includes(`-${build}-`) || name.endsWith('.tmp')) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // The disk is full, or the folder cannot be written to: the next start compiles again.
  }
}

/** Removes the files of this command, and the mark. */
function clearCode({ folder, prefix }) {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(prefix)) rmSync(join(folder, name), { force: true, recursive: true });
  }
}

/** True if the process that set a mark is still starting, or has just removed the mark. */
function isStarting(mark) {
  try {
    const pid = Number(readlinkSync(mark));
    if (pid === process.pid || Math.abs(Date.now() - lstatSync(mark).mtimeMs) > STALE) return false;
    process.kill(pid, 0);
    return true;
  } catch ({ code }) {
    return code === 'ENOENT' || code === 'EPERM';
  }
}

/**
 * Makes a folder for the user alone, one level at a time: Node's recursive `mkdir` never returns where a folder refuses new
 * entries, as `/proc/1` does. (src/files/make-folder.ts does the same.)
 */
function makeFolder(path) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/**
 * Writes a line with `facts` about the code, then the code, and both again. The code starts at a multiple of 8 bytes;
 * elsewhere V8 would copy it.
 */
function replace(path, facts, code) {
  const line = JSON.stringify(facts);
  const head = Buffer.from(`${line.padEnd(line.length + (-(line.length + 1) & 7))}\n`, 'latin1');
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    // `wx` follows no link of this name.
    writeFileSync(temporary, Buffer.concat([head, code, head, code]), {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
