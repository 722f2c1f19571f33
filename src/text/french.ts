/**
 * French typography on a keyboard: writers type a plain space where a no-break one belongs. These rules say where a
 * plain space holds, after the Lexique des règles typographiques en usage à l'Imprimerie nationale.
 */

const UNITS = new Set(
  (
    'm km cm mm dm hm µm nm ha a g kg mg t l cl dl ml hl s ms min h j an ans Hz kHz MHz GHz W kW MW GW kWh MWh GWh ' +
    'V kV A mA J kJ cal kcal N Pa hPa bar K C F o Ko Mo Go To ko octets octet px pt em dB lm lx ppm mol ' +
    'millier milliers million millions milliard milliards mille euro euros dollar dollars centimes fois ' +
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'
  ).split(' '),
);

/** Forms of address, before a name. */
const TITLES = new Set(['M.', 'MM.', 'Mme', 'Mmes', 'Mlle', 'Mlles', 'Dr', 'Pr', 'Me', 'St', 'Ste']);
/** Abbreviations before a number. */
const COUNTERS = new Set(['n°', 'nº', 'N°', 'nos', 'p.', 'pp.', 'art.', 'chap.', 'fig.', 'vol.', 't.', '§']);

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const HIGH_MARKS = ';:!?»%‰';

/**
 * Whether the blank between `text[…blank)` and `text[next…]` may not be a line end in French.
 */
export function holds(text: string, blank: number, next: number): boolean {
  const after = text.charAt(next);
  if (HIGH_MARKS.includes(after)) return true;
  const before = text.charCodeAt(blank - 1);
  if (before === 0xab) return true;
  if (isDigit(before)) return holdsNumber(text, blank, next);
  const word = wordBefore(text, blank);
  if (word === '') return false;
  return COUNTERS.has(word) ? isDigit(text.charCodeAt(next)) : TITLES.has(word) && /\p{Lu}/u.test(after);
}

/** Thousands (`10 000`), units (`5 km`), signs (`20 €`), month names and powers of ten. */
function holdsNumber(text: string, blank: number, next: number): boolean {
  const unit = text.charCodeAt(next);
  if (isDigit(unit)) return digitsBefore(text, blank) <= 3 && digitsAfter(text, next) === 3;
  if ('€$£°'.includes(text.charAt(next))) return true;
  let end = next;
  while (end < next + 10 && /[\p{L}µ]/u.test(text.charAt(end))) end++;
  return UNITS.has(text.slice(next, end));
}

function digitsAfter(text: string, at: number): number {
  let end = at;
  while (end < at + 4 && isDigit(text.charCodeAt(end))) end++;
  return end - at;
}

function digitsBefore(text: string, at: number): number {
  let start = at;
  while (start > at - 4 && isDigit(text.charCodeAt(start - 1))) start--;
  return at - start;
}

/** The word that ends at `end`, if it is a short one. */
function wordBefore(text: string, end: number): string {
  for (let start = end - 1; start >= end - 6; start--) {
    const blank = start < 0 || /[\s(«]/.test(text.charAt(start));
    if (blank) return text.slice(start + 1, end);
  }
  return '';
}
