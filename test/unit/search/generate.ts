import fc from 'fast-check';
import type { SearchDocument } from '../../../src/search/builder.ts';

/** Words that are related in every way a search distinguishes, and some that are not related. */
const WORDS =
  `client clients cliente clientèle clinet vendre vendait vend vente ventes rente marche marché marchés
entreprise entreprises entrepreneur partenariat partenariats partenarait national nationaux nationale à a le la les de
l’entreprise d’abord aujourd’hui porte-monnaie portemonnaie monnaie porte e-mail email œuvre oeuvre oeuvres 2024 12\u202f500
12500 東京都 京都 都 the clients’ pricing price prices priced running e\u0301te\u0301 été ete cœur coeurs l’art art article
artiste articles`
    .trim()
    .split(/[\n ]+/);

const word = fc.constantFrom(...WORDS);
const text = (max: number): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', ', ', '\n', '-', ' — ')), { maxLength: max })
    .map((parts) => parts.map(([each, blank]) => each + blank).join(''));

/** Lines of a text as headings: those from and to the line breaks after some offsets, without any that touch. */
function headingsIn(body: string, bounds: readonly number[]): number[] {
  const breaks = bounds.map((bound) => body.indexOf('\n', bound)).filter((at) => at >= 0);
  const ascending = [...new Set(breaks)].sort((a, b) => a - b);
  return ascending.slice(0, ascending.length & ~1);
}

export const documentArbitrary: fc.Arbitrary<SearchDocument> = fc
  .record({
    title: text(4),
    tags: fc.array(text(2), { maxLength: 3 }),
    author: fc.option(text(2), { nil: undefined }),
    summary: fc.option(text(4), { nil: undefined }),
    folder: fc.option(text(2), { nil: undefined }),
    file: fc.option(text(2), { nil: undefined }),
    matter: fc.option(text(3), { nil: undefined }),
    date: fc.option(fc.constantFrom('2020', '2020-05', '2020-05-03', '2021-12-31', '2022-01'), {
      nil: undefined,
    }),
    body: text(30),
    bounds: fc.array(fc.nat(200), { maxLength: 6 }),
  })
  .map(({ title, tags, body, bounds, ...rest }) => {
    const given = Object.entries(rest).filter(([, value]) => value);
    return { title, tags, body, headings: headingsIn(body, bounds), ...Object.fromEntries(given) };
  });

const cut = fc.tuple(word, fc.nat(12)).map(([each, length]) => each.slice(0, 1 + length));
const typo = fc
  .tuple(word, fc.nat(20), fc.constantFrom('', 'x', 'e', 'é'))
  .map(([each, at, put]) => each.slice(0, at % each.length) + put + each.slice((at % each.length) + 1));
const single = fc.oneof({ weight: 4, arbitrary: word }, cut, typo);
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `"${words.join(' ')}"`);
const condition = fc
  .tuple(
    fc.constantFrom('', '', '', '-'),
    fc.constantFrom('', '', '', '', 'titre:', 'tag:', 'author:', 'summary:', 'dossier:', 'file:'),
    fc.constantFrom('', '', '', '='),
    fc.oneof({ weight: 3, arbitrary: single }, phrase),
  )
  .map((parts) => parts.join(''));
const period = fc.constantFrom('after:2020-05', 'avant:2021', 'before:2022', 'après:2020');

const mark = fc.constantFrom('is:read', '-est:favori', 'lang:fr', 'minutes:<5');

/** Parts of a query with operators, in parentheses or not. */
const { item } = fc.letrec<{ item: string; group: string }>((tie) => ({
  item: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 8, arbitrary: condition },
    period,
    mark,
    fc
      .tuple(condition, fc.constantFrom('NEAR', 'NEAR/1', 'PRÈS/3', 'NEAR/8'), condition)
      .map((parts) => parts.join(' ')),
    fc.tuple(tie('item'), fc.constantFrom('OR', 'OU'), tie('item')).map((parts) => parts.join(' ')),
    fc.tuple(fc.constantFrom('', '', '-', 'titre:'), tie('group')).map((parts) => parts.join('')),
  ),
  group: fc
    .array(tie('item'), { minLength: 1, maxLength: 3, depthIdentifier: 'group' })
    .map((items) => `(${items.join(' ')})`),
}));

/** Queries as a reader may type them, with or without a blank at the end. */
export const queryArbitrary: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 8, arbitrary: condition }, period, item), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', ' '),
  )
  .map(([parts, end]) => parts.join(' ') + end);
