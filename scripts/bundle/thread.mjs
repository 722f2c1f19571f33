// The file of a thread: runs MODULE, a module of the bundle, in whose files it finds the others (scripts/build.mjs).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

const dist = import.meta.dirname;
const nodeRequire = createRequire(import.meta.url);
const { files } = JSON.parse(readFileSync(join(dist, 'package.json'), 'latin1'));
const modules = new Map();
const scripts = new Map();

load('MODULE');

function load(name) {
  const known = modules.get(name);
  if (known) return known.exports;
  const module = { exports: {} };
  modules.set(name, module);
  const require = (id) => (id.startsWith('./') ? load(id.slice(2)) : nodeRequire(id));
  compiled(files[name])[name](module.exports, require, module, join(dist, name), dist);
  return module.exports;
}

/** The functions of the modules in a file. */
function compiled(file) {
  const filename = join(dist, file);
  if (!scripts.has(file))
    scripts.set(file, new Script(readFileSync(filename, 'latin1'), { filename }).runInThisContext());
  return scripts.get(file);
}
