import type { Document } from '../document/document.ts';

type Language = NonNullable<Document['lang']>;

const words = (...lists: readonly string[]): readonly string[] => lists.join(' ').split(' ');

/** Units after numbers, as they are written in all languages; `GB/s` and `m²` begin with one. */
const SYMBOLS = words(
  'm km hm dm cm mm µm μm nm ha t kg g mg µg μg l hl dl cl ml L hL dL cL mL',
  'h min s ms µs μs ns ps Hz kHz MHz GHz THz mph kph rpm fps',
  'W mW kW MW GW TW Wh kWh MWh GWh TWh Wc kWc VA kVA V mV kV A mA µA μA Ah mAh Ω kΩ MΩ µF μF nF pF',
  'J kJ MJ cal kcal N kN Nm Pa hPa kPa MPa bar mbar psi K C F dB dBm lm lx mol Bq Sv mSv',
  'bit bits kbit Mbit Gbit Tbit bps kbps Mbps Gbps kb Mb Gb Tb kB KB MB GB TB PB KiB MiB GiB TiB PiB ko Ko Mo Kio Mio Gio Tio',
  'px pt em rem dpi ppi ppp ppm ppb lb lbs oz ft yd mi',
  'EUR USD CHF GBP JPY CNY CAD AUD SEK NOK DKK million',
);

/** Units and words after numbers in one language. */
const OF_LANGUAGE: Readonly<Record<Language, readonly string[]>> = {
  en: words('am pm AM PM byte bytes thousand billion trillion'),
  fr: words(
    'a j an ans o Go To Po octet octets tr fois millier milliers mille millions milliard milliards',
    'euro euros dollar dollars centimes Md Mds',
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  ),
};

const unitsIn = (lang: Language): ReadonlySet<string> => new Set([...SYMBOLS, ...OF_LANGUAGE[lang]]);
const UNITS: Readonly<Record<Language, ReadonlySet<string>>> = { en: unitsIn('en'), fr: unitsIn('fr') };

const CURRENCIES = '€$£¥₹¢';
/** Signs after numbers: of currencies, degrees, shares and products. */
const SIGNS = `${CURRENCIES}°%‰×`;
/** Multiples of a currency (`5 k€`). */
const MULTIPLES = new Set(['k', 'M', 'G', 'Md', 'Mds']);

const LONGEST_WORD = 'septembre'.length;

export const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Whether the blank at `blank`, before a digit, is inside a time (`10 h 30`) or a product (`3 × 4`). */
export const isInsideNumber = (text: string, blank: number): boolean =>
  /\d[ \u00a0\u202f]?(?:[×x]|h|min)$/.test(text.slice(Math.max(0, blank - 6), blank));

/** True if a unit (`km`, `k€`), or a sign of currency, degrees or percent, is at `at`. */
export function startsWithUnit(text: string, at: number, lang: Language): boolean {
  if (SIGNS.includes(text.charAt(at))) return true;
  const word = wordAfter(text, at);
  return UNITS[lang].has(word) || (MULTIPLES.has(word) && CURRENCIES.includes(text.charAt(at + word.length)));
}

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
