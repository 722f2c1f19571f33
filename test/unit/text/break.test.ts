import { describe, expect, it } from 'vitest';
import { findBreaks } from '../../../src/text/break.ts';
import { BreakOpportunities } from '../../../src/text/break-opportunities.ts';
import { typographyOf } from '../../../src/text/typography.ts';

/** Marks the places of a text at which a line may end with `|`, after the blanks that are dropped there. */
function cuts(text: string, { lang = 'en' as 'en' | 'fr', width = 0 } = {}): string {
  const breaks = new BreakOpportunities();
  findBreaks(
    { text, isCode: () => false, noBreakBefore: () => false },
    0,
    text.length,
    { rules: { typography: typographyOf(lang) }, width },
    breaks,
  );
  const starts = [...breaks.start.slice(1, breaks.count)];
  return text
    .split('')
    .map((unit, index) => (starts.includes(index) ? `|${unit}` : unit))
    .join('');
}

describe('break opportunities', () => {
  it.each([
    'A |word |after |another',
    'closing ! |And ? |so ; |on : |and |…',
    'in |(round |brackets), |[square |ones] |and |{curly |ones}',
    '( not |after |an |opening |one )',
    'said |“as |he |did” |and |‘so |on’',
    '„deutsche |Zitate“ |und |»andere« |dazu',
    'a |"straight |one" |and |it’s |done',
    'no\u00a0break |and\u202fnone |here',
    'a\u2060b |a \u2060b',
    'well-|known |mother-in-|law |twenty-|three',
    'a |--flag |and |-v |then |-1 |or |1-2',
    'pages |10–20 |and |words—|like |these',
    'e-mail |x-ray |co-op |vas-y',
    'and/or |1/2 |3.14 |10:30 |a.b |U.S.A. |$5 |5% |€20 |(5)%',
    'use |.NET |and |/usr/bin |or |!important |or |:root',
    'a?b |what?! |(why?) |“yes!”',
    'cut\u200b|here |co\u00ad|operate',
    'word…another |… |and |so',
  ])('%s', (text) => expect(cuts(text.replaceAll('|', ''))).toBe(text));

  it.each([
    'ワ」。|こ',
    'ク|「ab |cd」|も',
    'ン・|マー|ク|(ex',
    'き、!!、!!!|と',
    '例：|£23',
    'せ！|100%|の|完',
    'る。|qu |い|ち',
    '語|の|io|の、|2|字|を',
    'ん|だ”|と',
    '後…|に',
    '한국어 |문장은 |낱말',
    '👍|👍🏽|👩‍👩‍👧‍👦|🇫🇷|🇧🇪 |ok',
    'a|👍 |❤️',
  ])('East Asian: %s', (text) => expect(cuts(text.replaceAll('|', ''))).toBe(text));

  it('are found between the words of Thai', () =>
    expect(cuts('ภาษาไทยไม่มีช่องว่าง').split('|').length).toBeGreaterThan(3));
});

describe('break opportunities in French', () => {
  it.each([
    'Est-ce |bien |cela ? |Oui ! |Non ; |voilà : |25 % |et |50 ‰',
    'Il |dit |« viens » |et |« oui ».',
    'à |10 000 € |ou |1 250,50 $ |en |2020 |500 |personnes',
    'il |y |a |5 km |et |12 h |le |3 mai |2024',
    'M. Dupont |et |Mme Durand, |le |Dr |soigne',
    'de |10 h 30 |à |12 h, |3 × 4 |font |12',
    'n° 5, |p. 12, |art. 3 |fin.',
    'disent-ils |viens-tu |dit-elle |lui-|même |peut-|être',
    'l’entreprise |aujourd’hui |s’il |vous |plaît',
    'use |.NET |dans |/usr',
  ])('%s', (text) => expect(cuts(text.replaceAll('|', ''), { lang: 'fr' })).toBe(text));

  it('keeps numbers with their units in English', () =>
    expect(cuts('a 5 km run of 12 MB at 100 % in 2020')).toBe(
      'a |5 km |run |of |12 MB |at |100 % |in |2020',
    ));

  const UNITS =
    'EUR USD CHF GB MB kB KiB GB/s Gbit Gbit/s Mbit/s Mbps kbit/s L L/100 k€ M€ Md€ Wh mAh Ω kΩ µs ns fps dpi rpm lb oz ft mph';

  it.each(UNITS.split(' '))('keeps a number with its unit in all languages: %s', (unit) => {
    for (const lang of ['fr', 'en', undefined] as const)
      expect(cuts(`a 10 ${unit} b`, lang && { lang })).toBe(`a |10 ${unit} |b`);
  });

  it.each(['Md', 'tr/min', 'ppp', 'Mio', 'ans'])('keeps a number with its unit in French: %s', (unit) =>
    expect(cuts(`un 10 ${unit} b`, { lang: 'fr' })).toBe(`un |10 ${unit} |b`),
  );

  it.each(['le 5 janvier', 'M. Dupont', '10 000', 'that is an aside —'])('only in French: %s', (text) =>
    expect(cuts(text)).toBe(text.replaceAll(' ', ' |')),
  );
});

describe('words wider than the measure', () => {
  it.each([
    [10, 'https://example.org/a/long/path', 'https://|example|.org/|a/long/|path'],
    [4, 'extraordinaire', 'extr|aord|inai|re'],
    [3, 'é́é́é́é́', 'é́é́é́|é́'],
    [1, '日本', '日|本'],
    [6, 'aaaaa!!!', 'aaaa|a!!!'],
    [8, '« citation »', '« citati|on »'],
    [7, 'mot un :', 'mot|un :'],
    [5, '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦|👩‍👩‍👧‍👦|👩‍👩‍👧‍👦'],
  ])('at %i cells', (width, word, expected) => {
    const breaks = new BreakOpportunities();
    findBreaks(
      { text: word, isCode: () => false, noBreakBefore: () => false },
      0,
      word.length,
      { rules: { typography: typographyOf('en') }, width },
      breaks,
    );
    const parts = Array.from({ length: breaks.count }, (_, index) =>
      word.slice(breaks.start[index], breaks.stop[index]),
    );
    expect(parts.join('').replaceAll(' ', '')).toBe(word.replaceAll(' ', ''));
    expect(parts.join('|')).toBe(expected);
  });
});
