import type { Cell, Screen } from './screen.ts';

/** A screen at one moment. */
export interface Shot {
  readonly rows: readonly (readonly Cell[])[];
  /** Undefined if the cursor is hidden. */
  readonly cursor: { readonly row: number; readonly column: number } | undefined;
}

export interface PictureStyle {
  /** Described to people who do not see the picture. */
  readonly title: string;
  /** The terminal's own colors. */
  readonly foreground: string;
  readonly background: string;
  /** The window's frame. */
  readonly frame: string;
}

/** A scene of a moving picture, and how many seconds it is shown. */
export interface Scene {
  readonly shot: Shot;
  readonly seconds: number;
}

/** Size of a cell and of the frame around the screen, in pixels of SVG. */
const CELL = { width: 8.4, height: 19, baseline: 14 };
const PADDING = 14;
const BAR = 30;

const FONT = "ui-monospace,'SF Mono',Menlo,'Cascadia Mono','DejaVu Sans Mono',Consolas,monospace";

export const shotOf = (screen: Screen): Shot => ({
  rows: screen.rows.map((_, row) => screen.cells(row)),
  cursor: screen.modes.cursorVisible ? screen.cursor : undefined,
});

/** A picture of a screen as SVG. */
export function stillPicture(shot: Shot, style: PictureStyle): string {
  const styles = new TextStyles(style);
  const rows = rowsOf(shot, styles).map((row, index) => placed(row, index));
  return picture(shot, style, styles.css, rows.join('\n'));
}

/**
 * A moving picture of screens as SVG, which repeats. `still` is the number of the scene that is shown where pictures do not
 * move, or should not (`prefers-reduced-motion`).
 */
export function movingPicture(scenes: readonly Scene[], still: number, style: PictureStyle): string {
  const styles = new TextStyles(style);
  const shots = scenes.map(({ shot }) => rowsOf(shot, styles));
  const isConstant = shots[0]!.map((row, index) => shots.every((rows) => rows[index] === row));
  const ids = new Map<string, string>();
  const idOf = (row: string): string => {
    if (!ids.has(row)) ids.set(row, `r${ids.size}`);
    return ids.get(row)!;
  };
  const groups = shots.map((rows, scene) => {
    const uses = rows.flatMap((row, index) =>
      isConstant[index] || row === '' ? [] : [`<use href="#${idOf(row)}"${atRow(index)}/>`],
    );
    return `<g class="s s${scene}">${uses.join('')}</g>`;
  });
  const constant = shots[0]!.map((row, index) => (isConstant[index] ? placed(row, index) : ''));
  const definitions = Array.from(ids, ([row, id]) => `<g id="${id}">${row}</g>`);
  const body = [`<defs>${definitions.join('\n')}</defs>`, ...constant, ...groups].filter(Boolean);
  const css = `${styles.css}\n${motion(scenes, still)}`;
  return picture(scenes[0]!.shot, style, css, body.join('\n'));
}

/** Style sheet that shows one scene after the other. */
function motion(scenes: readonly Scene[], still: number): string {
  const total = scenes.reduce((sum, { seconds }) => sum + seconds, 0);
  const share = (seconds: number): string => `${Number(((seconds / total) * 100).toFixed(2))}%`;
  let start = 0;
  const rules = scenes.map(({ seconds }, scene) => {
    const [from, to] = [share(start), share(start + seconds)];
    start += seconds;
    const before = scene === 0 ? '' : '0%{visibility:hidden}';
    const after = scene === scenes.length - 1 ? '' : `${to}{visibility:hidden}`;
    return `@keyframes s${scene}{${before}${from}{visibility:visible}${after}}.s${scene}{animation-name:s${scene}}`;
  });
  return [
    `.s{visibility:hidden;animation-duration:${Number(total.toFixed(2))}s;animation-timing-function:step-end;animation-iteration-count:infinite}`,
    `.s${still}{visibility:visible}`,
    ...rules,
    '@media(prefers-reduced-motion){.s{animation:none}}',
  ].join('\n');
}

function picture(
  shot: Shot,
  { title, foreground, background, frame }: PictureStyle,
  css: string,
  body: string,
) {
  const [width, height] = [number(shot.rows[0]!.length * CELL.width + 2 * PADDING), heightOf(shot)];
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (color, index) => `<circle cx="${18 + index * 18}" cy="${BAR / 2}" r="5.5" fill="${color}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escaped(title)}</title>
<style>
text{font:14px ${FONT};fill:${foreground};white-space:pre}
${css}
</style>
<rect x=".5" y=".5" width="${number(Number(width) - 1)}" height="${height - 1}" rx="8" fill="${background}" stroke="${frame}"/>
<path d="M.5 ${BAR}H${number(Number(width) - 0.5)}" stroke="${frame}"/>
${dots.join('')}
<g transform="translate(${PADDING} ${BAR + PADDING / 2})">
${body}
</g>
</svg>
`;
}

const heightOf = ({ rows }: Shot): number => rows.length * CELL.height + BAR + PADDING;

const atRow = (row: number): string => (row === 0 ? '' : ` y="${row * CELL.height}"`);

const placed = (row: string, index: number): string =>
  row === '' ? '' : index === 0 ? row : `<g transform="translate(0 ${index * CELL.height})">${row}</g>`;

/** The rows of a screen as SVG, each from the top left; an empty row is an empty text. */
const rowsOf = ({ rows, cursor }: Shot, styles: TextStyles): string[] =>
  rows.map((cells, row) => {
    const cursorAt = cursor?.row === row ? cursor.column : undefined;
    const parts = runsOf(cells, styles).map((run) => runPicture(run, styles));
    if (cursorAt !== undefined) parts.push(rectangle(cursorAt, 1, styles.foreground, ' opacity=".6"'));
    return parts.join('');
  });

interface Run {
  readonly column: number;
  readonly cells: readonly Cell[];
}

/** Neighbors in the same style. */
function runsOf(cells: readonly Cell[], styles: TextStyles): Run[] {
  const runs: { column: number; cells: Cell[] }[] = [];
  let last: string | undefined;
  cells.forEach((cell, column) => {
    const style = `${styles.backgroundOf(cell)} ${styles.rulesOf(cell)}`;
    if (style === last) runs.at(-1)!.cells.push(cell);
    else runs.push({ column, cells: [cell] });
    last = style;
  });
  return runs;
}

function runPicture({ column, cells }: Run, styles: TextStyles): string {
  const first = cells[0]!;
  const background = styles.backgroundOf(first);
  const parts = background === styles.background ? [] : [rectangle(column, cells.length, background)];
  for (const [kind, more] of Object.entries(STROKES)) {
    const lines = cells
      .map(({ text }, index) => (kindOf(text) === kind ? strokeOf(text, column + index) : ''))
      .join('');
    if (lines !== '') parts.push(`<path d="${lines}" stroke="${styles.colorOf(first)}"${more}/>`);
  }
  const bars = cells.flatMap(({ text }, index) =>
    text === '▌' ? [rectangle(column + index, 0.5, styles.colorOf(first))] : [],
  );
  return [...parts, ...bars, ...wordsOf({ column, cells }, styles)].join('');
}

/** Words of a run, each where it is on the screen, whatever the widths of the font: spaces between them count as part. */
function wordsOf({ column, cells }: Run, styles: TextStyles): string[] {
  const isShown = ({ text }: Cell): boolean => text.trim() !== '' && text !== '▌' && !(text in ARMS);
  const words: string[] = [];
  let start = 0;
  const flush = (end: number): void => {
    let [from, to] = [start, end];
    while (from < to && !isShown(cells[from]!)) from++;
    while (to > from && cells[to - 1]!.text.trim() === '') to--;
    if (to > from) {
      const text = cells
        .slice(from, to)
        .map((cell) => cell.text || ' ')
        .join('');
      const length = to - from > 1 ? ` textLength="${number((to - from) * CELL.width)}"` : '';
      const name = styles.classOf(cells[from]!);
      words.push(
        `<text${name} x="${number((column + from) * CELL.width)}" y="${CELL.baseline}"${length}>${escaped(text)}</text>`,
      );
    }
  };
  cells.forEach((cell, index) => {
    if (cell.text in ARMS || cell.text === '▌') {
      flush(index);
      start = index + 1;
    }
  });
  flush(cells.length);
  return words;
}

/** The arms of box-drawing characters: up, right, down, left. */
const ARMS: Readonly<Record<string, readonly [boolean, boolean, boolean, boolean]>> = {
  '│': [true, false, true, false],
  '┃': [true, false, true, false],
  '─': [false, true, false, true],
  '┄': [false, true, false, true],
  '┌': [false, true, true, false],
  '╭': [false, true, true, false],
  '┐': [false, false, true, true],
  '╮': [false, false, true, true],
  '└': [true, true, false, false],
  '╰': [true, true, false, false],
  '┘': [true, false, false, true],
  '╯': [true, false, false, true],
  '├': [true, true, true, false],
  '┤': [true, false, true, true],
  '┬': [false, true, true, true],
  '┴': [true, true, false, true],
  '┼': [true, true, true, true],
};

/** Attributes of lines by their kind. */
const STROKES = { light: '', heavy: ' stroke-width="3"', dashed: ' stroke-dasharray="2 2.2"' } as const;

const kindOf = (text: string): keyof typeof STROKES =>
  text === '┃' ? 'heavy' : text === '┄' ? 'dashed' : 'light';

/** Box-drawing characters are drawn as lines, which fonts leave gaps between. */
function strokeOf(text: string, column: number): string {
  const arms = ARMS[text];
  if (!arms) return '';
  const [up, right, down, left] = arms;
  const [x, y] = [number((column + 0.5) * CELL.width), CELL.height / 2];
  const half = number(CELL.width / 2);
  const across =
    left && right
      ? `M${number(column * CELL.width)} ${y}h${number(CELL.width)}`
      : left || right
        ? `M${x} ${y}h${left ? '-' : ''}${half}`
        : '';
  const along =
    up && down ? `M${x} 0v${CELL.height}` : up || down ? `M${x} ${y}v${up ? '-' : ''}${CELL.height / 2}` : '';
  return across + along;
}

const rectangle = (column: number, columns: number, color: string, more = ''): string =>
  `<rect x="${number(column * CELL.width)}" width="${number(columns * CELL.width)}" height="${CELL.height}" fill="${color}"${more}/>`;

/** The styles of the text in a picture, a class for each. */
class TextStyles {
  readonly foreground: string;
  readonly background: string;
  readonly #classes = new Map<string, string>();

  constructor({ foreground, background }: PictureStyle) {
    this.foreground = foreground;
    this.background = background;
  }

  get css(): string {
    return Array.from(this.#classes, ([rules, name]) => `.${name}{${rules}}`).join('\n');
  }

  colorOf({ foreground, background, inverse }: Cell): string {
    return inverse ? rgb(background, this.background) : rgb(foreground, this.foreground);
  }

  backgroundOf({ foreground, background, inverse }: Cell): string {
    return inverse ? rgb(foreground, this.foreground) : rgb(background, this.background);
  }

  rulesOf(cell: Cell): string {
    const color = this.colorOf(cell);
    const lines = [cell.underline && 'underline', cell.strike && 'line-through'].filter(Boolean);
    return [
      color === this.foreground ? '' : `fill:${color}`,
      cell.bold ? 'font-weight:700' : '',
      cell.italic ? 'font-style:italic' : '',
      cell.dim ? 'opacity:.7' : '',
      lines.length > 0 ? `text-decoration:${lines.join(' ')}` : '',
    ]
      .filter(Boolean)
      .join(';');
  }

  /** The attribute `class` of a text, or nothing for text without a style. */
  classOf(cell: Cell): string {
    const rules = this.rulesOf(cell);
    if (rules === '') return '';
    if (!this.#classes.has(rules)) this.#classes.set(rules, `t${this.#classes.size}`);
    return ` class="${this.#classes.get(rules)}"`;
  }
}

/** A color of true color; a number of the palette has none of its own, since each terminal has another palette. */
function rgb(color: number | string | undefined, own: string): string {
  if (typeof color === 'number') throw new Error(`palette color ${color}: take pictures in true color`);
  return color ?? own;
}

const number = (value: number): string => String(Number(value.toFixed(2)));

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
