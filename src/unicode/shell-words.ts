/** The words of a command line, as in `EDITOR` or in the settings; quotation marks keep blanks in a word. */
export function shellWords(command: string): string[] {
  return [...command.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/["']/g, ''));
}
