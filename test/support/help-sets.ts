import { join } from 'node:path';
import { HELP_EN, HELP_FR } from '../unit/search/relevance-help.ts';
import { EVOLUTION_FR, GIMP_FR, GIT_EN, GNUCASH_EN } from '../unit/search/relevance-programs.ts';
import { helpPages, htmlPages } from './help-pages.ts';
import type { Document, Expectation } from './relevance.ts';

/** Relevance queries for help pages that may be installed on the system. */
export interface HelpSet {
  /** What the pages are, with their Debian package. */
  readonly name: string;
  /** Empty if they are not installed. */
  readonly pages: readonly Document[];
  readonly queries: readonly Expectation[];
  /** The lowest score accepted: the score when this was written, less a margin for other releases of the pages. */
  readonly least: number;
}

const FIRST_HEADING = /<h\d[^>]*>(.*?)<\/h\d>/s;
/** The NAME section of a manual page: its name and a one-line description. */
const MANUAL_NAME = /<h2>NAME<\/h2>\s*<div[^>]*>\s*<p>(.*?)<\/p>/s;

/** @param root  the folder that Debian's packages are installed or unpacked in */
export const helpSets = (root = '/'): readonly HelpSet[] => [
  {
    name: 'French help of GNOME (gnome-user-docs)',
    pages: helpPages(join(root, 'usr/share/help/fr/gnome-help')),
    queries: HELP_FR,
    least: 0.85,
  },
  {
    name: 'English help of GNOME (gnome-user-docs)',
    pages: helpPages(join(root, 'usr/share/help/C/gnome-help')),
    queries: HELP_EN,
    least: 0.9,
  },
  {
    name: 'French help of Evolution (evolution-common)',
    pages: helpPages(join(root, 'usr/share/help/fr/evolution')),
    queries: EVOLUTION_FR,
    least: 0.87,
  },
  {
    name: 'French help of GIMP (gimp-help-fr)',
    pages: htmlPages(join(root, 'usr/share/gimp/2.0/help/fr'), FIRST_HEADING),
    queries: GIMP_FR,
    least: 0.93,
  },
  {
    name: 'manual pages of Git (git-doc)',
    pages: htmlPages(join(root, 'usr/share/doc/git/html'), MANUAL_NAME),
    queries: GIT_EN,
    least: 0.83,
  },
  {
    name: 'manual of GnuCash (gnucash-docs)',
    pages: htmlPages(join(root, 'usr/share/doc/gnucash-docs/gnucash-help-en'), FIRST_HEADING),
    queries: GNUCASH_EN,
    least: 0.92,
  },
];
