// Groups the modules that esbuild splits into few files: at the start, to find and read a file costs as much as thousands
// of lines of code.
import { basename } from 'node:path';

/** The most frequent commands, which share most of their code and so are in one file. */
const TOGETHER = ['src/cli.tsx', 'src/commands/list.ts', 'src/commands/search.ts', 'src/commands/show.ts'];

/** Smaller modules, in bytes, are put into that file too: code that is not run costs next to nothing there. */
const SMALL = 8_000;

/**
 * Assigns a file to each module: one file for the modules of the commands and for small modules, one for each set of
 * modules loaded together on demand, and one for each module shared by several of these sets.
 *
 * @param outputs  `outputs` of esbuild's metafile
 * @returns file names by module names
 */
export function filesFor(outputs) {
  const wanted = new Map();
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    if (!entryPoint) continue;
    const file = TOGETHER.includes(entryPoint) ? 'commands.js' : basename(path);
    for (const each of closureOf(path, outputs)) {
      const files = wanted.get(each) ?? new Set();
      wanted.set(each, files.add(file));
    }
  }
  return Object.fromEntries(
    [...wanted].map(([path, files]) => {
      const name = basename(path);
      if (files.has('commands.js') || outputs[path].bytes < SMALL) return [name, 'commands.js'];
      return [name, files.size === 1 ? [...files][0] : name];
    }),
  );
}

/** A module and its static imports, direct and indirect. */
function closureOf(path, outputs, met = new Set()) {
  met.add(path);
  for (const { path: imported, kind } of outputs[path].imports) {
    if (kind === 'import-statement' && imported in outputs && !met.has(imported))
      closureOf(imported, outputs, met);
  }
  return met;
}

/** The text of a file: an object of CommonJS module functions, by module name. */
export const fileText = (modules) =>
  `({${modules.map(([name, code]) => `${JSON.stringify(name)}:function(exports,require,module,__filename,__dirname){${code}\n}`).join(',\n')}})`;
