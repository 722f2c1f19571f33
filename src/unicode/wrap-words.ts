import { cellWidth, truncate } from './width.ts';

/** Wraps a sentence of the interface at spaces, in lines of at most `cells` cells; wider words are truncated. */
export function wrapWords(text: string, cells: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && cellWidth(longer) > cells) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((one) => truncate(one, Math.max(1, cells)));
}
