import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

/** A regular expression of the source, and the file that it is in. */
export interface Pattern {
  readonly file: string;
  readonly pattern: RegExp;
}

/** All regular expressions that are written as literals in TypeScript files below `folder`. */
export function literalPatterns(folder: string): Pattern[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.tsx?$/.test(file)).flatMap((file) => patternsIn(folder, file));
}

function patternsIn(folder: string, file: string): Pattern[] {
  const source = readFileSync(join(folder, file), 'utf8');
  // Without comments and types, a slash is a division if a value comes before it.
  const { code } = transformSync(source, {
    loader: file.endsWith('x') ? 'tsx' : 'ts',
    minifyWhitespace: true,
  });
  const found: Pattern[] = [];
  scanCode(code, 0, (body, flags) => found.push({ file, pattern: new RegExp(body, flags) }));
  return found;
}

const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/sy;
const LITERAL = /\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/y;
/** The end of an expression, after which a slash divides. */
const VALUE = /(?:[\w$)\]}"'`])$/;
const KEYWORD = /(?<![\w$.])(?:return|typeof|case|of|in|do|else|yield|await|void|delete)$/;

/** Calls `visit` for each literal from `from` up to the brace that closes a template's expression. Returns where it ends. */
function scanCode(code: string, from: number, visit: (body: string, flags: string) => void): number {
  let depth = 0;
  for (let at = from; at < code.length; at++) {
    const char = code[at]!;
    if (char === '"' || char === "'") at += matchAt(STRING, code, at)!.length - 1;
    else if (char === '`') at = scanTemplate(code, at + 1, visit);
    else if (char === '{') depth++;
    else if (char === '}' && depth-- === 0) return at;
    else if (char === '/') {
      const before = code.slice(Math.max(0, at - 20), at).trimEnd();
      const literal = VALUE.test(before) && !KEYWORD.test(before) ? undefined : matchAt(LITERAL, code, at);
      if (!literal) continue;
      const [, body = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(literal)!;
      visit(body, flags);
      at += literal.length - 1;
    }
  }
  return code.length;
}

function scanTemplate(code: string, from: number, visit: (body: string, flags: string) => void): number {
  for (let at = from; at < code.length; at++) {
    if (code[at] === '\\') at++;
    else if (code[at] === '`') return at;
    else if (code.startsWith('${', at)) at = scanCode(code, at + 2, visit);
  }
  return code.length;
}

function matchAt(pattern: RegExp, code: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(code)?.[0];
}

const CLASSES: Readonly<Record<string, string>> = {
  d: '7',
  D: 'x',
  w: 'a',
  W: '-',
  s: ' ',
  S: 'x',
  n: '\n',
  t: '\t',
  r: '\r',
  f: '\f',
  v: '\v',
  b: '',
  B: '',
};
const ATOM =
  /\\u\{([\da-f]+)\}|\\u([\da-f]{4})|\\x([\da-f]{2})|\\p\{[^}]*\}|\\k<\w+>|\\(.)|\[\^?((?:[^\]\\]|\\.)*)\]|\(\?(?:<?[=!]|:|<\w+>)|\{\d+(?:,\d*)?\}|[()|*+?^$]|(.)/gsu;

/** Characters that a pattern may match, in the order in which it names them; of a class, each character that it names. */
export function alphabetOf(source: string): string[][] {
  return [...source.matchAll(ATOM)].flatMap(([atom, point, unit, byte, escaped, members, plain]) => {
    const code = point ?? unit ?? byte;
    if (code !== undefined) return [[String.fromCodePoint(Number.parseInt(code, 16))]];
    if (atom.startsWith('\\p')) return [['é', '7']];
    if (atom.startsWith('[^')) return [['x', ' ', '\n']];
    if (members !== undefined) return [alphabetOf(members).flat()];
    if (escaped !== undefined) return [[CLASSES[escaped] ?? escaped].filter(Boolean)];
    return plain === undefined ? [] : [[plain === '.' ? 'x' : plain]];
  });
}
