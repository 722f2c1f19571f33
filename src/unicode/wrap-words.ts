import { clusterEnd } from './clusters.ts';
import { cellWidth, fitting } from './width.ts';

/**
 * Wraps a sentence of the interface at spaces, in lines of at most `cells` cells. Wider words, such as paths, are broken
 * anywhere; a character that is wider than a line has one of its own.
 */
export function wrapWords(text: string, cells: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || cellWidth(longer) <= cells) line = longer;
    else {
      lines.push(line);
      line = word;
    }
    for (let end = fitting(line, cells); end < line.length; end = fitting(line, cells)) {
      const at = Math.max(end, clusterEnd(line, 0));
      if (at === line.length) break;
      lines.push(line.slice(0, at));
      line = line.slice(at);
    }
  }
  return [...lines, line];
}
