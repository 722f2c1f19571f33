import type { Style } from '../document.ts';

export const PLAIN: Style = {};
export const BOLD: Style = { bold: true };
/** The title of a callout. */
export const CALLOUT: Style = { role: 'quote', bold: true };
export const ITALIC: Style = { italic: true };
export const UNDERLINE: Style = { underline: true };
export const STRIKE: Style = { strike: true };
export const CODE: Style = { role: 'code' };
export const KBD: Style = { role: 'kbd' };
export const MARK: Style = { role: 'mark' };
export const LINK: Style = { role: 'link' };
export const IMAGE: Style = { role: 'image' };
export const NOTE: Style = { role: 'note' };
export const META: Style = { role: 'meta' };

const combined = new Map<Style, Map<Style, Style>>();

/** `base` overridden by `more`. Equal styles are the same object, so that they can be compared by identity. */
export function combine(base: Style, more: Style): Style {
  const row = combined.get(base) ?? new Map<Style, Style>();
  combined.set(base, row);
  const style = row.get(more) ?? canonical({ ...base, ...more });
  row.set(more, style);
  return style;
}

const canon = new Map<string, Style>();

function canonical(style: Style): Style {
  const key = `${style.role}${!!style.bold}${!!style.italic}${!!style.underline}${!!style.strike}`;
  const known = canon.get(key);
  if (!known) canon.set(key, style);
  return known ?? style;
}
