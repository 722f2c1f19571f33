import { cellWidth, truncate } from '../unicode/width.ts';

/** A sentence of the screen's own in lines of at most `cells` cells, broken at blanks that may be broken at. */
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
