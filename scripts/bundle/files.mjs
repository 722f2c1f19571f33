// Puts the modules that esbuild's splitting makes into few files: each costs a start as much as thousands of lines do.
import { basename } from 'node:path';

/** What starts most often, and shares most: in one file, whichever of them it is. */
const TOGETHER = ['src/cli.tsx', 'src/commands/list.ts', 'src/commands/search.ts', 'src/commands/show.ts'];

/** Bytes of a module below which it goes with them: what is not run costs next to nothing there. */
const SMALL = 8_000;

/**
 * The file for each module: one for those that the commands need and for small ones, one for what is loaded late together,
 * and one for each that several of those share.
 *
 * @param outputs  of esbuild's metafile
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

/** A module and those that it imports at once, directly or not. */
function closureOf(path, outputs, met = new Set()) {
  met.add(path);
  for (const { path: imported, kind } of outputs[path].imports) {
    if (kind === 'import-statement' && imported in outputs && !met.has(imported))
      closureOf(imported, outputs, met);
  }
  return met;
}

/** The text of a file: an object of functions as CommonJS has them, by the names of their modules. */
export const fileText = (modules) =>
  `({${modules.map(([name, code]) => `${JSON.stringify(name)}:function(exports,require,module,__filename,__dirname){${code}\n}`).join(',\n')}})`;
