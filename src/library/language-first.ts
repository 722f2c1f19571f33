import type { Language } from '../messages/locale.ts';
import type { Article } from './article.ts';

/** The articles, those in `language` first: the bundled ones are in two, and a newcomer may read only one of them. */
export function languageFirst(articles: readonly Article[], language: Language): readonly Article[] {
  const isFirst = ({ lang, detectedLang }: Article): boolean => (lang ?? detectedLang) === language;
  return [...articles.filter(isFirst), ...articles.filter((article) => !isFirst(article))];
}
