import { cellWidth } from '../unicode/width.ts';

/** SGR sequences and OSC 8 links: all that rows hold besides text. */
const SEQUENCE = /\x1b\[[\d;:]*m|\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\)/g;

/**
 * Cells of a row. The bundler puts this in the place of the package `string-width`, so that Ink and the layout measure
 * alike; that package's patterns for emoji also take longer to compile than all else that Ink does at its start.
 */
export default function stringWidth(text: string): number {
  return cellWidth(text.includes('\x1b') ? text.replace(SEQUENCE, '') : text);
}
