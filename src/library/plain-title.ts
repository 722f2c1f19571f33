/** A title longer than this is a paragraph. */
const LONGEST = 120;

export function titleOfPlain(source: string): string | undefined {
  const line = /^\s*(\S.*)$/m.exec(source.slice(0, 4096))?.[1]?.trim();
  return line !== undefined && line.length <= LONGEST && !/[.,;:…]$/.test(line) ? line : undefined;
}

/** The first words of a text, as a title where it has none. */
export function firstWords(source: string): string {
  const text = source.slice(0, 1000).replace(/\s+/g, ' ').trim();
  if (text.length <= 72) return text;
  const cut = text.lastIndexOf(' ', 72);
  return `${text.slice(0, cut > 36 ? cut : 72).replace(/[\s,;:.!?…–—-]+$/, '')}…`;
}
