// The file of a thread: runs MODULE, a module of the bundle, in whose files it finds the others (scripts/build.mjs).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

const dist = import.meta.dirname;
const nodeRequire = createRequire(import.meta.url);
const modules = new Map();
const scripts = new Map();

load('MODULE');

/** The exports of a module: `id` is its file and its name. */
function load(id) {
  const known = modules.get(id);
  if (known) return known.exports;
  const module = { exports: {} };
  modules.set(id, module);
  const require = (other) => (other.startsWith('./') ? load(other.slice(2)) : nodeRequire(other));
  const [file, name] = id.split('/');
  compiled(file)[name](module.exports, require, module, join(dist, name), dist);
  return module.exports;
}

/** The functions of the modules in a file. */
function compiled(file) {
  const filename = join(dist, file);
  if (!scripts.has(file))
    scripts.set(file, new Script(readFileSync(filename, 'utf8'), { filename }).runInThisContext());
  return scripts.get(file);
}
