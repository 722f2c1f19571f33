/** Languages of the interface. */
export type Language = 'fr' | 'en';

/**
 * The language of the interface from the environment: the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is set
 * decides (POSIX, "Environment Variables"), English otherwise.
 */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^fr(?![a-z])/i.test(locale) ? 'fr' : 'en';
}
