/**
 * Characters that are one cell on every terminal: only behind these is it certain in which column a cell is. Others (wide
 * ones, emoji, combining marks) are not as wide everywhere.
 */
const ONE_CELL =
  /^[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u03ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2193\u2500-\u259f\u2605\u2606\u270e]*$/;

/** A sequence that `paint` or Ink writes: SGR, of which the parameters are captured, or a link (OSC 8) with its address. */
const SEQUENCE = /\x1b\[([\d;:]*)m|\x1b\]8;([^\x07\x1b]*)(?:\x07|\x1b\\)/g;

/**
 * The sequences that turn the line `from`, which is in row `y`, into `to`. The cells before the first that differs stay, if
 * it is certain where they end: the list keeps still beside a text that moves.
 */
export function lineChange(y: number, from: string, to: string): string {
  const kept = keptBeginning(to, commonBeginning(from, to));
  if (!kept) return `\x1b[${y + 1};1H\x1b[2K${to}`;
  return `\x1b[${y + 1};${kept.cells + 1}H\x1b[K${kept.style}${to.slice(kept.length)}`;
}

/**
 * The UTF-16 units at the beginning of two lines that are the same, up to a place in which both go on with a blank or end,
 * so that no character is cut. No sequence has a blank in it.
 */
function commonBeginning(one: string, other: string): number {
  const end = Math.min(one.length, other.length);
  let at = 0;
  while (at < end && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  const isBetween = [one, other].every((line) => at === line.length || line[at] === ' ');
  return isBetween ? at : Math.max(0, one.lastIndexOf(' ', at - 1));
}

interface Beginning {
  /** In UTF-16 units. */
  readonly length: number;
  readonly cells: number;
  /** The sequences that set the style and the link in which the line goes on. */
  readonly style: string;
}

/** The first `length` units of a line, to be kept; undefined if there are none or if their width is not certain. */
function keptBeginning(line: string, length: number): Beginning | undefined {
  if (length === 0) return undefined;
  const beginning = line.slice(0, length);
  const text = beginning.replace(SEQUENCE, '');
  const style = ONE_CELL.test(text) ? styleAfter(beginning) : undefined;
  return style === undefined ? undefined : { length, cells: text.length, style };
}

/** The sequences that are open at the end of a text; undefined if one of them is not known. */
function styleAfter(text: string): string | undefined {
  const open = new Map<string, string>();
  let link = '';
  for (const [sequence, parameters, target] of text.matchAll(SEQUENCE)) {
    if (target !== undefined) link = target === ';' ? '' : sequence;
    else if (!applySgr(open, parameters!)) return undefined;
  }
  const codes = [...open.keys()].join(';');
  return link + (codes && `\x1b[${codes}m`);
}

/** Parameters after an extended color (38, 48, 58), by its kind: an entry of the palette, or red, green and blue. */
const COLOR_PARAMETERS: Readonly<Record<string, number>> = { 5: 2, 2: 4 };

/** Applies one SGR sequence to the attributes that are open, each with the code that ends it. False if one is not known. */
function applySgr(open: Map<string, string>, parameters: string): boolean {
  const codes = parameters.split(';');
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i]!;
    const number = Number.parseInt(code, 10) || 0;
    const end = endOf(number);
    if (number === 0) open.clear();
    else if (end === undefined) return false;
    else if (end === number) {
      for (const [other, its] of open) if (its === `${end}`) open.delete(other);
    } else {
      const isExtended = code === '38' || code === '48' || code === '58';
      const count = isExtended ? (COLOR_PARAMETERS[codes[i + 1]!] ?? 0) : 0;
      if (end >= 39) for (const [other, its] of open) if (its === `${end}`) open.delete(other);
      open.set(codes.slice(i, i + count + 1).join(';'), `${end}`);
      i += count;
    }
  }
  return true;
}

/** The SGR code that ends an attribute (ECMA-48, 8.3.117), or the code itself if it ends one; undefined if it is not known. */
function endOf(code: number): number | undefined {
  if (code === 1 || code === 2) return 22;
  if (code >= 3 && code <= 9) return code === 6 ? 25 : code + 20;
  if (code >= 22 && code <= 29) return code;
  if ((code >= 30 && code <= 39) || (code >= 90 && code <= 97)) return 39;
  if ((code >= 40 && code <= 49) || (code >= 100 && code <= 107)) return 49;
  if (code === 58 || code === 59) return 59;
  return code === 0 ? 0 : undefined;
}
