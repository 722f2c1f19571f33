import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boilerplateAt } from '../../../../src/document/plain/boilerplate.ts';
import type { PlainBlock, PlainText } from '../../../../src/document/plain/plain-block.ts';
import { readPlain } from '../../../../src/document/plain/read-plain.ts';

/** All that is read, the numbers of lists too, which their items do not hold. */
function texts(blocks: readonly PlainBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'rule') return [];
    if (block.kind === 'lines') return block.lines;
    if (block.kind === 'table') return block.rows.flat();
    if (block.kind === 'quotation') return texts(block.blocks);
    if (block.kind !== 'list') return [block.text];
    const { start } = block;
    return block.items.flatMap((item, i) => [start === undefined ? '' : String(start + i), ...texts(item)]);
  });
}

const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const wordsOf = ({ title, blocks }: PlainText): string[] => words([title ?? '', ...texts(blocks)].join('\n'));
/** Numbers of lists are written `01.` as well as `1.`. */
const sorted = (list: readonly string[]): string[] =>
  list.map((word) => word.replace(/^0+(?=\d)/, '')).sort();

/** Words divided at the ends of lines, which may be read as one, and their parts. */
const divisionsOf = (source: string): Map<string, readonly string[]> =>
  new Map(
    Array.from(source.matchAll(/(\p{L}+)-\n[ \t]*(\p{Ll}\p{L}*)/gu), ([, first = '', last = '']) => [
      first + last,
      [first, last],
    ]),
  );

const CUT = 'fin coupée par un trait d’u-\n';
const INDENTED = '    en retrait de quatre, une ligne assez longue pour être un paragraphe';
const TWO_DIVIDED = CUT + CUT + CUT + INDENTED;
const THREE_DIVIDED = `${CUT}nion au milieu\n${CUT}${CUT}${INDENTED}`;

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
const document = fc.array(fc.constantFrom(...LINES), { maxLength: 40 }).map((lines) => lines.join('\n'));
const anything = fc.oneof(
  document,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...LINES), fc.string({ maxLength: 20 })), { maxLength: 30 })
    .map((lines) => lines.join('\n')),
);

describe('readPlain on any text', () => {
  it('loses no word and adds none', () => {
    fc.assert(
      fc.property(document, (source) => {
        const kept = source.slice(0, boilerplateAt(source));
        const parts = divisionsOf(kept);
        const read = wordsOf(readPlain(source)).flatMap((word) => parts.get(word) ?? [word]);
        expect(sorted(read)).toEqual(sorted(words(kept)));
      }),
      { numRuns: 2000, examples: [[TWO_DIVIDED], [THREE_DIVIDED]] },
    );
  });

  it('never throws, and gives offsets at which the text of a block begins', () => {
    const check = (source: string, blocks: readonly PlainBlock[]): void => {
      let last = -1;
      for (const block of blocks) {
        expect(block.at).toBeGreaterThan(last);
        last = block.at;
        if (block.kind === 'list') for (const item of block.items) check(source, item);
        else if (block.kind === 'quotation') check(source, block.blocks);
        else if (block.kind !== 'rule' && block.kind !== 'table') {
          const text = block.kind === 'lines' ? block.lines[0]!.trimStart() : block.text;
          const first = /^[^\s-]*/.exec(text)![0];
          expect(source.slice(block.at, block.at + first.length)).toBe(first);
        }
      }
    };
    fc.assert(
      fc.property(anything, (source) => {
        check(source, readPlain(source).blocks);
      }),
      { numRuns: 2000 },
    );
  });
});
