/** Interpreters in the first line of a script. */
const INTERPRETERS: readonly (readonly [language: string, interpreter: RegExp])[] = [
  ['bash', /\b(?:ba|da|k|z)?sh\b/],
  ['python', /\bpython/],
  ['javascript', /\b(?:node|deno|bun)\b/],
  ['ruby', /\bruby\b/],
  ['perl', /\bperl\b/],
  ['php', /\bphp\b/],
  ['lua', /\blua/],
];

/** Lines of code in a language. The first language of most matches counts. */
const LINES: readonly (readonly [language: string, line: RegExp])[] = [
  [
    'typescript',
    /^\s*(?:export |declare )*(?:interface \w+|type \w+(?:<.*>)? =|import type )|^\s*(?:const|let|function) .*\w\??: (?:string|number|boolean|readonly)\b/,
  ],
  [
    'javascript',
    /^\s*(?:export |default |async )*(?:const |let |var |function\b|import .* from ['"])|=> |\brequire\(['"]|\bconsole\.\w+\(|===/,
  ],
  [
    'python',
    /^\s*(?:def \w+\(.*:$|class \w+.*:$|from [\w.]+ import |import \w+(?:\.\w+)*$|elif .*:$|except\b.*:$|(?:if|for|while|with|try|else)\b.*:$|@\w+$|print\()|\bself\./,
  ],
  ['cpp', /^\s*(?:namespace \w+|template *<|using namespace)|\bstd::/],
  [
    'c',
    /^\s*#\s*(?:include|define|ifdef|ifndef)\b|^(?:static |const |unsigned )*(?:int|void|char|struct \w+) \**\w+\(/,
  ],
  ['rust', /^\s*(?:pub |async )*(?:fn \w+|struct \w+|impl\b|mod \w+;|use \w+::)|\blet mut |\w!\(/],
  ['go', /^(?:package \w+$|func \w*\(|import \(|type \w+ struct)|:= /],
  [
    'java',
    /^\s*(?:public|private|protected) (?:static |final )*(?:class|void|int|String|\w+<)|^import java|^package [\w.]+;/,
  ],
  ['php', /<\?php|^\s*\$\w+ = .*;$|\$this->/],
  ['perl', /^\s*(?:my [$@%]|use (?:strict|warnings)|sub \w+ \{|package [\w:]+;)|=~/],
  ['ruby', /^\s*(?:def \w+(?!.*:$)|require ['"]|end$|module \w+$|class \w+(?: < \w+)?$)|\bdo \|/],
  ['lua', /^\s*local \w+|^\s*(?:function .*\)|end)$|\bthen$/],
  [
    'sql',
    /^\s*(?:SELECT|FROM|WHERE|INSERT INTO|CREATE TABLE|UPDATE|DELETE FROM|GROUP BY|ORDER BY|ALTER TABLE|(?:LEFT |INNER )?JOIN)\b/i,
  ],
  ['css', /^\s*(?:[.#@][\w-]+|[a-z][\w-]*|:root|\*)[\w\s.#>:,()-]*\{|^\s*[a-z-]+: [^{}]+;$/],
  ['dockerfile', /^(?:FROM|RUN|COPY|WORKDIR|CMD|ENTRYPOINT|ENV|EXPOSE) /],
  ['makefile', /^[\w.%/-]+:(?!=)[^:=]*$|^\t[@$\w-]|^\.PHONY:/],
  ['lisp', /^\s*\((?:def\w+|let|lambda|setq)\b/],
  ['xml', /^\s*<[\w/!?]/],
];

/** UTF-16 units of a text by which its language is detected, and lines in it. */
const SAMPLE = 8000;
const MAX_LINES = 120;

/** The language of code, from its beginning; undefined if it is not plain. */
export function languageOfCode(source: string): string | undefined {
  const sample = source.slice(0, SAMPLE);
  const shebang = /^#!.*/.exec(sample)?.[0];
  const named = shebang && INTERPRETERS.find(([, interpreter]) => interpreter.test(shebang));
  if (named) return named[0];
  const lines = sample.split('\n', MAX_LINES).map((line) => line.slice(0, 200));
  let best: string | undefined;
  let most = 0;
  for (const [language, pattern] of LINES) {
    const count = lines.filter((line) => pattern.test(line)).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
