import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lexiconWith } from '../../../src/lexicon/lexicon.ts';
import { createMemoryIndex } from '../../../src/search/engine.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';

const folder = mkdtempSync(join(tmpdir(), 'kiosque-thesaurus-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a thesaurus of entries: a word, and a line for each of its meanings. */
function write(name: string, entries: Readonly<Record<string, readonly string[]>>): void {
  let data = 'UTF-8\n';
  const index = ['UTF-8', String(Object.keys(entries).length)];
  for (const [word, meanings] of Object.entries(entries)) {
    index.push(`${word}|${Buffer.byteLength(data)}`);
    data += `${[`${word}|${meanings.length}`, ...meanings].join('\n')}\n`;
  }
  writeFileSync(join(folder, `${name}.dat`), data);
  writeFileSync(join(folder, `${name}.idx`), `${index.join('\n')}\n`);
}

write('th_fr_FR_v2', {
  été: ['(Nom)|belle saison'],
  vélo: ['(Nom)|bicyclette|deux-roues', '(Nom)|bicyclette|cycle'],
  rien: [],
});
write('th_en_US_v2', {
  picture: ['(noun)|image|representation (generic term)|word (antonym)'],
  faulty: [
    '(adj)|wrong (similar term)|broken',
    '(adj)|right (antonym)|wrong (similar term)|loose (similar term)',
  ],
});

const known = lexiconWith(new Map(), [join(folder, 'none'), folder]);

describe('a thesaurus', () => {
  it.each([
    ['vélo', ['bicyclette', 'deux-roues', 'cycle']],
    ['vélos', ['bicyclette', 'deux-roues', 'cycle']],
    ['été', ['belle saison']],
    ['picture', ['image']],
    ['faulty', ['broken', 'wrong', 'loose']],
    ['velo', []],
    ['rien', []],
    ['', []],
    ['v', []],
    ['2', []],
  ])('has for %s %j', (word, synonyms) => expect(known.synonymsOf(word, true)).toEqual(synonyms));

  it('is not asked for words that articles have', () => {
    expect(known.synonymsOf('vélo', false)).toEqual([]);
  });
  it('says nothing if it is damaged or not there', () => {
    write('th_fr_FR_v2', { vélo: ['(Nom)|bicyclette'] });
    writeFileSync(join(folder, 'th_en_US_v2.idx'), 'UTF-8\n1\nvélo|999999999\nbad|x\n');
    const damaged = lexiconWith(new Map(), [folder]);
    expect(damaged.synonymsOf('bad', true)).toEqual([]);
    expect(damaged.synonymsOf('vélo', true)).toEqual(['bicyclette']);
    expect(lexiconWith(new Map(), []).synonymsOf('vélo', true)).toEqual([]);
  });
});

describe('synonyms of one’s own', () => {
  const own = lexiconWith(new Map([['SDF', ['sans-abri', 'sans domicile fixe']]]), []);
  const document = (body: string, title = 'Sans titre') => ({ title, tags: [], body });
  const found = (bodies: readonly ReturnType<typeof document>[], query: string): number[] =>
    createMemoryIndex(bodies, own)
      .search(parseQuery(query), { all: true })
      .map(({ doc }) => doc);
  const filler = 'Et ainsi de suite. '.repeat(40);

  it('are known both ways, whether articles have the word or not', () => {
    expect(own.synonymsOf('sdf', false)).toEqual(['sans-abri', 'sans domicile fixe']);
    expect(own.synonymsOf('sans-abri', false)).toEqual(['sdf', 'sans domicile fixe']);
  });
  it('find articles that have them', () => {
    expect(found([document('Une personne sans domicile fixe.'), document('Rien.')], 'SDF ')).toEqual([0]);
    expect(found([document('Les sans-abris.'), document('Rien.')], 'SDF')).toEqual([0]);
  });
  it('are those of a word with a hyphen, too', () => {
    expect(found([document('Un SDF.'), document('Rien.')], 'sans-abri ')).toEqual([0]);
    expect(found([document('Un SDF.'), document('Sans cet abri.')], 'sans-abri ')[0]).toBe(0);
    expect(found([document('Un SDF.'), document('Un sans-abri.')], 'sans-abri ')).toEqual([1, 0]);
    expect(found([document('Sans domicile fixe.'), document('Rien.')], 'sans-abri')).toEqual([0]);
  });
  it('are behind articles that have the word, even in a title', () => {
    const documents = [
      document('Un sans-abri, des sans-abri.', 'Sans-abri'),
      document(`${filler} Un SDF. ${filler}`),
      ...Array.from({ length: 9 }, (_, i) => document(`Autre ${i}.`)),
    ];
    expect(found(documents, 'SDF ')).toEqual([1, 0]);
  });
  it('are behind articles that have the other words', () => {
    const documents = [
      document('Un sans-abri.', 'Sans-abri'),
      document(`${filler} Aider. ${filler}`),
      document('Rien.'),
    ];
    expect(found(documents, 'aider SDF ')).toEqual([1, 0]);
  });
  it('do not join phrases, fields and exclusions', () => {
    const documents = [document('Un sans-abri.'), document('Un SDF.')];
    expect(found(documents, '"SDF" ')).toEqual([1]);
    expect(found(documents, 'titre:SDF ')).toEqual([]);
    expect(found(documents, 'un -SDF ')).toEqual([0]);
  });
});
