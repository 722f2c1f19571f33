import { Unicode11Addon } from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';

/** One character cell; `text` is empty in the second cell of a wide character. */
export interface Cell {
  readonly text: string;
  /** A palette index, `#rrggbb`, or undefined for the terminal's own color. */
  readonly foreground: number | string | undefined;
  readonly background: number | string | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
  readonly strike: boolean;
}

export interface Modes {
  readonly alternateScreen: boolean;
  readonly cursorVisible: boolean;
  readonly mouse: boolean;
  readonly bracketedPaste: boolean;
  readonly wrap: boolean;
}

/** The screen of a terminal, emulated by xterm.js with Unicode 11 widths. Rows and columns are counted from 0. */
export class Screen {
  readonly #terminal: InstanceType<typeof xterm.Terminal>;
  #cursorVisible = true;
  #clipboard: string | undefined;

  /** `reply` receives the terminal's answers to requests, such as the cursor position. */
  constructor(columns: number, rows: number, reply: (data: string) => void) {
    this.#terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 10_000 });
    this.#terminal.loadAddon(new Unicode11Addon());
    this.#terminal.unicode.activeVersion = '11';
    this.#terminal.onData(reply);
    for (const final of ['h', 'l']) {
      this.#terminal.parser.registerCsiHandler({ prefix: '?', final }, (parameters) => {
        if (parameters.includes(25)) this.#cursorVisible = final === 'h';
        return false;
      });
    }
    this.#terminal.parser.registerOscHandler(52, (data) => {
      this.#clipboard = Buffer.from(data.slice(data.indexOf(';') + 1), 'base64').toString();
      return true;
    });
  }

  /** Processes output and calls `done` once the screen shows it. */
  write(data: string, done: () => void): void {
    this.#terminal.write(data, done);
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
  }

  get columns(): number {
    return this.#terminal.cols;
  }

  /** The visible rows, without trailing blanks. */
  get rows(): string[] {
    const buffer = this.#terminal.buffer.active;
    return Array.from(
      { length: this.#terminal.rows },
      (_, row) =>
        buffer
          .getLine(buffer.viewportY + row)
          ?.translateToString(true)
          .trimEnd() ?? '',
    );
  }

  get text(): string {
    return this.rows.join('\n').trimEnd();
  }

  /** The text of the main screen with its scrollback, wrapped lines joined, without trailing blanks. */
  get history(): string {
    const buffer = this.#terminal.buffer.normal;
    let text = '';
    for (let row = 0; row < buffer.length; row++) {
      const line = buffer.getLine(row)!;
      text +=
        (row > 0 && !line.isWrapped ? '\n' : '') +
        line.translateToString(!buffer.getLine(row + 1)?.isWrapped);
    }
    return text.trimEnd();
  }

  /** The first row that contains `text`, or -1. */
  find(text: string): number {
    return this.rows.findIndex((row) => row.includes(text));
  }

  /** The cells of a row, one for each column. */
  cells(row: number): Cell[] {
    const buffer = this.#terminal.buffer.active;
    const line = buffer.getLine(buffer.viewportY + row);
    return Array.from({ length: this.#terminal.cols }, (_, column) => {
      const cell = line!.getCell(column)!;
      const color = (rgb: boolean, standard: boolean, value: number) =>
        standard ? undefined : rgb ? `#${value.toString(16).padStart(6, '0')}` : value;
      return {
        text: cell.getChars(),
        foreground: color(cell.isFgRGB(), cell.isFgDefault(), cell.getFgColor()),
        background: color(cell.isBgRGB(), cell.isBgDefault(), cell.getBgColor()),
        bold: cell.isBold() !== 0,
        dim: cell.isDim() !== 0,
        italic: cell.isItalic() !== 0,
        underline: cell.isUnderline() !== 0,
        inverse: cell.isInverse() !== 0,
        strike: cell.isStrikethrough() !== 0,
      };
    });
  }

  /** The rows with their styles, in a notation for comparisons; an erased cell equals a blank. */
  get styledRows(): string[] {
    const buffer = this.#terminal.buffer.active;
    const cell = buffer.getNullCell();
    return Array.from({ length: this.#terminal.rows }, (_, row) => {
      const line = buffer.getLine(buffer.viewportY + row)!;
      let text = '';
      let style = '';
      for (let column = 0; column < this.#terminal.cols; column++) {
        line.getCell(column, cell);
        const colors = `${cell.getFgColorMode()}:${cell.getFgColor()},${cell.getBgColorMode()}:${cell.getBgColor()}`;
        const next = `${colors},${cell.isBold()}${cell.isDim()}${cell.isItalic()}${cell.isUnderline()}${cell.isInverse()}${cell.isStrikethrough()}`;
        if (next !== style) text += `{${next}}`;
        style = next;
        text += cell.getChars() || ' ';
      }
      return text;
    });
  }

  get cursor(): { readonly row: number; readonly column: number } {
    const { cursorX, cursorY } = this.#terminal.buffer.active;
    return { row: cursorY, column: cursorX };
  }

  get modes(): Modes {
    const { mouseTrackingMode, bracketedPasteMode, wraparoundMode } = this.#terminal.modes;
    return {
      alternateScreen: this.#terminal.buffer.active.type === 'alternate',
      cursorVisible: this.#cursorVisible,
      mouse: mouseTrackingMode !== 'none',
      bracketedPaste: bracketedPasteMode,
      wrap: wraparoundMode,
    };
  }

  /** The text last copied with OSC 52. */
  get clipboard(): string | undefined {
    return this.#clipboard;
  }

  dispose(): void {
    this.#terminal.dispose();
  }
}
