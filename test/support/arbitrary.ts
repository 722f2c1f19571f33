import fc from 'fast-check';
import { documentOf, type ItemSketch, type Sketch, type Text } from './document.ts';

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-zà-ÿ]{1,12}$/) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ':',
      '!',
      '«',
      '»',
      '(a)',
      '“q”',
      '10',
      '000',
      '€',
      'e\u0301te\u0301',
      '日本語テキスト。',
      '👩‍👧',
      'co\u00adopt',
      'a\u00a0b',
      'https://example.org/a/long/path?q=1&r=2',
      'mot-clé',
      '—',
      '--flag',
      'supercalifragilisticexpialidocious',
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', maxLength: 6 })
      .map((text) => text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, '')),
  },
);
const plain = fc.array(word, { maxLength: 40 }).map((words) => words.join(' ').replace(/\s+/g, ' ').trim());

const styles = [{}, { bold: true }, { role: 'code' }, { role: 'link' }] as const;
const text: fc.Arbitrary<Text> = fc.oneof(
  plain,
  fc
    .array(
      fc.record({
        text: fc.oneof(plain, fc.constant(' ')),
        style: fc.constantFrom(...styles),
        href: fc.constantFrom(undefined, 'https://x.org'),
      }),
      { maxLength: 4 },
    )
    .map((parts) => parts.map(({ href, ...part }) => (href === undefined ? part : { ...part, href }))),
);

const code = fc
  .array(fc.stringMatching(/^[ \tA-Za-z(){};"日]{0,90}$/), { maxLength: 5 })
  .map((lines) => lines.join('\n'));

const { sketch } = fc.letrec<{ sketch: Sketch; item: ItemSketch }>((tie) => ({
  sketch: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text.map((p) => ({ p })),
    fc.record({ h: text, depth: fc.integer({ min: 1, max: 6 }) }),
    code.map((lines) => ({ code: lines })),
    fc.constant({ rule: true } as const),
    fc
      .array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
      .map((table) => ({ table: table.map((row) => table[0]!.map((_, column) => row[column] ?? '')) })),
    fc.record({
      term: fc.oneof(
        fc.stringMatching(/^[-a-z=, ]{0,12}$/).map((term) => term.trim()),
        text,
      ),
      hanging: fc.array(tie('sketch'), { maxLength: 3 }),
      indent: fc.integer({ min: 1, max: 12 }),
      tight: fc.boolean(),
    }),
    fc.record({ quote: fc.array(tie('sketch'), { maxLength: 3 }) }),
    fc.record({ list: fc.array(tie('item'), { minLength: 1, maxLength: 4 }), loose: fc.boolean() }),
    fc.record({
      list: fc.array(tie('item'), { minLength: 1, maxLength: 4 }),
      first: fc.integer({ min: 0, max: 99 }),
    }),
  ),
  item: fc.oneof(
    fc.array(tie('sketch'), { maxLength: 3 }),
    fc.record({ task: fc.constantFrom('open', 'done'), blocks: fc.array(tie('sketch'), { maxLength: 2 }) }),
  ) as fc.Arbitrary<ItemSketch>,
}));

/** Documents with every kind of block, nested, in a mixture of scripts. */
export const documents = fc
  .tuple(fc.array(sketch, { maxLength: 5 }), fc.constantFrom('fr', 'en', undefined))
  .map(([sketches, lang]) => documentOf(sketches, lang));
