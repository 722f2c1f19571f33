/** Folders that programs fill: packages, environments, caches, sites; and those of Jekyll's templates. */
const TOOL_FOLDERS: ReadonlySet<string> = new Set([
  ...['node_modules', 'bower_components', 'jspm_packages', 'vendor', 'venv', 'virtualenv', 'site-packages'],
  ...['__pycache__', '_site', '_build', 'htmlcov', '_layouts', '_includes'],
]);

/** Folders of what a build makes or fills in, whose names are also words, by a file that such a build needs beside them. */
const BUILDS: readonly (readonly [file: RegExp, folders: ReadonlySet<string>])[] = [
  [/^package\.json$/, new Set(['build', 'coverage', 'dist', 'out'])],
  [/^(?:Cargo\.toml|pom\.xml|build\.sbt|project\.clj)$/, new Set(['target'])],
  [/^(?:build\.gradle(?:\.kts)?|CMakeLists\.txt|meson\.build|dune-project)$/, new Set(['build'])],
  [/^(?:setup\.py|setup\.cfg|pyproject\.toml)$/, new Set(['build', 'dist', 'env'])],
  [
    /^(?:hugo|config)\.(?:toml|ya?ml|json)$/,
    new Set(['public', 'resources', 'layouts', 'archetypes', 'themes']),
  ],
  [/^mkdocs\.ya?ml$/, new Set(['site'])],
  [/^book\.toml$/, new Set(['book'])],
];

const BUILT: ReadonlySet<string> = new Set(BUILDS.flatMap(([, folders]) => [...folders]));

/** True for the name of a hidden file or folder. */
export const isHidden = (name: string): boolean => name.startsWith('.');

/**
 * True for a folder of files that a program has put there, by its name and those beside it.
 *
 * @param siblings  the names of all entries of the folder that it is in
 */
export function isToolFolder(name: string, siblings: () => Iterable<string>): boolean {
  if (TOOL_FOLDERS.has(name)) return true;
  if (!BUILT.has(name)) return false;
  const files = BUILDS.filter(([, folders]) => folders.has(name)).map(([file]) => file);
  for (const sibling of siblings()) if (files.some((file) => file.test(sibling))) return true;
  return false;
}

/** Files of text that are written for lawyers, robots and programs. In upper case, or they may be words of a title. */
const NO_ARTICLES = [
  /^(?:(?:UN)?LICEN[CS]E|COPYING|COPYRIGHT|NOTICE|PATENTS)(?:[-._][A-Z\d][\w.+-]*)?\.\w+$/,
  /^(?:(?:MIT|APACHE|BSD|L?GPL)-LICEN[CS]E|(?:un)?licen[cs]e|Licen[cs]e|copying)\.\w+$/,
  /^(?:dev-|test-)?(?:requirements|constraints)(?:[-_.][\w-]+)*\.txt$/i,
  /^(?:robots|humans|ads|app-ads|llms|llms-full|security)\.txt$/i,
  /^(?:CMakeLists|CMakeCache)\.txt$/,
  /^404\.html?$/,
  /^(?:top_level|entry_points|dependency_links|SOURCES|installed-files|RECORD)\.txt$/,
];

/** The first words of the names that these match, so that most names need no pattern. */
const FIRST_WORDS: ReadonlySet<string> = new Set([
  ...[
    'license',
    'licence',
    'unlicense',
    'unlicence',
    'copying',
    'copyright',
    'notice',
    'patents',
    'mit',
    'apache',
  ],
  ...[
    'bsd',
    'gpl',
    'lgpl',
    'requirements',
    'constraints',
    'dev',
    'test',
    'robots',
    'humans',
    'ads',
    'app',
    'llms',
  ],
  ...[
    '404',
    'security',
    'cmakelists',
    'cmakecache',
    'top',
    'entry',
    'dependency',
    'sources',
    'installed',
    'record',
  ],
]);

/** True for the name of a file with an article's suffix that is none. */
export const isNoArticle = (name: string): boolean =>
  FIRST_WORDS.has(firstWord(name)) && NO_ARTICLES.some((pattern) => pattern.test(name));

/** The letters of ASCII that a name begins with, in lower case; `404` for the page of an error. */
function firstWord(name: string): string {
  if (name.startsWith('404.')) return '404';
  let end = 0;
  while (isLetter(name.charCodeAt(end))) end++;
  return name.slice(0, end).toLowerCase();
}

/** True for the code of a letter of ASCII. */
const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
