/**
 * A light stemmer for folded English words: plural, third person, past and present participle, adverb in -ly.
 *
 * The order of the steps and the conditions on them (a vowel before the ending, undoubling, the silent e put back
 * out of account by taking it off everywhere) are steps 1a–1c of Porter's algorithm (“An algorithm for suffix
 * stripping”, Program 14, 1980); derivational steps are left out.
 */
export function stemEnglish(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return last(participle(plural(word)));
}

function plural(word: string): string {
  if (/(?:sse|she|che|xe|zze)s$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

function participle(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  const match = /^(.*[aeiouy].*?)(?:ed|ing|edly|ingly)$/.exec(word);
  if (!match || match[1]!.length < 3) return word;
  return match[1]!.replace(/([bdfgmnprt])\1$/, '$1');
}

function last(word: string): string {
  if (word.endsWith('e') && word.length > 3) return word.slice(0, -1);
  if (word.endsWith('y') && word.length > 3) return `${word.slice(0, -1)}i`;
  return word;
}
