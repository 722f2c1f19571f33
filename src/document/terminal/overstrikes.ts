import { cellWidth } from '../../unicode/width.ts';
import type { Attributes, StyledText } from '../document.ts';

/** A character on a line of a printer, and the attributes that striking it twice has given it. */
interface Struck {
  character: string;
  bold: boolean;
  underline: boolean;
}

const BACKSPACE = '\b';

/**
 * Reads a line as a printer would strike it: a character twice is bold, one with `_` is underlined, `o` with `+` is a bullet,
 * and of other pairs the later character stays. Takes time linear in the length of the line.
 *
 * @param attributes  what the text has besides
 */
export function readOverstrikes(line: string, attributes: Attributes): StyledText[] {
  const parts: StyledText[] = [];
  const styles = stylesOver(attributes);
  for (const { character, bold, underline } of strike(line)) {
    const style = styles[(bold ? 1 : 0) + (underline ? 2 : 0)]!;
    const last = parts.at(-1);
    if (last?.style === style) parts[parts.length - 1] = { text: last.text + character, style };
    else parts.push({ text: character, style });
  }
  return parts;
}

const overs = new WeakMap<Attributes, readonly Attributes[]>();

/** Attributes with neither, with bold, with underline, and with both. */
function stylesOver(attributes: Attributes): readonly Attributes[] {
  let styles = overs.get(attributes);
  if (!styles) {
    const bold = { ...attributes, bold: true };
    styles = [attributes, bold, { ...attributes, underline: true }, { ...bold, underline: true }];
    overs.set(attributes, styles);
  }
  return styles;
}

function strike(line: string): Struck[] {
  const struck: Struck[] = [];
  let at = 0;
  /** True after a backspace that went back half of a wide character: a second one belongs to it. */
  let isInside = false;
  for (const character of line) {
    if (character !== BACKSPACE) {
      isInside = false;
      at = strikeAt(struck, at, character);
    } else if (isInside || at === 0) isInside = false;
    else isInside = cellWidth(struck[--at]!.character) === 2;
  }
  return struck;
}

/** Strikes a character at a position; returns the next position. */
function strikeAt(struck: Struck[], at: number, character: string): number {
  const under = struck[at];
  const before = struck[at - 1];
  if (before && cellWidth(character) === 0) {
    // Struck twice, a character has its accents only once.
    if (!before.character.includes(character)) before.character += character;
    return at;
  }
  struck[at] = under ? over(under, character, before) : { character, bold: false, underline: false };
  return at + 1;
}

function over(under: Struck, character: string, before: Struck | undefined): Struck {
  if (under.character.startsWith(character)) {
    // Inside underlined text, `_` twice is an underlined one.
    const isUnderlined = character === '_' && before?.underline === true && !before.bold;
    return isUnderlined ? { ...under, underline: true } : { ...under, bold: true };
  }
  if (character === '_') return { ...under, underline: true };
  if (under.character === '_') return { ...under, character, underline: true };
  const isBullet = BULLETS.has(under.character + character);
  return { ...under, character: isBullet ? '•' : character };
}

const BULLETS: ReadonlySet<string> = new Set(['o+', '+o']);
