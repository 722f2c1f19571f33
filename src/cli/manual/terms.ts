import { argument, escaped, type TermStyle } from './mdoc.ts';

/** The term of an option: `-f, --from PATH`. */
export const optionTerm: TermStyle = (term) =>
  term
    .trim()
    .split(/ +/)
    .map((word) => (word.endsWith(',') ? `${optionWord(word.slice(0, -1))} ,` : optionWord(word)))
    .join(' ');

function optionWord(word: string): string {
  if (word.startsWith('-')) return `Fl ${argument(word.slice(1))}`;
  return /^\p{Lu}[\p{Lu},…]*$/u.test(word) ? `Ar ${escaped(word)}` : `Ic ${argument(word)}`;
}

/** How a command is called, without the name of the program: `[PATH…]`, `search WORDS…`, `config [edit|check]`. */
export const synopsis: TermStyle = (term) => term.split(' ').slice(1).map(synopsisWord).join(' ');

function synopsisWord(word: string): string {
  const [, optional, rest = word] = /^(\[)(.*)\]$/.exec(word) ?? [];
  const names = rest.replace(/…$/, ' ...');
  const kind = /^\p{Lu}/u.test(names) ? 'Ar' : 'Cm';
  return `${optional ? 'Op ' : ''}${kind} ${escaped(names).replaceAll('|', ' | ')}`;
}
