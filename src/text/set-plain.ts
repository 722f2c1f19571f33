import type { Document } from './document.ts';
import { setRibbon } from './paragraph.ts';
import { Ribbon } from './ribbon.ts';

/** A text outside any document (a title, an address) as lines of at most `width` cells; 0 for no limit. */
export function setPlain(text: string, width: number, lang?: Document['lang']): string[] {
  const ribbon = new Ribbon([{ text, style: {}, at: -1 }]);
  const lines = setRibbon(ribbon, width, { french: lang === 'fr' });
  return Array.from(lines, (line) => line.spans.map((span) => span.text).join(''));
}
