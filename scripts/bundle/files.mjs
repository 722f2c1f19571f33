// Groups the modules that esbuild splits into few files: at the start, to find and read a file costs as much as thousands
// of lines of code.
import { basename } from 'node:path';

/** The file of the modules of every start. */
export const START_FILE = 'start.js';
/** The file of those that read documents. Nearly all of them are used when one is. */
const DOCUMENT_FILE = 'document.js';

/** The program's entry, and commands that mostly print what is known: all that they import is in one small file. */
const START = ['src/cli.tsx', 'src/commands/list.ts', 'src/commands/show.ts'];

/** The modules that these and searches load later: they share most of their code, so they are in one file. */
const TOGETHER = ['src/commands/search.ts', 'src/commands/list-table.ts', 'src/commands/show-article.ts'];

/** Modules that are seldom used, or not by a start. Code that they share with others stays in the files of the others. */
const RARE = /^src\/(?:cli\/help\/|index\/worker\.ts)/;

/** What the reader needs for its first screen, and every command where there is a file of settings. */
const READER = ['src/commands/reader/reader.ts', 'src/cli/reader-input.ts', 'src/settings/load-settings.ts'];

/** Nearly every text needs what this imports: it is in one file, though other formats need only a part of it. */
const DOCUMENT = 'src/document/parse-document.ts';

/**
 * Smaller modules, in bytes, that the reader needs at its start or one of these commands may load on demand are put into that file too, and the other small
 * ones into a second file: code that is not run costs little, but all of it has to be read.
 */
const SMALL = 8_000;

/**
 * Assigns a file to each module: one for the modules of every start, one for those of the commands, one for those of documents, one for other small
 * modules, one for each set of modules loaded together on demand, and one for the modules shared by the same several of these sets.
 *
 * @param outputs  `outputs` of esbuild's metafile
 * @returns file names by module names
 */
export function filesFor(outputs) {
  const wanted = new Map();
  const rarelyWanted = new Map();
  const needed = new Set();
  let ofDocuments = new Set();
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    if (!entryPoint) continue;
    const file = START.includes(entryPoint)
      ? START_FILE
      : TOGETHER.includes(entryPoint)
        ? 'commands.js'
        : basename(path);
    const byModule = RARE.test(entryPoint) ? rarelyWanted : wanted;
    for (const each of closureOf(path, outputs, STATIC)) {
      const files = byModule.get(each) ?? new Set();
      byModule.set(each, files.add(file));
    }
    if (entryPoint === DOCUMENT) ofDocuments = closureOf(path, outputs, STATIC);
    // The program's entry loads everything on demand.
    const isCommand = TOGETHER.includes(entryPoint) || START.slice(1).includes(entryPoint);
    const kinds = isCommand ? ANY : READER.includes(entryPoint) ? STATIC : [];
    if (kinds.length > 0) for (const each of closureOf(path, outputs, kinds)) needed.add(each);
  }
  /** By the files that want a module, joined, the file of all modules that they want. */
  const shared = new Map();
  return Object.fromEntries(
    [...new Map([...rarelyWanted, ...wanted])].map(([path, files]) => {
      const name = basename(path);
      for (const common of [START_FILE, 'commands.js']) if (files.has(common)) return [name, common];
      if (outputs[path].bytes < SMALL) return [name, needed.has(path) ? 'commands.js' : 'small.js'];
      if (ofDocuments.has(path)) return [name, DOCUMENT_FILE];
      if (files.size === 1) return [name, [...files][0]];
      const key = [...files].sort().join(' ');
      if (!shared.has(key)) shared.set(key, name);
      return [name, shared.get(key)];
    }),
  );
}

const STATIC = ['import-statement'];
const ANY = ['import-statement', 'dynamic-import'];

/** A module and what it imports in one of the ways of `kinds`, directly and indirectly. */
function closureOf(path, outputs, kinds, met = new Set()) {
  met.add(path);
  for (const { path: imported, kind } of outputs[path].imports) {
    if (kinds.includes(kind) && imported in outputs && !met.has(imported))
      closureOf(imported, outputs, kinds, met);
  }
  return met;
}

/** The name of a module for `require`: its file, then its own name, so that a start needs no table of names. */
export const idOf = (name, files) => `${files[name]}/${name}`;

/** The code of a module with the names by which other modules of the bundle are required. */
export const withIds = (code, files) =>
  code.replace(/(?<=\brequire\("\.\/)[^"]+(?="\))/g, (name) => (name in files ? idOf(name, files) : name));

/**
 * The text of a file: an object of CommonJS module functions, by module name. V8 compiles a function in parentheses at once,
 * where it would otherwise read over it and parse it again when it is called.
 */
export function fileText(file, modules) {
  const [open, close] = file === DOCUMENT_FILE ? ['(', ')'] : ['', ''];
  const functions = modules.map(
    ([name, code]) =>
      `${JSON.stringify(name)}:${open}function(exports,require,module,__filename,__dirname){${code}\n}${close}`,
  );
  return `({${functions.join(',\n')}})`;
}
