import fc from 'fast-check';

const CUT = 'fin coupée par un trait d’u-\n';
const INDENTED = '    en retrait de quatre, une ligne assez longue pour être un paragraphe';

/** Texts with words divided at the ends of lines: two such lines, and three. */
export const TWO_DIVIDED = CUT + CUT + CUT + INDENTED;
export const THREE_DIVIDED = `${CUT}nion au milieu\n${CUT}${CUT}${INDENTED}`;

const LINES = [
  'Une première phrase qui va jusqu’au bout de la ligne, ou presque.',
  'Une suite en minuscules qui continue sans point et',
  'la fin de la phrase vient ici.',
  'Un titre court',
  'Est-ce un titre ?',
  'LES CAPITALES AUSSI',
  'Chapitre premier.',
  '- un article de liste',
  '* un autre',
  '  - en retrait',
  '1. le premier',
  '2. le deuxième',
  '12) le douzième',
  '— Bonjour, dit-elle.',
  '-Bonjour toi',
  '- Tu viens ?',
  '- Non.',
  '« Bonjour,',
  'À bientôt »',
  'en deux lignes. »',
  '> cité',
  '>> deux fois',
  '> - liste citée',
  'Cordialement,',
  'Jeanne Dupont',
  '* * *',
  '=====',
  '-----',
  '--',
  '# Un dièse',
  '| a | b |',
  '|---|---|',
  '| c \\| d | e |',
  'Colonne      autre      encore',
  '    en retrait de quatre, une ligne assez longue pour être un paragraphe',
  '\ttabulation',
  'fin coupée par un trait d’u-',
  'nion au milieu',
  'https://exemple.fr/page',
  'Une très longue ligne qui est à elle seule un paragraphe entier, comme les pages copiées du Web en ont, avec plusieurs propositions, des virgules, et un point tout au bout.',
  '',
  ' ',
  '',
];

/** Plain texts composed of the lines above. */
export const plainTexts = fc
  .array(fc.constantFrom(...LINES), { maxLength: 40 })
  .map((lines) => lines.join('\n'));

/** Plain texts composed of the lines above, of random lines, and of random characters. */
export const anyTexts = fc.oneof(
  plainTexts,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...LINES), fc.string({ maxLength: 20 })), { maxLength: 30 })
    .map((lines) => lines.join('\n')),
);

const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words that `source` divides at line ends, each with its two parts. The parser may join them or not. */
const divisionsOf = (source: string): Map<string, readonly string[]> =>
  new Map(
    Array.from(source.matchAll(/(\p{L}+)-\n[ \t]*(\p{Ll}\p{L}*)/gu), ([, first = '', last = '']) => [
      first + last,
      [first, last],
    ]),
  );

/**
 * The sorted words of a text, to compare a parsed document with its `source`. Words that `source` divides at line ends
 * count as their parts, and leading zeros are dropped because a list marker `01.` is printed as `1.`.
 */
export function sortedWords(text: string, source: string): string[] {
  const parts = divisionsOf(source);
  return words(text)
    .flatMap((word) => parts.get(word) ?? [word])
    .map((word) => word.replace(/^0+(?=\d)/, ''))
    .sort();
}
