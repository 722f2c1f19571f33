import { type Article, minutesOf } from '../library/article.ts';
import { cliMessages } from '../messages/cli.ts';
import { type Language, locales } from '../messages/locale.ts';

/** What is known of who wrote an article, when, and how long it takes: `Kiosque · 3 mai 2024 · 6 min`. */
export function byline({ author, date, words }: Article, language: Language): string {
  const when = date && locales[language].date(date);
  return [author, when, cliMessages[language].minutes(minutesOf(words))].filter(Boolean).join(' · ');
}
