import type { HighlightColor } from '../annotations/annotation.ts';
import type { Attributes, Color, Role } from '../document/document.ts';

/** Roles of the interface. */
export type UiRole = 'match' | 'current' | 'accent' | 'dim' | 'error' | `highlight.${HighlightColor}`;

/** How each role is drawn. */
export type Palette = Readonly<Record<Role | UiRole, Attributes>>;

const dark: Palette = {
  title: { fg: ['#ffd787', 11], bold: true },
  heading: { fg: ['#87d7ff', 14], bold: true },
  subheading: { bold: true },
  meta: { fg: ['#9e9e9e', 7] },
  link: { fg: ['#87afff', 14], underline: true },
  code: { fg: ['#d7d7af', 3] },
  kbd: { fg: ['#e4e4d0', 15], bold: true },
  mark: { fg: ['#000000', 0], bg: ['#d7d787', 3] },
  quote: { fg: ['#87af87', 2] },
  marker: { fg: ['#87afaf', 6] },
  rule: { fg: ['#6c6c6c', 8] },
  note: { fg: ['#af87d7', 13] },
  image: { fg: ['#afafd7', 6], italic: true },
  'code.keyword': { fg: ['#d787af', 13] },
  'code.string': { fg: ['#afd787', 10] },
  'code.number': { fg: ['#ffaf5f', 11] },
  'code.comment': { fg: ['#8a8a8a', 8], italic: true },
  'code.name': { fg: ['#87afd7', 6] },
  'code.type': { fg: ['#5fd7d7', 14] },
  match: { fg: ['#000000', 0], bg: ['#ffd75f', 11] },
  current: { fg: ['#000000', 0], bg: ['#ff8700', 9], bold: true },
  accent: { fg: ['#ffaf5f', 11], bold: true },
  dim: { fg: ['#8a8a8a', 8] },
  error: { fg: ['#ff8787', 9], bold: true },
  'highlight.yellow': { fg: ['#000000', 0], bg: ['#e6d36a', 3] },
  'highlight.green': { fg: ['#000000', 0], bg: ['#9bcf8f', 2] },
  'highlight.blue': { fg: ['#000000', 0], bg: ['#8fc1e8', 6] },
  'highlight.pink': { fg: ['#000000', 0], bg: ['#e8a5c0', 13] },
};

/** Of the 16 colors of a terminal, only black, red and the two blues contrast with white. */
const light: Palette = {
  title: { fg: ['#875f00', 1], bold: true },
  heading: { fg: ['#005f87', 4], bold: true },
  subheading: { bold: true },
  meta: { fg: ['#626262', 0] },
  link: { fg: ['#0057ae', 4], underline: true },
  code: { fg: ['#8a4b08', 1] },
  kbd: { fg: ['#444444', 0], bold: true },
  mark: { fg: ['#000000', 0], bg: ['#ffff87', 11] },
  quote: { fg: ['#3a6b3a', 0] },
  marker: { fg: ['#00706b', 4] },
  rule: { fg: ['#9e9e9e', 8] },
  note: { fg: ['#6c3fa0', 12] },
  image: { fg: ['#4b4b9b', 4], italic: true },
  'code.keyword': { fg: ['#a6216f', 4] },
  'code.string': { fg: ['#3f6f00', 1] },
  'code.number': { fg: ['#875500', 12] },
  'code.comment': { fg: ['#6c6c6c', 0], italic: true },
  'code.name': { fg: ['#1f4fa0', 4] },
  'code.type': { fg: ['#006f7f', 12] },
  match: { fg: ['#000000', 0], bg: ['#ffd75f', 11] },
  current: { fg: ['#000000', 0], bg: ['#ff9f40', 9], bold: true },
  accent: { fg: ['#af5f00', 1], bold: true },
  dim: { fg: ['#707070', 0] },
  error: { fg: ['#af0000', 1], bold: true },
  'highlight.yellow': { fg: ['#000000', 0], bg: ['#fff1a8', 11] },
  'highlight.green': { fg: ['#000000', 0], bg: ['#cdeec2', 10] },
  'highlight.blue': { fg: ['#000000', 0], bg: ['#c9e4fb', 14] },
  'highlight.pink': { fg: ['#000000', 0], bg: ['#fbd3e2', 13] },
};

/** A color of the terminal's palette at every depth. The entries used here are legible on black and on white. */
const own = (index: number): Color => ['', index];

const neutral: Palette = {
  title: { bold: true },
  heading: { fg: own(6), bold: true },
  subheading: { bold: true },
  meta: { dim: true },
  link: { fg: own(4), underline: true },
  code: { fg: own(6) },
  kbd: { bold: true },
  mark: { inverse: true },
  quote: { fg: own(2) },
  marker: { fg: own(6) },
  rule: { dim: true },
  note: { fg: own(5) },
  image: { italic: true },
  'code.keyword': { fg: own(5) },
  'code.string': { fg: own(2) },
  'code.number': { fg: own(4) },
  'code.comment': { dim: true, italic: true },
  'code.name': { fg: own(4), bold: true },
  'code.type': { fg: own(6), bold: true },
  match: { inverse: true },
  current: { inverse: true, bold: true, underline: true },
  accent: { fg: own(6), bold: true },
  dim: { dim: true },
  error: { fg: own(1), bold: true },
  'highlight.yellow': { fg: own(0), bg: own(3) },
  'highlight.green': { fg: own(0), bg: own(2) },
  'highlight.blue': { fg: own(0), bg: own(6) },
  'highlight.pink': { fg: own(0), bg: own(5) },
};

/** For output without color: everything that matters can be distinguished by attributes alone. */
const plain: Palette = {
  ...neutral,
  // Headings of the levels above are bold.
  subheading: { underline: true },
  'code.keyword': { bold: true },
  'code.comment': { dim: true },
  'code.name': {},
  'code.type': {},
  'highlight.yellow': { underline: true },
  'highlight.green': { underline: true },
  'highlight.blue': { underline: true },
  'highlight.pink': { underline: true },
};

export const palettes = { dark, light, neutral, plain } as const;
