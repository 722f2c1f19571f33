import type { Attributes, Color } from '../document.ts';
import { nearestEntry, paletteColor } from '../xterm-palette.ts';

type Settings = { -readonly [Key in keyof Attributes]: Attributes[Key] | undefined };

/** Attributes by the SGR parameter that sets them, and those that a parameter resets. */
const SET: Readonly<Record<number, Settings>> = {
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  9: { strike: true },
  21: { underline: true },
  22: { bold: undefined, dim: undefined },
  23: { italic: undefined },
  24: { underline: undefined },
  27: { inverse: undefined },
  29: { strike: undefined },
  39: { fg: undefined },
  49: { bg: undefined },
};

/**
 * Tracks the attributes that a terminal would show text with. Parameters for what Kiosque does not show (blinking, concealed
 * text, fonts) are ignored.
 */
export class GraphicRendition {
  #settings: Settings = {};
  #attributes: Attributes = {};
  /** Equal attributes are the same object. */
  readonly #known = new Map([['', this.#attributes]]);

  get attributes(): Attributes {
    return this.#attributes;
  }

  /** Applies the parameters of a sequence: `1;38;5;208`, with `:` between the parts of one. */
  apply(parameters: string): void {
    const codes = parameters.split(';');
    for (let i = 0; i < codes.length; i++) {
      const [code, ...parts] = codes[i]!.split(':').map(Number) as [number, ...number[]];
      if (code !== 38 && code !== 48) this.#set(code, parts[0]);
      else if (parts.length > 0) this.#setColor(code, extendedColor(parts[0], parts.slice(1)));
      else {
        const kind = Number(codes[i + 1]);
        const count = kind === 2 ? 3 : kind === 5 ? 1 : 0;
        this.#setColor(code, extendedColor(kind, codes.slice(i + 2, i + 2 + count).map(Number)));
        i += 1 + count;
      }
    }
    this.#attributes = this.#canonical();
  }

  #set(code: number, part: number | undefined): void {
    if (code === 0) this.#settings = {};
    else if (code === 4 && part === 0) this.#settings.underline = undefined;
    else if (SET[code]) Object.assign(this.#settings, SET[code]);
    else if (code >= 30 && code <= 37) this.#settings.fg = paletteColor(code - 30);
    else if (code >= 40 && code <= 47) this.#settings.bg = paletteColor(code - 40);
    else if (code >= 90 && code <= 97) this.#settings.fg = paletteColor(code - 82);
    else if (code >= 100 && code <= 107) this.#settings.bg = paletteColor(code - 92);
  }

  #setColor(code: 38 | 48, color: Color | undefined): void {
    if (color) this.#settings[code === 38 ? 'fg' : 'bg'] = color;
  }

  #canonical(): Attributes {
    const set = Object.entries(this.#settings)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const key = set.join(' ');
    const known = this.#known.get(key) ?? (Object.fromEntries(set) as Attributes);
    this.#known.set(key, known);
    return known;
  }
}

/** A color of kind 5, an entry of the palette, or 2, red, green and blue: the nearest entry. Undefined if invalid. */
function extendedColor(kind: number | undefined, parts: readonly number[]): Color | undefined {
  if (kind === 5) return isByte(parts[0]) ? paletteColor(parts[0]) : undefined;
  const [red, green, blue] = parts.slice(-3);
  if (kind !== 2 || !isByte(red) || !isByte(green) || !isByte(blue)) return undefined;
  return paletteColor(nearestEntry(red, green, blue));
}

const isByte = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value >= 0 && value <= 255;
