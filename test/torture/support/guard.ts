import { Unicode11Addon } from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';
import { forbidden } from './forbidden.ts';

/** The parameters of styles that the themes use. Blinking, concealed text and colors by their parts are not among them. */
const PARAMETER = '(?:[0-479]|2[1-9]|[34][0-79]|[34]8;5;\\d{1,3}|9[0-7]|10[0-7])';
/** Sequences that the commands may send to a terminal: styles, and links of the web. */
const STYLE = new RegExp(`\\x1b\\[(?:${PARAMETER}(?:;${PARAMETER})*)?m`, 'g');
const LINK = /\x1b\]8;(?:id=[\w-]+)?;(?:(?:https?|mailto):[!-~]*)?(?:\x1b\\|\x07)/g;

/** Text without the styles and links that a command may use. */
export const withoutStyles = (output: string): string => output.replace(STYLE, '').replace(LINK, '');

/** What is wrong with text for a terminal; undefined if it holds nothing but letters, styles and links. */
export const forbiddenIn = (output: string): string | undefined => forbidden(withoutStyles(output));

/** Commands that begin with OSC. */
const COMMANDS = [
  ...[0, 1, 2, 4, 5, 7, 9, 10, 11, 12, 13, 17, 19, 22, 50, 52, 99, 104, 105, 110, 111, 112],
  ...[117, 119, 133, 633, 777, 1337, 3008, 5522],
];
const FINALS = Array.from({ length: 0x7e - 0x40 + 1 }, (_, i) => String.fromCharCode(0x40 + i));
const PREFIXES = [undefined, '?', '>', '=', '<'];

/** An emulator that notes whatever a program does to its terminal besides printing text in colors. */
export class Guard {
  readonly #terminal: InstanceType<typeof xterm.Terminal>;
  /** Titles, bells, answers, commands and movements of the cursor, in words. */
  readonly deeds: string[] = [];

  constructor(columns = 80, rows = 24) {
    this.#terminal = new xterm.Terminal({
      cols: columns,
      rows,
      allowProposedApi: true,
      scrollback: 5000,
      convertEol: true,
    });
    this.#terminal.loadAddon(new Unicode11Addon());
    this.#terminal.unicode.activeVersion = '11';
    const note = (deed: string) => void this.deeds.push(deed);
    this.#terminal.onTitleChange((title) => note(`title ${title}`));
    this.#terminal.onBell(() => note('bell'));
    this.#terminal.onData((data) => note(`answer ${JSON.stringify(data)}`));
    this.#terminal.onBinary((data) => note(`answer ${JSON.stringify(data)}`));
    const { parser } = this.#terminal;
    for (const command of COMMANDS)
      parser.registerOscHandler(command, (data) => {
        note(`command ${command} ${data}`);
        return false;
      });
    for (const final of FINALS) {
      for (const prefix of PREFIXES) {
        if (final === 'm' && !prefix) continue;
        parser.registerCsiHandler({ final, ...(prefix && { prefix }) }, (parameters) => {
          note(`CSI ${prefix ?? ''}${parameters.join(';')}${final}`);
          return false;
        });
      }
      parser.registerDcsHandler({ final }, () => {
        note(`DCS ${final}`);
        return true;
      });
      if (final !== '[' && final !== '\\')
        parser.registerEscHandler({ final }, () => {
          note(`ESC ${final}`);
          return false;
        });
    }
  }

  write(data: string): Promise<void> {
    return new Promise((resolve) => this.#terminal.write(data, resolve));
  }

  /** All text on the screen and above it, wrapped lines joined, without blanks at the ends of lines. */
  get text(): string {
    const { normal } = this.#terminal.buffer;
    let text = '';
    for (let row = 0; row < normal.length; row++) {
      const line = normal.getLine(row)!;
      text +=
        (row > 0 && !line.isWrapped ? '\n' : '') +
        line.translateToString(!normal.getLine(row + 1)?.isWrapped);
    }
    return trimmed(text);
  }

  dispose(): void {
    this.#terminal.dispose();
  }
}

/** Lines without blanks at their ends, and without empty lines at the end. */
export const trimmed = (text: string): string => text.replace(/[ \u3000]+$/gm, '').trimEnd();
