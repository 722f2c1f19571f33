/** Symbols of units and words after numbers that are the same in all languages. */
export const SYMBOLS =
  'm km cm mm dm hm µm nm ha g kg mg cl dl ml hl s ms min h Hz kHz MHz GHz W kW MW GW kWh MWh GWh V kV mA J kJ cal kcal N Pa hPa bar K C F px pt em dB lm lx ppm mol million'.split(
    ' ',
  );

const LONGEST_WORD = 'septembre'.length;

export const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Whether the blank at `blank`, before a digit, is inside a time (`10 h 30`) or a product (`3 × 4`). */
export const isInsideNumber = (text: string, blank: number): boolean =>
  /\d[ \u00a0\u202f]?(?:[×x]|h|min)$/.test(text.slice(Math.max(0, blank - 6), blank));

/** Whether a sign of currency, degrees or percent, or one of `units`, is at `at`. */
export const startsWithUnit = (text: string, at: number, units: ReadonlySet<string>): boolean =>
  '€$£°%‰×'.includes(text.charAt(at)) || units.has(wordAfter(text, at));

/** The beginning of the word at `start`, at most one letter longer than the longest unit. */
export function wordAfter(text: string, start: number): string {
  let end = start;
  while (end <= start + LONGEST_WORD && isLetter(text, end)) end++;
  return text.slice(start, end);
}

/** Whether a letter is at `at`. Latin ones are recognized without the pattern, which takes long to compile. */
function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
  if (unit >= 0xc0 && unit <= 0x24f) return unit !== 0xd7 && unit !== 0xf7;
  return /[\p{L}µ]/u.test(text.charAt(at));
}
