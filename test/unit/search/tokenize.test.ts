import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, scan, tokenize } from '../../../src/search/tokenize.ts';

const folded = (text: string): string[] => tokenize(text).map((word) => word.folded);

describe('tokenize', () => {
  it.each([
    ['Les Élèves de NOËL', ['les', 'eleves', 'de', 'noel']],
    ["l’entreprise d'abord qu\u02bcun d\uff07eau", ['l', 'entreprise', 'd', 'abord', 'qu', 'un', 'd', 'eau']],
    ['Cœur, Ægidius, ÆTHER, Œuvre, Straße', ['coeur', 'aegidius', 'aether', 'oeuvre', 'strasse']],
    ["aujourd’hui Aujourd'hui", ['aujourdhui', 'aujourdhui']],
    ['porte-monnaie', ['porte', 'monnaie', 'portemonnaie']],
    ['dit-elle, vend-il', ['dit', 'elle', 'vend', 'il']],
    ['12\u202f500 € en 2024', ['12', '500', '12500', 'en', '2024']],
    ['3,5 % et 10.000', ['3', '5', 'et', '10', '000']],
    ['par\u00adtena\u00adriat', ['partenariat']],
    ['東京都 と', ['東京', '京都', '都', 'と']],
    ['日本語とEnglish', ['日本', '本語', '語と', 'と', 'english']],
    ['ﬁnance ², Ⅳ 𝐀bc', ['finance', '2', 'iv', 'abc']],
    ['łódź Đà Nẵng ĲSSEL', ['lodz', 'da', 'nang', 'ijssel']],
    ['Привет ΌΣΟΣ नमस्ते สวัสดี', ['привет', 'οσοσ', 'नमस्ते', 'สวัสดี']],
    ['👍🏽 – « » …', []],
    ['JeVeuxAider', ['jeveuxaider', 'je', 'veux', 'aider']],
    ['#30DayMapChallenge', ['30daymapchallenge', '30', 'day', 'map', 'challenge']],
    ['NIS2 web3D i18n', ['nis2', 'nis', 'web3d', 'web', '3d', 'i18n']],
    [
      'HTMLPage, SNCF, l’ÉcoleÀLaMaison',
      ['htmlpage', 'html', 'page', 'sncf', 'l', 'ecolealamaison', 'ecole', 'la', 'maison'],
    ],
    ['snake_case node.js', ['snake', 'case', 'snakecase', 'node', 'js', 'nodejs']],
    ['fin.Début e.g. 20h30 10km 1er', ['fin', 'debut', 'e', 'g', 'eg', '20h30', '10km', '1er']],
  ])('%s', (text, words) => {
    expect(folded(text)).toEqual(words);
  });

  it('gives the same keys for composed and decomposed text', () => {
    const text = 'L’été où Noël a été fêté à Nẵng : œuvre, ĳ, ﬁn';
    expect(tokenize(text.normalize('NFD')).map((word) => word.key)).toEqual(
      tokenize(text.normalize('NFC')).map((word) => word.key),
    );
  });

  it('gives different keys to spellings of one folded form', () => {
    const [bare, accented, other] = tokenize('marche marché mârche');
    expect(new Set([bare!.key, accented!.key, other!.key]).size).toBe(3);
    expect(bare!.key < accented!.key && accented!.key < tokenize('marches')[0]!.key).toBe(true);
  });

  it('gives the offsets of words in the text', () => {
    const text = 'De\u0301j\u00e0 vu : l’e\u0301te\u0301, porte-avions';
    expect(tokenize(text).map((word) => text.slice(word.start, word.end))).toEqual([
      'De\u0301jà',
      'vu',
      'l',
      'e\u0301te\u0301',
      'porte',
      'avions',
      'porte-avions',
    ]);
  });

  it('tokenises any text, with offsets in order and within bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let position = -1;
        for (const word of tokenize(text)) {
          expect(word.start).toBeGreaterThanOrEqual(0);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.end).toBeLessThanOrEqual(text.length);
          expect(word.folded.length).toBeGreaterThan(0);
          if (word.inner) expect(word.position).toBe(position);
          else if (!word.joined) expect(word.position).toBe(++position);
        }
      }),
    );
  });

  it('finds the same words in pieces of a long text as in the whole', () => {
    const units = [
      'é',
      'l’',
      'porte-',
      'mot',
      'deMots',
      'snake_',
      'node.',
      ' ',
      '. ',
      '1\u202f000',
      '漢',
      '𝐚',
      '\u0301',
    ];
    const text = fc.array(fc.constantFrom(...units), { maxLength: 60 }).map((parts) => parts.join(''));
    const words = (source: string, piece?: number): unknown[] => {
      const found: unknown[] = [];
      scan(source, (token) => found.push({ key: keyOf(token), ...token, units: undefined }), piece);
      return found;
    };
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), fc.integer({ min: 0, max: 60 }), (lines, more) => {
        const source = lines.map((line) => `${line}\n`).join('');
        const piece = Math.max(1, ...lines.map((line) => line.length + 1)) + more;
        expect(words(source, piece)).toEqual(words(source));
      }),
    );
  });
});
