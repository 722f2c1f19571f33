import { LANGUAGES, type Translated } from './locale.ts';

/**
 * Texts in each language, made when that language is first asked for. To make the 200 messages of the command line in both
 * takes 0.2 ms, and most runs of a command print none.
 */
export function onDemand<T extends object>(make: Translated<() => T>): Translated<T> {
  const texts = {} as Translated<T>;
  for (const language of LANGUAGES) {
    let made: T | undefined;
    Object.defineProperty(texts, language, { enumerable: true, get: () => (made ??= make[language]()) });
  }
  return texts;
}
