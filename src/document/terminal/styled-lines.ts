import { withoutControls } from '../../unicode/clean.ts';
import type { Attributes, StyledText } from '../document.ts';
import { readOverstrikes } from './overstrikes.ts';
import { GraphicRendition } from './sgr.ts';

const RENDITION = /\x1b\[([\d;:]*)m/g;

/**
 * Reads the output of a program for a terminal: the text of each line, in the styles that overstrikes and SGR sequences give
 * it. All other controls and sequences are removed. Takes time linear in the length of the source.
 */
export function* styledLines(source: string): Generator<readonly StyledText[]> {
  const rendition = new GraphicRendition();
  for (let start = 0; start <= source.length; ) {
    const newline = source.indexOf('\n', start);
    const end = newline < 0 ? source.length : newline;
    yield styledLine(source.slice(start, end), rendition);
    start = end + 1;
  }
}

function styledLine(line: string, rendition: GraphicRendition): StyledText[] {
  const parts: StyledText[] = [];
  let start = 0;
  for (const { 0: sequence, 1: parameters, index } of line.matchAll(RENDITION)) {
    addTo(parts, line.slice(start, index), rendition.attributes);
    rendition.apply(parameters!);
    start = index + sequence.length;
  }
  addTo(parts, line.slice(start), rendition.attributes);
  return parts;
}

function addTo(parts: StyledText[], raw: string, attributes: Attributes): void {
  const struck = raw.includes('\b') ? readOverstrikes(raw, attributes) : [{ text: raw, style: attributes }];
  for (const { text, style } of struck) {
    const visible = withoutControls(text);
    if (visible !== '') parts.push({ text: visible, style });
  }
}
