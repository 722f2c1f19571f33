import type { Collection } from './page-collections.ts';

const DOC = '/usr/share/doc';
const NAVIGATION = '.navheader, .navfooter';

/** Pages of tools and themes by which no rule was made, each of a package of Debian. */
const HELD_OUT: readonly Collection[] = [
  {
    tool: 'Apache, XSLT',
    folders: [`${DOC}/apache2-doc/manual/en`, `${DOC}/apache2-doc/manual/fr`],
    text: '#page-content',
    neutral: '#quickview, .toplang, .bottomlang, .top, #comments_section, .comments, .seealso',
  },
  {
    tool: 'Berkeley DB, DocBook',
    folders: [`${DOC}/db5.3-doc/programmer_reference`],
    text: 'body',
    without: NAVIGATION,
    neutral: '.toc',
  },
  {
    tool: 'Boost, QuickBook',
    folders: [`${DOC}/libboost1.81-doc/doc/html`],
    text: 'body',
    without: '.spirit-nav',
    neutral: '.toc, .copyright-footer',
  },
  {
    tool: 'Debian FAQ, DocBook',
    folders: [`${DOC}/debian/FAQ`],
    text: 'body',
    without: NAVIGATION,
    neutral: '.toc',
  },
  {
    tool: 'docutils, rst2html',
    folders: [`${DOC}/docutils-doc/docs`],
    text: '.document',
    neutral: '.contents, .docinfo, body > .header, body > .footer',
  },
  {
    tool: 'Doxygen 1.9.4',
    folders: [`${DOC}/libexiv2-doc/html`],
    text: '.headertitle, .contents',
    neutral: '.summary, .dynheader, .dyncontent, .mlabels, .permalink',
  },
  {
    tool: 'Doxygen 1.9.1',
    folders: [`${DOC}/libjsoncpp-doc`],
    text: '.headertitle, .contents',
    neutral: '.summary, .dynheader, .dyncontent, .mlabels, .permalink',
  },
  {
    tool: 'Exim, XSLT',
    folders: [`${DOC}/exim4-doc-html/spec_html`],
    text: '#content',
    neutral: '.previous_page, .next_page, .toc_page',
  },
  {
    tool: 'GAPDoc',
    folders: [`${DOC}/gap/doc/ref`],
    text: 'body',
    without: '.chlinktop, .chlinkprevnexttop, .chlinkprevnextbot, .chlinkbot, #mathjaxlink',
    neutral: '.ChapSects, .ContChap, .foot, .pcenter',
  },
  {
    tool: 'gi-docgen',
    folders: [`${DOC}/libpango1.0-doc/reference`],
    text: '#main',
    neutral: '.srclink, .anchor, .toggle, .emblem',
  },
  { tool: 'Graphviz, by hand', folders: [`${DOC}/graphviz/html`], text: 'body' },
  {
    tool: 'GTK-Doc',
    folders: [`${DOC}/libglib2.0-doc/gio`, `${DOC}/libglib2.0-doc/glib`],
    text: 'body',
    without: 'table.navigation, body > .footer',
    neutral: '.toc, .refnamediv table img',
  },
  {
    tool: 'Haddock',
    folders: [`${DOC}/libghc-zlib-doc/html`],
    text: '#content',
    neutral: '#table-of-contents, #synopsis, .caption, .link, .selflink, #module-header .info',
  },
  {
    tool: 'HAProxy',
    folders: [`${DOC}/haproxy/html`],
    text: '#page-wrapper .col-lg-12',
    neutral: '.pagination, .text-center, .dropdown-menu',
  },
  {
    tool: 'Hevea',
    folders: [`${DOC}/menhir`],
    text: 'body',
    neutral: '.toc, .footnotes, .thefootnotes, .titlemain',
  },
  {
    tool: 'Javadoc 11',
    folders: [`${DOC}/libcommons-io-java/api`],
    text: 'main',
    neutral: '.inheritance, .subTitle',
  },
  {
    tool: 'Javadoc, without main',
    folders: [`${DOC}/libhtmlparser-java/api`],
    text: 'body > .header, .contentContainer',
    neutral: '.inheritance, .subTitle',
  },
  {
    tool: 'LaTeX2HTML',
    folders: [`${DOC}/gnuplot/htmldocs`, `${DOC}/latex2html/html`],
    text: 'body',
    without: '.navigation',
    neutral: '.ChildLinks, address',
  },
  {
    tool: 'LibreOffice, help',
    folders: ['/usr/share/libreoffice/help/en-US/text/swriter/guide'],
    text: '#DisplayArea',
    neutral: '.relatedtopics',
  },
  {
    tool: 'MkDocs',
    folders: [`${DOC}/mkdocs/html`],
    text: '[role=main]',
  },
  {
    tool: 'Python, Sphinx',
    folders: [`${DOC}/python3.11/html/library`, `${DOC}/python3.11/html/howto`],
    text: 'div.body',
    neutral: '.toctree-wrapper, .contents',
  },
  {
    tool: 'R, Texinfo',
    folders: ['/usr/share/R/doc/manual'],
    text: 'body',
    without: '.header, .nav-panel',
    neutral: '.contents, .shortcontents, .menu, .footnotes-segment, .footnote',
  },
  {
    tool: 'SCons, DocBook',
    folders: [`${DOC}/scons/HTML`],
    text: 'body',
    without: NAVIGATION,
    neutral: '.toc, .footnotes',
  },
  {
    tool: 'SQLite, by hand',
    folders: [`${DOC}/sqlite3`],
    text: 'body',
    without: 'body > .nosearch',
    neutral: '.fancy > .nosearch',
  },
  {
    tool: 'SWI-Prolog, doc2html',
    folders: [`${DOC}/swi-prolog-doc/Manual`],
    text: 'body',
    without: '.navigate, .navwindow',
    neutral: '.toc',
  },
  {
    tool: 'Texinfo, Octave',
    folders: [`${DOC}/octave/octave.html`],
    text: 'body',
    without: '.header, .nav-panel',
    neutral: '.contents, .shortcontents, .menu, .section-toc, .footnotes-segment',
  },
  {
    tool: 'Texinfo, Zsh',
    folders: [`${DOC}/zsh-doc/html`],
    text: 'body',
    without: '.header, .nav-panel',
    neutral: '.contents, .shortcontents, .menu, .section-toc, .footnotes-segment',
  },
  {
    tool: 'YARD',
    folders: [`${DOC}/yard/doc`],
    text: '#content',
    neutral: '#toc, .source_code, .showSource, .toggle, .summary_toggle, .inherited',
  },
];

/** The same, marked as held out. */
export const HELD_OUT_COLLECTIONS: readonly Collection[] = HELD_OUT.map((each) => ({
  ...each,
  isHeldOut: true,
}));
