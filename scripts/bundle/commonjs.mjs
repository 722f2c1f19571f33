// Turns a module of the bundle into CommonJS, which Node 20 starts sooner than ESM and which alone can be cached.
import { transform } from 'esbuild';

/** `import.meta`, as far as it is used. */
const IMPORT_META =
  'const importMeta={dirname:__dirname,get url(){return require("node:url").pathToFileURL(__filename).href}};';
/** esbuild gives a CommonJS package only a default export, but dynamic imports of it need the named exports too. */
const SPREAD_DEFAULT =
  'module.exports=Object.assign(Object.create(null,{__esModule:{value:true}}),module.exports.default,{default:module.exports.default});';

/** The exports of a module, as esbuild writes them. */
const EXPORTS = /^export \{\n([^}]*)\n\};\n?/m;

/**
 * Converts a module that esbuild has split off, and minifies it.
 *
 * @param text  an ES module with white space, so that what is declared at the top is at the beginning of a line
 * @param options.isCommonJsPackage  whether all of it is a package in CommonJS
 * @param options.target  as for esbuild
 * @param options.isStart  whether every start runs it
 */
export async function commonjs(text, { isCommonJsPackage, target, isStart }) {
  const { code } = await transform(withDirectExports(text), {
    format: 'cjs',
    platform: 'node',
    target,
    minify: true,
    supported: {
      'dynamic-import': false,
      // V8 checks a literal with the flag `u` whenever it parses the code around it, three times before a function runs, and
      // for `\p{…}` it builds a set of all characters: a seventh of the first run. `new RegExp` is checked when it runs; in
      // the modules of every start, whose code is cached, a literal costs less.
      'regexp-sticky-and-unicode-flags': isStart,
    },
    banner: text.includes('importMeta') ? IMPORT_META : '',
    // The exports are written as CommonJS already.
    logOverride: { 'commonjs-variable-in-esm': 'silent' },
  });
  const lean = withoutCopies(code);
  return ascii(isCommonJsPackage ? lean + SPREAD_DEFAULT : lean);
}

/**
 * Exports functions and classes as plain properties. esbuild defines a getter for each export: that takes milliseconds of a
 * start, and a tenth of the time of a loop that calls functions of another module. Variables that may change keep theirs.
 * The modules do not import each other in circles, so that all are complete when they are used.
 */
function withDirectExports(text) {
  const [whole, list] = EXPORTS.exec(text) ?? [];
  if (whole === undefined) return text;
  const properties = list.split(',\n').map((item) => {
    const [name, exported = name] = item.trim().split(' as ');
    return isFixed(text, name) ? `${exported}: ${name}` : `get ${exported}() { return ${name}; }`;
  });
  return `${text.replace(whole, '')}\nmodule.exports = { ${properties.join(', ')} };\n`;
}

/** True if a name is declared at the top of a module as a function or a class. */
function isFixed(text, name) {
  const escaped = name.replaceAll('$', '\\$');
  const declared = new RegExp(
    `^(?:(?:async )?function\\*? ?${escaped}\\(|var ${escaped} = (?:class|(?:async )?(?:\\([^()]*\\)|[\\w$]+) =>))`,
    'm',
  );
  return declared.test(text);
}

/**
 * Takes modules as they are. esbuild copies each into an object of getters: of Node's, which takes 0.3 ms for `process`, as
 * long as 500 lines of code, and of ours when they are imported on demand.
 */
function withoutCopies(code) {
  return code
    .replace(/(?<==)[\w$]+\((require\("node:[a-z_/]+"\))(?:,1)?\)/g, '{__proto__:$1,default:$1}')
    .replace(/(?<==>)[\w$]+\((require\("\.\/[^"]+"\))(?:,1)?\)/g, '$1');
}

/**
 * Escapes all characters outside ASCII, so that the files can be read as Latin-1, which is faster than UTF-8 and halves
 * the memory of strings. esbuild has escaped strings already; the rest are regular expressions, where the same escapes
 * work, and comments.
 */
function ascii(code) {
  if (/String\.raw`[^`]*[^\x00-\x7f]/.test(code))
    throw new Error('a raw string would hold the escape itself');
  return code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
