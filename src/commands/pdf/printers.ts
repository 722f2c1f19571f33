import { pathToFileURL } from 'node:url';
import type { Converter } from '../../library/converters.ts';

/** A program that prints a page of HTML as PDF. */
interface Printer {
  /** Names of the program, by which it is looked for. */
  readonly programs: readonly string[];
  /** Its arguments. All paths are absolute, and below a folder for this page alone. */
  readonly args: (page: string, pdf: string, folder: string, isRoot: boolean) => readonly string[];
}

/** In the order in which they are tried. None gets to fetch anything: a page holds all that it needs. */
const PRINTERS: readonly Printer[] = [
  {
    programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    args: (page, pdf, folder, isRoot) => [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--no-pdf-header-footer',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      `--user-data-dir=${folder}/profile`,
      // Chromium does not run as root within its sandbox.
      ...(isRoot ? ['--no-sandbox'] : []),
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ],
  },
  { programs: ['weasyprint'], args: (page, pdf) => ['--quiet', page, pdf] },
  {
    programs: ['wkhtmltopdf'],
    args: (page, pdf) => ['--quiet', '--encoding', 'utf-8', '--disable-javascript', page, pdf],
  },
];

/** The names of all programs. */
export const PRINTER_NAMES: readonly string[] = PRINTERS.flatMap(({ programs }) => programs);

/**
 * The commands that print a page of HTML as PDF, in the order in which they are tried.
 *
 * @param page  the page's file
 * @param pdf  the file to write
 * @param folder  a folder for the program's own files
 */
export const printCommands = (page: string, pdf: string, folder: string, isRoot: boolean): Converter[] =>
  PRINTERS.flatMap(({ programs, args }) =>
    programs.map((program): Converter => [program, ...args(page, pdf, folder, isRoot)]),
  );
