/** A cell of code as Quarto and R Markdown write it, without its options. */
export interface CodeCell {
  readonly code: string;
  /** The number of lines above the code. */
  readonly optionLines: number;
  /** Captions of what the code draws, which are the options that readers see. */
  readonly captions: readonly string[];
}

/** An option, by the comments of the cell's language: `#| echo: false`. */
const OPTION = /^[ \t]*(?:#|\/\/|--|%%|;;|')\|[ \t]?(.*)$/;
const CAPTION = /^[\w.]+[.-]cap:[ \t]*(.*)$/;
const INFO_CAPTION = /(?<=\w[.-])cap\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The cell that a fenced block of code is, by the braces in its info string; undefined for other code. */
export function codeCellOf(info: string, code: string): CodeCell | undefined {
  if (!/^\{[A-Za-z]/.test(info)) return undefined;
  const lines = code.split('\n');
  const end = lines.findIndex((line) => !OPTION.test(line));
  const options = lines.slice(0, end < 0 ? lines.length : end);
  // Blank lines below the options are none of the code either.
  const start = lines.findIndex((line, index) => index >= options.length && line.trim() !== '');
  const optionLines = options.length === 0 || start < 0 ? options.length : start;
  const captions = Array.from(info.matchAll(INFO_CAPTION), ([, double, single]) => (double ?? single)!);
  let inCaption = false;
  for (const line of options) {
    const option: string = OPTION.exec(line)![1]!;
    const caption: string | undefined =
      CAPTION.exec(option)?.[1] ?? (inCaption && /^[ \t]/.test(option) ? option : undefined);
    inCaption = caption !== undefined;
    if (caption) captions.push(unquoted(caption.trim().replace(/^(?:-[ \t]+|[|>][+-]?$)/, '')));
  }
  return { code: lines.slice(optionLines).join('\n'), optionLines, captions: captions.filter(Boolean) };
}

const unquoted = (text: string): string => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
