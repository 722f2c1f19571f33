/** A login of a `.netrc` file. */
export interface Login {
  readonly login: string;
  readonly password: string;
}

/**
 * The login for a host in the text of a `.netrc` file: that of the first `machine` of this name, or else of `default`, which
 * comes last. Tokens are separated by white space, may be quoted, and lines that begin with `#` are comments, as in curl;
 * macros (`macdef`, to the next blank line) are skipped. Undefined if there is none.
 */
export function loginFor(text: string, host: string): Login | undefined {
  const tokens = tokensOf(withoutMacros(text));
  let isMeant = false;
  let found: { login?: string; password?: string } = {};
  const complete = (): Login | undefined =>
    isMeant && found.password !== undefined
      ? { login: found.login ?? '', password: found.password }
      : undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, value = ''] = [tokens[at]!, tokens[at + 1]];
    if (token === 'machine' || token === 'default') {
      const known = complete();
      if (known) return known;
      found = {};
      isMeant = token === 'default' || value.toLowerCase() === host.toLowerCase();
    } else if (token === 'login') found.login = value;
    else if (token === 'password') found.password = value;
    if (token !== 'default') at += 1;
  }
  return complete();
}

function withoutMacros(text: string): string {
  let isMacro = false;
  const lines = text.split(/\r?\n/).filter((line) => {
    if (/^\s*macdef\b/.test(line)) isMacro = true;
    else if (line.trim() === '') isMacro = false;
    return !isMacro && !line.trimStart().startsWith('#');
  });
  return lines.join('\n');
}

/** Words, and texts in quotation marks, in which a backslash stands before a quotation mark or another backslash. */
const tokensOf = (text: string): string[] =>
  Array.from(text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/gs), ([, quoted, word]) =>
    quoted === undefined ? word! : quoted.replace(/\\(.)/gs, '$1'),
  );
