import type { Language } from '../../messages/locale.ts';
import { settingsMessages } from '../../messages/settings.ts';
import type { Problem } from '../../settings/problem.ts';
import { problemText } from '../../settings/problem-text.ts';

/** What is wrong in the settings, in a line: the first problem, and how many more there are. */
export function problemsText([first, ...others]: readonly Problem[], language: Language): string {
  if (!first) return '';
  const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const more = others.length === 0 ? '' : settingsMessages[language].andMore(others.length);
  return problemText(first, language, fileName) + more;
}
