/** A generator of numbers from 0 to 1, determined by its seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The most frequent words of French, roughly by frequency; they make up half of any text. */
const FREQUENT =
  `de la le et les des à en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son
aux cette ou ses mais comme on tout nous sa leur même ces deux aussi entre être fait peut autres sans bien dont encore
lui après faire temps où très années si fois leurs ont pays peu avoir sous contre moins prix monde travail client
clients entreprise vente marché offre produit service partenariat trésorerie marge projet équipe économie publicité
texte page lettre semaine année jour matin chose question réponse exemple façon moment premier première nouveau`
    .trim()
    .split(/\s+/);

const STARTS =
  'a ab ac ad af ag al am an ap ar as at av b ba bé bi bo br c ca ch cl co com con cr d dé dés di du e ec ef él en ent ex f fa fi for fr g ga gr h ha i im in inter j ja l la li lo m ma mé mi mo n na no o ob op p pa par pé per pl po por pré pro qu r ra ré re ri ro s sa sé si so sou st su sur t ta té ti to tr trans u v va vé vi vo'.split(
    ' ',
  );
const MIDDLES =
  'a al an ar at bi ca ci co da di do é el en er es fi fo ga gi i il in ir is it la li lo ma mé mi mo na ni no o ol on or pa pé po ra ré ri ro sa si so ta té ti to tu u un ur va vi vo'.split(
    ' ',
  );
const ENDS =
  'age aire al ance ant e é ée ées el elle ement ence ent er erie es esse et eur euse eux ible ie ier ière if ique ir isme iste ité ition ive oir on té tion tions ure'.split(
    ' ',
  );

/** `size` made-up words with French syllables, always the same ones. */
function vocabulary(size: number): string[] {
  const random = randomNumbers(7);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)]!;
  const words = new Set(FREQUENT);
  while (words.size < size) {
    let word = pick(STARTS);
    for (let parts = Math.floor(random() * 3); parts >= 0; parts -= 1) word += pick(MIDDLES);
    words.add(word + pick(ENDS));
  }
  return [...words];
}

export interface BenchDocument {
  readonly id: number;
  readonly title: string;
  readonly tags: readonly string[];
  readonly body: string;
}

/** Words of an article, at least, and how many more it may have: many articles are short, some are long. */
export interface Lengths {
  readonly least: number;
  readonly more: number;
}

/**
 * Articles of about 2.4 kB, or of other lengths. Word frequencies follow the Zipf–Mandelbrot law, 1 / (rank + 2.7), and the vocabulary grows
 * with the corpus (Heaps' law). Each article repeats a few rare words, as an article on a subject does.
 */
export function* documents(
  count: number,
  { least, more }: Lengths = { least: 120, more: 900 },
): Generator<BenchDocument> {
  const words = vocabulary(Math.round(40_000 * (count / 10_000) ** 0.55));
  const sums = new Float64Array(words.length);
  let total = 0;
  for (let rank = 0; rank < words.length; rank += 1) {
    total += 1 / (rank + 2.7);
    sums[rank] = total;
  }
  const random = randomNumbers(42);
  const word = (): string => {
    const wanted = random() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low]!;
  };
  for (let id = 0; id < count; id += 1) {
    const subject = Array.from({ length: 4 }, () => words[Math.floor(random() ** 2 * words.length)]!);
    const title = [word(), subject[0], word(), subject[1]].join(' ');
    const length = least + Math.floor(random() * random() * more);
    const parts: string[] = [];
    for (let i = 0; i < length; i += 1) {
      const next = random() < 0.03 ? subject[Math.floor(random() * 4)]! : word();
      const dot = random() < 0.06;
      parts.push(dot ? `${next}.\n` : random() < 0.05 ? `l’${next}` : next);
    }
    yield { id, title, tags: [subject[2]!], body: parts.join(' ') };
  }
}

/** The prefixes of typed queries of one or two words from the corpus: one prefix for each keystroke. */
export function keystrokes(count: number): string[] {
  const random = randomNumbers(99);
  const texts = [...documents(200)];
  const queries: string[] = [];
  while (queries.length < count) {
    const text = texts[Math.floor(random() * texts.length)]!.body.split(/[\s.’]+/).filter(
      (each) => each.length > 3,
    );
    const at = Math.floor(random() * (text.length - 1));
    const typed = random() < 0.5 ? text[at]! : `${text[at]!} ${text[at + 1]!}`;
    for (let end = 1; end <= typed.length && queries.length < count; end += 1)
      queries.push(typed.slice(0, end));
  }
  return queries;
}
