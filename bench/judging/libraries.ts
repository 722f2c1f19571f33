import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLibrary } from '../../src/library/load-library.ts';
import { helpPages } from '../../test/support/help-pages.ts';
import { type Document, indexedText } from '../../test/support/relevance.ts';

/** The programs of GNOME whose French help is searched as one library. */
const PROGRAMS =
  'accerciser baobab brasero cheese deja-dup devhelp eog epiphany evince file-roller five-or-more four-in-a-row gedit ghex gnome-boxes gnome-calculator gnome-chess gnome-clocks gnome-logs gnome-mahjongg gnome-mines gnome-music gnome-nibbles gnome-robots gnome-sudoku gnome-system-monitor gnome-taquin gnome-terminal gnome-tetravex gnote gthumb hitori iagno lightsoff orca pitivi polari quadrapassel seahorse simple-scan swell-foop totem vinagre zenity';

/** The pages of the help of programs, whose ids are `program/page`; none without the packages. */
export function helpOfPrograms(root: string): Document[] {
  return PROGRAMS.split(' ').flatMap((program) =>
    helpPages(join(root, 'usr/share/help/fr', program)).map((page) => ({
      ...page,
      id: `${program}/${page.id}`,
    })),
  );
}

/** The French manuals of LilyPond (`lilypond-doc-html-fr`), without indexes; none without the package. */
export const lilyPond = (root: string): Promise<Document[]> =>
  pagesBelow(
    join(root, 'usr/share/doc/lilypond/html/Documentation'),
    /^(?:notation|learning|usage|extending)\/(?!index|lilypond-index|gnu-free)[^/]*\.fr\.html$/,
    // “GNU LilyPond – Manuel de notation: 1.4.1 Répétitions longues”
    /<title>[^<]*?: (?:(?:[A-Z]|\d+)\.[\d.]* )?([^<]*)<\/title>/,
  );

/** The documentation of Django (`python-django-doc`), without sources and indexes; none without the package. */
export const django = (root: string): Promise<Document[]> =>
  pagesBelow(
    join(root, 'usr/share/doc/python-django-doc/html'),
    /^(?!_modules|genindex|py-modindex|search)[^.]+(?:\.\d+)*\.html$/,
    // “Pagination — Django 3.2.25 documentation”
    /<title>([^<]*?) &#8212; Django [^<]*<\/title>/,
  );

/** The documentation of Python (`python3.11-doc`), without sources and indexes; none without the package. */
export const pythonManual = (root: string): Promise<Document[]> =>
  pagesBelow(
    join(root, 'usr/share/doc/python3.11/html'),
    /^(?!_|genindex|py-modindex|search).+\.html$/,
    // “4. More Control Flow Tools — Python 3.11.2 documentation”
    /<title>(?:\d+(?:\.\d+)*\. )?([^<]*?) &#8212; Python [^<]*<\/title>/,
  );

/** The French help of LibreOffice (`libreoffice-help-fr`), without that of Basic; none without the package. */
export const libreOfficeHelp = (root: string): Promise<Document[]> =>
  pagesBelow(
    join(root, 'usr/share/libreoffice/help/fr/text'),
    /^(?!sbasic|scommon).+\.html$/,
    /<title>([^<]*)<\/title>/,
  );

/** The pages below a folder whose path matches `path`, read as Kiosque does, with the first group of `title` as their titles. */
async function pagesBelow(folder: string, path: RegExp, title: RegExp): Promise<Document[]> {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => path.test(name));
  const { articles } = await loadLibrary(names.sort().map((name) => join(folder, name)));
  return articles.map((article) => {
    const id = article.path.slice(folder.length + 1).replace(/(?:\.fr)?\.html$/, '');
    const found = title.exec(readFileSync(article.path, 'utf8'))?.[1] ?? article.title;
    const name = found.replaceAll('&egrave;', 'è').replace(/\s+/g, ' ');
    return { ...article, id, title: name, ...indexedText(article, name) };
  });
}
