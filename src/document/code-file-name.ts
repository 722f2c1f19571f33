import languages from './languages.json' with { type: 'json' };

/** Names and aliases of languages that are no suffixes of their files, or suffixes of other files as well. */
const NO_SUFFIXES = new Set(
  'docker html xhtml http make node ps python3 shell console terminal rss'.split(' '),
);

/** Suffixes of files in a language, or in none that is colored, besides the names and aliases of languages. */
const MORE_SUFFIXES: Readonly<Record<string, string>> = {
  bash: 'ksh bashrc zshrc profile',
  ini: 'service desktop timer socket mount gitconfig npmrc',
  javascript: 'jsm',
  json: 'webmanifest map ipynb geojson ndjson jsonl',
  python: 'pyi pyw',
  ruby: 'rake',
  xml: 'xsl xslt xsd opml',
  '': 'log out err asm',
};

/** Names of files in a language, in lower case. */
const NAMES: Readonly<Record<string, string>> = {
  makefile: 'makefile',
  gnumakefile: 'makefile',
  dockerfile: 'dockerfile',
  containerfile: 'dockerfile',
  gemfile: 'ruby',
  rakefile: 'ruby',
  vagrantfile: 'ruby',
  jenkinsfile: 'groovy',
  'cmakelists.txt': '',
};

let bySuffix: ReadonlyMap<string, string> | undefined;

/** Made when a name has a suffix: most starts need none. */
const makeBySuffix = (): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(languages)
      .flat(2)
      .filter((name) => /^[a-z]\w*$/.test(name) && !NO_SUFFIXES.has(name))
      .map((name) => [name, name] as const),
    ...Object.entries(MORE_SUFFIXES).flatMap(([name, suffixes]) =>
      suffixes.split(' ').map((suffix) => [suffix, name] as const),
    ),
  ]);

/**
 * The language of a file of code, by a name that the highlighter knows, from the file's name; empty if it
 * knows none, undefined if the name is not that of code.
 */
export function languageOfName(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const suffix = /\.([^.]+)$/.exec(name)?.[1];
  if (NAMES[name] !== undefined || suffix === undefined) return NAMES[name];
  bySuffix ??= makeBySuffix();
  return bySuffix.get(suffix);
}

/** The suffixes of files of code, without their dots, in alphabetical order. */
export const codeSuffixes = (): readonly string[] => [...makeBySuffix().keys()].sort();
