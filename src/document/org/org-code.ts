/** Names of languages in Org, and those that the highlighter knows. */
const LANGUAGES: Readonly<Record<string, string>> = {
  'emacs-lisp': 'lisp',
  elisp: 'lisp',
  sh: 'bash',
  shell: 'bash',
  'c++': 'cpp',
  conf: 'ini',
};

/** The language of a block of code, from what follows `#+begin_src`. */
export function languageOf(argument: string): string | undefined {
  const name = /^[ \t]+([\w+#-]{1,40})(?=\s|$)/.exec(argument)?.[1]?.toLowerCase();
  return name === undefined ? undefined : (LANGUAGES[name] ?? name);
}

/** False for code that the author does not export, from what follows `#+begin_src`. */
export const isCodeShown = (argument: string): boolean => !/:exports[ \t]+(?:none|results)\b/.test(argument);

/** The code in the lines of a block, without their common indentation and the commas that keep Org from reading them. */
export function codeIn(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)![0].length);
  const common = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return lines.map((line) => line.slice(common).replace(/^([ \t]*),(?=,*(?:\*|#\+))/, '$1')).join('\n');
}
