import { fold } from '../../unicode/slug.ts';
import { longWords } from './letters.ts';

/** French and English words, folded and stripped as below, that say nothing of what a text is about. */
const EMPTY = new Set(
  (
    'les des une aux est que qui sur par pas ses son mes vos nos dan pour avec vou nou tout tou plu mai comm cett ' +
    'votr notr leur sont etr avoir fait fair san sou entr quand ont ell elle cela donc car ainsi aussi bien tre peut ' +
    'the and for you are was not but all can his her its our how why that thi with from hav your what when about will ' +
    'they their them ther which into mor than one who has had were been would could should'
  ).split(' '),
);

/** Words of three letters and more that a text may be about, folded, without the ends that plurals and feminines have. */
export function contentWords(text: string): string[] {
  const words = new Set<string>();
  for (const whole of longWords(fold(text))) {
    const word = baseOf(whole);
    if (!EMPTY.has(whole) && !EMPTY.has(word)) words.add(word);
  }
  return [...words];
}

const baseOf = (word: string): string => word.replace(/(?<=...)(?:es|e|s|x)$/, '');

/** How often each content word occurs in a text. */
export function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const whole of longWords(fold(text))) {
    const word = baseOf(whole);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
