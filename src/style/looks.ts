import { type Ground, type Look, lookOf, type RoleColors } from './look.ts';
import { palettes } from './palettes.ts';
import type { ThemeSetting } from './theme-names.ts';

/** A theme of the program; `auto` stands for one of the first three. */
export type LookName = Exclude<ThemeSetting, 'auto'>;

/** Colors by their use, from which those of the roles follow. */
interface Hues {
  readonly title: string;
  readonly heading: string;
  readonly link: string;
  readonly code: string;
  readonly quote: string;
  readonly marker: string;
  readonly note: string;
  readonly accent: string;
  readonly error: string;
  readonly keyword: string;
  readonly string: string;
  readonly number: string;
  /** Text that steps back: bylines, then hints and comments. */
  readonly quiet: string;
  readonly quieter: string;
  readonly rule: string;
  /** Backgrounds of matches, and of the one that the reader is at. */
  readonly match: string;
  readonly current: string;
}

const colorsOf = (hues: Hues, strong: string): RoleColors => ({
  title: hues.title,
  heading: hues.heading,
  meta: hues.quiet,
  link: hues.link,
  code: hues.code,
  kbd: strong,
  quote: hues.quote,
  marker: hues.marker,
  rule: hues.rule,
  note: hues.note,
  image: hues.note,
  'code.keyword': hues.keyword,
  'code.string': hues.string,
  'code.number': hues.number,
  'code.comment': hues.quieter,
  'code.name': hues.link,
  'code.type': hues.marker,
  match: hues.match,
  current: hues.current,
  accent: hues.accent,
  dim: hues.quieter,
  error: hues.error,
});

const dark =
  (text: string, background: string, hues: Hues) =>
  (name: LookName): Look =>
    lookOf(name, 'dark', [text, background], colorsOf(hues, text));

const light =
  (text: string, background: string, hues: Hues) =>
  (name: LookName): Look =>
    lookOf(name, 'light', [text, background], colorsOf(hues, text));

/** Each look is made at its first use: a start needs one. */
const makers: Readonly<Record<LookName, (name: LookName) => Look>> = {
  neutral: (name) => ({ name, palette: palettes.neutral }),
  dark: (name) => ({ name, palette: palettes.dark }),
  light: (name) => ({ name, palette: palettes.light }),
  night: dark('#c9d3e1', '#10161f', {
    title: '#f2cc8f',
    heading: '#8cbcf5',
    link: '#7fb2e8',
    code: '#d8c9a3',
    quote: '#93bda3',
    marker: '#7cc4c4',
    note: '#bba5e4',
    accent: '#f2b36b',
    error: '#f28f8f',
    keyword: '#dba0c8',
    string: '#a9cf8d',
    number: '#e8b06a',
    quiet: '#a0abbb',
    quieter: '#8490a2',
    rule: '#3d4a5e',
    match: '#f2cc60',
    current: '#ff9f43',
  }),
  ink: dark('#d9d4c8', '#161514', {
    title: '#f0e6d2',
    heading: '#e3c48f',
    link: '#d9a877',
    code: '#b9c4b0',
    quote: '#b5ab98',
    marker: '#c99b66',
    note: '#bda7b8',
    accent: '#e8b96a',
    error: '#ec8a78',
    keyword: '#d99a7c',
    string: '#b3bf8a',
    number: '#dcb070',
    quiet: '#a8a196',
    quieter: '#8d867b',
    rule: '#46423c',
    match: '#e8c872',
    current: '#f0914a',
  }),
  forest: dark('#cfdacb', '#0f1a14', {
    title: '#e6d88f',
    heading: '#93d19c',
    link: '#7fc8b5',
    code: '#cfd29b',
    quote: '#a3bfa0',
    marker: '#86bf8c',
    note: '#a9b8dc',
    accent: '#e3c565',
    error: '#ee9080',
    keyword: '#d8a9a0',
    string: '#b5d184',
    number: '#e0b36e',
    quiet: '#a3b3a3',
    quieter: '#86988a',
    rule: '#38493e',
    match: '#e6d060',
    current: '#f39b45',
  }),
  dusk: dark('#dcd3e6', '#1c1626', {
    title: '#f5c6a5',
    heading: '#d3a4f0',
    link: '#a9b1f7',
    code: '#e0c5a8',
    quote: '#b7adc9',
    marker: '#e29fc0',
    note: '#9cc3e0',
    accent: '#f7a98b',
    error: '#f58b95',
    keyword: '#ee9fcf',
    string: '#b4d3a0',
    number: '#f0b37e',
    quiet: '#b2a6c0',
    quieter: '#9588a6',
    rule: '#4c4060',
    match: '#f5d06c',
    current: '#ff9a63',
  }),
  paper: light('#3a3226', '#f8f2e4', {
    title: '#7a3e12',
    heading: '#74451c',
    link: '#24568c',
    code: '#7d4a16',
    quote: '#5a5c36',
    marker: '#84501d',
    note: '#6b4482',
    accent: '#9a4a0c',
    error: '#a32020',
    keyword: '#8b2f5c',
    string: '#4c6216',
    number: '#83500a',
    quiet: '#655a48',
    quieter: '#6f6452',
    rule: '#b5a88e',
    match: '#ffd968',
    current: '#ffa94d',
  }),
  daylight: light('#22272e', '#fdfdfe', {
    title: '#0b4a8f',
    heading: '#0f5ea8',
    link: '#0b5cad',
    code: '#8a3b12',
    quote: '#3c6444',
    marker: '#0a6a73',
    note: '#6a3fa3',
    accent: '#a84b00',
    error: '#b01c22',
    keyword: '#a01f6b',
    string: '#2f6b1d',
    number: '#8a4f00',
    quiet: '#57606a',
    quieter: '#667079',
    rule: '#b6bec7',
    match: '#ffdf5d',
    current: '#ffae57',
  }),
};

/** The grounds that the looks without one are made for: those of a dark and of a light terminal. */
export const EXPECTED_GROUNDS: Readonly<Record<'dark' | 'light', Ground>> = {
  dark: { text: ['#d0d0d0', 7], background: ['#1c1c1c', 0] },
  light: { text: ['#1c1c1c', 0], background: ['#ffffff', 15] },
};

export const LOOK_NAMES = Object.keys(makers) as LookName[];

const made = new Map<LookName, Look>();

/**
 * A look of the program: always the same object. `neutral` uses the colors of the terminal's palette; it and those without a
 * ground leave the terminal its background.
 */
export function lookOfProgram(name: LookName): Look {
  const look = made.get(name) ?? makers[name](name);
  made.set(name, look);
  return look;
}

/** True for the name of a look of the program. */
export const isLookName = (name: string): name is LookName => Object.hasOwn(makers, name);
