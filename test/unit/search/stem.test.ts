import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/algorithms/edit-distance.ts';
import { EditWalker } from '../../../src/search/edit-automaton.ts';
import { familyOf } from '../../../src/search/family-fr.ts';
import { formsOf, Kinship, kinshipWith, stemPrefixes } from '../../../src/search/stem.ts';
import { stemEnglish } from '../../../src/search/stem-en.ts';
import { stemFrench } from '../../../src/search/stem-fr.ts';
import { isTypo } from '../../../src/search/typos.ts';

/** Inflections of a word, folded: any two of a row must match. */
const INFLECTIONS = [
  'client clients cliente clientes',
  'vendre vend vends vendons vendez vendent vendait vendaient vendant vendu vendue vendus vendues vendra vendront',
  'national nationale nationaux nationales',
  'entreprise entreprises',
  'trouver trouve trouves trouvons trouvez trouvent trouvait trouvaient trouvant trouvees trouvera trouverait trouveront',
  'choisir choisit choisissez choisissent choisi choisie choisies choisissait choisira',
  'grandir grandit grandissent grandi',
  'negocier negocie negocions negociait negociee',
  'employer emploie emploient employait employe',
  'appeler appelle appellent appelait appele',
  'acheter achete achetent achetait achetes',
  'preferer prefere preferent preferait',
  'commencer commence commencons commencait',
  'manger mange mangeons mangeait',
  'prendre prend prends prenons prennent prenait pris prise',
  'comprendre comprend comprennent compris comprise',
  'venir vient viennent venait venu venue viendra',
  'mettre met mettent mettait mis mise',
  'ecrire ecrit ecrivent ecrivait ecrite ecrites',
  'voir voit voient voyait vu verra',
  'recevoir recoit recoivent recevait recu',
  'premier premiere premiers premieres',
  'devoir doit devra devriez devions due dus',
  'prevoir prevu prevue prevoit prevoyait',
  'payer paie payez paiera',
  'reproduire reproduit reproduisent reproduisait',
  'modifier modifie modifiez modifiait modifiee',
  'parler parla parlera parlerait',
  'figurer figurent figurait',
  'particulier particuliere particuliers',
  'fichier fichiers',
  'heureux heureuse heureuses',
  'professionnel professionnelle professionnels professionnelles',
  'actif active actifs actives',
  'nouveau nouvelle nouveaux nouvelles nouvel',
  'directeur directrice directeurs',
  'vendeur vendeuse vendeurs vendeuses',
  'cheval chevaux',
  'travail travaux',
  'bateau bateaux',
  'jeu jeux',
  'prix',
  'oeil yeux',
  'maison maisons',
  'solution solutions',
  'moment moments',
  'customer customers',
  'price prices priced pricing',
  'story stories',
  'write writes wrote written writing',
  'sell sells sold selling',
  'box boxes',
  'run runs running ran',
  'child children',
  'use uses used using',
  'organize organise organizing organised organises',
  'colour color colours colored',
  'key keys keyed keying',
  'try tries tried trying',
].map((words) => words.split(' '));

/** Words of a family, which match with less weight. */
const FAMILIES = [
  'negocier negociation',
  'vendre vente vendeur',
  'creer creation',
  'rapide rapidement',
  'recruter recrutement',
  'augmenter augmentation',
  'afficher affichage',
  'economiser economie',
  'adopter adoption',
  'preciser precision',
  'obtenir obtention',
  'heriter heritage',
  'appliquer application applicable',
  'publier publication',
  'naviguer navigation navigateur',
  'obliger obligation',
  'fournir fourniture fournisseur',
  'livrer livraison',
  'deposer depot',
  'comparer comparaison',
  'compliance compliant',
  'demolir demolition',
  'composer composition',
  'blanchir blanchissage',
  'froisser froissement',
  'etablir etablissement',
  'photographier photographie photographe',
  'librairie libraire',
].map((words) => words.split(' '));

/** Similar words that are not related. */
const UNRELATED = [
  'entreprise entrepreneur',
  'prix prier',
  'mais maison',
  'client clin',
  'avis avion',
  'compte conte',
  'devis devier',
  'prof profit',
  'fichier fiche',
  'maniere man',
  'journalier journal',
  'carriere carre',
  'contenu content',
  'visa viser',
  'place plaque',
  'calcul calque',
  'log logement',
  'contour contort',
].map((words) => words.split(' '));

/** Whether a scan of the prefixes for `one` meets `two`. */
const isScanned = (one: string, two: string): boolean =>
  stemPrefixes(one).some((prefix) => two.startsWith(prefix));
const isFound = (one: string, two: string): boolean => isScanned(one, two) || formsOf(one).includes(two);

const pairs = (groups: readonly (readonly string[])[]): [string, string][] =>
  groups.flatMap((words) => words.flatMap((one) => words.map((two): [string, string] => [one, two])));

describe('kinship of French and English words', () => {
  it.each(INFLECTIONS)('relates %s to its inflections', (...words) => {
    for (const [one, two] of pairs([words]))
      expect(kinshipWith(one)(two), `${one} ${two}`).toBe(Kinship.inflection);
  });

  it.each(FAMILIES)('relates %s to its family', (...words) => {
    for (const [one, two] of pairs([words]))
      expect(kinshipWith(one)(two), `${one} ${two}`).not.toBe(Kinship.none);
  });

  it.each(UNRELATED)('does not relate %s to %s', (one, two) => {
    expect(kinshipWith(one!)(two!)).toBe(Kinship.none);
    expect(kinshipWith(two!)(one!)).toBe(Kinship.none);
  });

  it('is found by scanning the prefixes of stems, and listed forms', () => {
    for (const [one, two] of pairs([...INFLECTIONS, ...FAMILIES])) {
      expect(one === two || isFound(one, two), `${one} ${two}`).toBe(true);
    }
  });

  it('is found by scanning for any words of one stem', () => {
    const root = fc.string({ unit: fc.constantFrom(...'aceginoqrstuvy'), minLength: 2, maxLength: 5 });
    const endings =
      'aux e ee eaux ed er euse ies ied if iere ions isse ive ments our ourse se sed trice ual y ye yer ys';
    const ending = fc.constantFrom('', ...endings.split(' '));
    fc.assert(
      fc.property(root, ending, ending, (begun, ...ends) => {
        const [one, two] = ends.map((each) => begun + each) as [string, string];
        if (one.length < 3 || two.length < 3) return;
        if (stemFrench(one) !== stemFrench(two) && stemEnglish(one) !== stemEnglish(two)) return;
        expect(isFound(one, two), `${one} ${two}`).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('is found by scanning for any words of one family, except irregular forms of its verb', () => {
    const root = fc.string({ unit: fc.constantFrom(...'abdefilmnoprstuv'), minLength: 4, maxLength: 6 });
    const endings =
      'er ification isation cation gation ation ition ction ption ision usion issement ement cateur gateur ateur atrice euse eur issage age ance ence cable able cant ant ante ie ir quer guer';
    const ending = fc.constantFrom(...endings.split(' '));
    fc.assert(
      fc.property(root, ending, ending, (begun, ...ends) => {
        const [one, two] = ends.map((each) => begun + each) as [string, string];
        if (familyOf(one) !== familyOf(two) || formsOf(two).includes(two)) return;
        expect(isScanned(one, two), `${one} ${two}`).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('is symmetric', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aceginoqrstuxyz'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(word, word, (one, two) => {
        expect(kinshipWith(one)(one)).toBe(Kinship.inflection);
        if (one.length > 2 && two.length > 2) expect(kinshipWith(one)(two)).toBe(kinshipWith(two)(one));
      }),
    );
  });
});

/** A key of a sorted list that shares `shared` units with the one before. */
const listed = (key: string, shared: number) => ({
  units: Uint16Array.from(key, (letter) => letter.charCodeAt(0)),
  length: key.length,
  shared,
});

describe('typos', () => {
  it.each([
    ['client', 'cleint', true],
    ['client', 'clien', true],
    ['client', 'clients', true],
    ['client', 'client', true],
    ['prix', 'prox', false],
    ['partenariat', 'partenarait', true],
    ['partenarait', 'partenariats', true],
    ['tresorrerie', 'tresorerie', true],
    ['client', 'patient', false],
    ['2024a', '2025a', true],
    ['20245', '20255', false],
  ])('%s, %s: %s', (word, other, expected) => {
    expect(isTypo(word, other)).toBe(expected);
  });

  it('are found in a plural with any accents', () => {
    const walker = new EditWalker('evenemnt', false);
    expect(walker.distance(listed('evenements', 0))).toBe(1);
    expect(walker.deadEnd).toBe(0);
    expect(walker.distance(listed('evenements\x01\x01\x02', 10))).toBe(1);
    expect(walker.distance(listed('evenementsx', 10))).toBe(2);
  });

  it('have the same distances in a sorted list as one by one', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcsx'), minLength: 1, maxLength: 11 });
    const typed = fc.oneof(word, fc.string({ unit: fc.constantFrom(...'ab'), minLength: 28, maxLength: 30 }));
    const ending = fc.constantFrom('', '', 's', 'x', '\x01\x01\x02', 's\x01\x01\x02', 'ab');
    fc.assert(
      fc.property(
        typed,
        fc.array(fc.tuple(word, fc.nat(30), fc.nat(4), ending), { maxLength: 40 }),
        fc.boolean(),
        fc.nat(3),
        (typed, changes, prefix, limit) => {
          // Random words are hardly ever near, so most keys are the typed word with a part replaced.
          const keys = changes.map(([other, at, off, end]) => {
            const near = typed.slice(0, at) + other.slice(0, off) + typed.slice(at + off);
            return (off === 4 ? other : near || other) + end;
          });
          const walker = new EditWalker(typed, prefix, limit);
          let before = '';
          let dead: string | undefined;
          for (const key of [...new Set(keys)].sort()) {
            const [folded = ''] = key.split('\x01');
            const whole = editDistance(typed, folded, limit, prefix);
            const singular = /.[sx]$/.test(folded) ? editDistance(typed, folded.slice(0, -1), limit) : whole;
            const expected = whole <= limit ? whole : singular;
            const message = JSON.stringify({ typed, key });
            if (dead !== undefined && key.startsWith(dead)) {
              expect(expected, message).toBe(limit + 1);
              continue;
            }
            let shared = 0;
            while (shared < before.length && before[shared] === key[shared]) shared += 1;
            expect(walker.distance(listed(key, shared)), message).toBe(expected);
            dead = walker.deadEnd > 0 ? key.slice(0, walker.deadEnd) : undefined;
            before = key;
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
