import { fold } from '../unicode/slug.ts';

/** The first three letters of the months' French and English names, folded; `jui` is ambiguous, see `monthOf`. */
const MONTHS = 'jan|fev feb|mar|avr apr|mai may|jun|jul|aou aug|sep|oct|nov|dec'.split('|');

/**
 * Converts a written date to ISO 8601, as precise as it is (`2024`, `2024-05`, `2024-05-03`); undefined if it is not a
 * date. Understands ISO 8601 and similar (`2015-10-24 21:38:12`, `2015/10/24`), `24/10/2015` (day first if possible), and
 * French and English words (`3 mai 2024`, `1er mai 2024`, `May 3, 2024`, `Fri, 3 May 2024 10:00:00 +0200`).
 */
export function isoDate(written: string): string | undefined {
  // Brackets as in Org (`<2024-05-03 Fri>`) and in links to daily notes (`[[2024-05-03]]`).
  const text = fold(written.slice(0, 64))
    .trim()
    .replace(/^[[<]+/, '');
  const iso = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?![\d])/.exec(text);
  if (iso) return format(iso[1]!, iso[3], iso[4]);
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/.exec(text);
  if (compact) return format(compact[1]!, compact[2], compact[3]);
  const numeric = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\b/.exec(text);
  if (numeric) {
    const [, first, , second, year] = numeric;
    return Number(second) > 12 ? format(year!, first, second) : format(year!, second, first);
  }
  const year = /\b(\d{4})\b/.exec(text)?.[1];
  if (year === undefined) return undefined;
  const name = /(?:^|[^a-z])([a-z]{3})([a-z]*)\.?(?=[\s,\d]|$)/g;
  for (const match of text.matchAll(name)) {
    const month = monthOf(match[1]!, match[2]!);
    if (month === 0) continue;
    const day = /(?:^|[^\d:+])(\d{1,2})(?:er|st|nd|rd|th)?(?![\d:])/.exec(text);
    return format(year, String(month), day?.[1]);
  }
  return undefined;
}

/** The number of a month by its name: the first three letters, and the rest; 0 if it is none. */
function monthOf(start: string, rest: string): number {
  if (start === 'jui') return rest.startsWith('n') ? 6 : 7;
  // `mardi` begins like `mars`.
  if (start === 'mar' && rest.startsWith('di')) return 0;
  return MONTHS.findIndex((names) => names.includes(start)) + 1;
}

/** Undefined if there is no such day. */
function format(year: string, month?: string, day?: string): string | undefined {
  const [m, d] = [Number(month ?? 1), Number(day ?? 1)];
  if (m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(Number(year), m, 0)).getUTCDate()) return undefined;
  return [year, month, day].flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
}
