import { expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { bodyOf } from '../../../src/library/read-body.ts';
import { formatSamples } from '../../support/format-samples.ts';
import { scoreOf } from '../../support/format-score.ts';

const samples = formatSamples().flatMap((source) => source.samples);

it('detects the reading of 97 % of the texts that it was not tuned on', () => {
  expect(samples.length).toBeGreaterThanOrEqual(400);
  const { right, table } = scoreOf(samples.filter(({ tuned }) => !tuned));
  expect(right, table).toBeGreaterThanOrEqual(0.97);
});

/** Words of a text, less the numbers of lists and the labels of subjects, which are shown as titles. */
const wordsOf = (text: string): string[] =>
  text.match(/\p{L}{2,}/gu)?.filter((word) => !/^(?:Subject|Objet|Title)$/i.test(word)) ?? [];

it('loses no word of a text without markup, whatever it is taken for', () => {
  for (const { id, reading, text } of samples) {
    // Markup that is not shown, and overstrikes, are no words.
    if (reading === 'markdown' || reading === 'html' || text.includes('\u0008')) continue;
    const body = bodyOf(text, 'stdin');
    if (body.format === 'markdown' || body.format === 'html') continue;
    const document = parseDocument(body, { takeTitle: true });
    document.extend(Infinity);
    const shown = `${document.ownTitle ?? ''}\n${document.text}`;
    expect(
      wordsOf(text).filter((word) => !shown.includes(word)),
      id,
    ).toEqual([]);
  }
});
