import { describe, expect, it } from 'vitest';
import { headingBonus } from '../../../src/search/heading-bonus.ts';
import {
  headingAt,
  headingLengthAt,
  headingPlace,
  LONGEST_HEADING,
} from '../../../src/search/heading-places.ts';
import { PART_OF_HEADING, WHOLE_HEADING } from '../../../src/search/weights.ts';
import { document, found } from './documents.ts';

const FILLER = 'Un paragraphe parle d’autre chose, longuement, et encore un peu. '.repeat(4);

/** An article of sections, each a heading and a paragraph. */
function article(sections: readonly (readonly [heading: string, text: string])[], areHeadings: boolean) {
  let body = FILLER;
  const headings: number[] = [];
  for (const [heading, text] of sections) {
    body += '\n';
    if (areHeadings) headings.push(body.length, body.length + heading.length);
    body += `${heading}\n${text} ${FILLER}`;
  }
  return document(body, { headings });
}

describe('the headings of an article', () => {
  const sections = [
    ['Fixer un tarif', 'Il y a des règles.'],
    ['Relancer un client', 'Le délai compte.'],
  ] as const;

  it('count more than the same words in the text', () => {
    const documents = [article(sections, false), article(sections, true), document(FILLER)];
    expect(found(documents, 'relancer client')).toEqual([1, 0]);
    expect(found(documents, 'tarifs')).toEqual([1, 0]);
  });

  it('count more if the words are in one of them', () => {
    const apart = article(
      [
        ['Relancer un projet', 'Un client attend.'],
        ['Le bon client', 'Il faut relancer.'],
      ],
      true,
    );
    const together = article(
      [
        ['Relancer un client', 'Un projet attend.'],
        ['Le bon moment', 'Il faut relancer le client.'],
      ],
      true,
    );
    expect(found([apart, together], 'relancer un client')).toEqual([1, 0]);
  });

  it('are found where they are longer than any that counts whole, and by phrases', () => {
    const long = `${'mot '.repeat(LONGEST_HEADING + 4)}relance finale`;
    const documents = [article([[long, '']], true), article([['La relance finale', '']], true)];
    expect(found(documents, 'relance finale')).toEqual([1, 0]);
    expect(found(documents, '"relance finale"')).toEqual([1, 0]);
  });

  it('are not near each other', () => {
    expect(
      found(
        [
          article(
            [
              ['Relancer', ''],
              ['Client', ''],
            ],
            true,
          ),
        ],
        'relancer NEAR/3 client',
      ),
    ).toEqual([]);
  });
});

describe('the places of words in headings', () => {
  it('tell the heading and its length, and go up by one from word to word', () => {
    const place = headingPlace(7, 3, 1);
    expect([headingAt(place), headingLengthAt(place)]).toEqual([7, 3]);
    expect(headingPlace(7, 3, 2)).toBe(place + 1);
    const last = headingPlace(99_999, 400, LONGEST_HEADING - 1);
    expect([headingAt(last), headingLengthAt(last)]).toEqual([99_999, LONGEST_HEADING]);
  });
});

describe('the bonus for headings', () => {
  const query = { idf: 4, words: 2 };
  const both = (length: number) => [
    { places: [headingPlace(1, length, 0)], idf: 3 },
    { places: [headingPlace(1, length, 1)], idf: 1 },
  ];

  it('is whole for a heading of the words of the query and no others', () => {
    expect(headingBonus(both(2), query)).toBeCloseTo(WHOLE_HEADING * 4);
    expect(headingBonus(both(8), query)).toBeCloseTo(WHOLE_HEADING * 4 * Math.sqrt(2 / 8));
  });

  it('is that of the best heading, by the share of the query that it has', () => {
    const [telling, other] = both(2);
    expect(headingBonus([telling!], query)).toBeCloseTo(WHOLE_HEADING * 4 * (3 / 4) ** PART_OF_HEADING);
    const elsewhere = { ...other!, places: [headingPlace(0, 2, 1), headingPlace(5, 2, 1)] };
    expect(headingBonus([telling!, elsewhere], query)).toBe(headingBonus([telling!], query));
    expect(headingBonus([], query)).toBe(0);
  });

  it('counts a word once that is twice in a heading', () => {
    const twice = { places: [headingPlace(0, 2, 0), headingPlace(0, 2, 1)], idf: 1 };
    expect(headingBonus([twice], query)).toBe(
      headingBonus([{ ...twice, places: [headingPlace(0, 2, 0)] }], query),
    );
  });
});
