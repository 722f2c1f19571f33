/** Pages made by one tool, and where their text is. */
export interface Collection {
  readonly tool: string;
  /** Folders, of packages of Debian mostly. */
  readonly folders: readonly string[];
  /** Selectors of the text, of what is in it but does not belong to it, and of what may be shown or not. */
  readonly text: string;
  readonly without?: string;
  readonly neutral?: string;
  /** True for pages that were chosen after the rules were written, to see how these do on pages that nobody looked at. */
  readonly isHeldOut?: true;
}

/** What no reader shows. */
export const HIDDEN =
  'script, style, noscript, template, head, button, select, svg, .headerlink, .linenos, [hidden]';

const DOC = '/usr/share/doc';

/** Collections that may be installed. */
export const COLLECTIONS: readonly Collection[] = [
  { tool: 'Sphinx, own theme', folders: [`${DOC}/fish`], text: 'div.body', neutral: '.contents' },
  {
    tool: 'Sphinx, Furo',
    folders: [`${DOC}/kitty`],
    text: 'article[role=main], #furo-main-content',
    neutral: '.related-pages, .toctree-wrapper',
  },
  {
    tool: 'Sphinx, Guzzle',
    folders: [`${DOC}/borgbackup`],
    text: 'div.body',
    neutral: '.toctree-wrapper, .contents',
  },
  {
    tool: 'Sphinx, Read the Docs',
    folders: [`${DOC}/restic`],
    text: '[itemprop=articleBody], div.body',
    neutral: '.toctree-wrapper, .contents',
  },
  {
    tool: 'Sphinx, Classic',
    folders: [`${DOC}/debian-policy`, '/usr/share/developers-reference/fr'],
    text: 'div.body',
    neutral: '.toctree-wrapper, .contents',
  },
  {
    tool: 'AsciiDoc',
    folders: [`${DOC}/git-doc`, `${DOC}/tig`],
    text: '#header, #content, #preamble',
    neutral: '#toc, #footnotes, .conum',
  },
  {
    tool: 'Asciidoctor',
    folders: [`${DOC}/weechat-doc`],
    text: '#header > h1, #content',
    neutral: '#toc, .details, #footnotes',
  },
  {
    tool: 'DocBook XSL',
    folders: [`${DOC}/gnucash-docs/gnucash-help-en`, `${DOC}/gnucash-docs/gnucash-guide-fr`],
    text: 'body',
    without: '.navheader, .navfooter',
    neutral: '.toc, .footnotes',
  },
  {
    tool: 'DocBook XSL, Valgrind',
    folders: [`${DOC}/valgrind/html`],
    text: 'body',
    without: 'table.nav, .navheader, .navfooter, div > table.nav',
    neutral: '.toc, .footnotes',
  },
  {
    tool: 'DocBook XSL, Mutt',
    folders: [`${DOC}/mutt`],
    text: 'body',
    without: '.navheader, .navfooter',
    neutral: '.toc, .footnotes',
  },
  {
    tool: 'DocBook XSL, GIMP',
    folders: ['/usr/share/gimp/2.0/help/fr'],
    text: 'body',
    without: '.navheader, .navfooter, .breadcrumbs, #header, #footer',
    neutral: '.toc, .footnotes',
  },
  {
    tool: 'DocBook XSL, aptitude',
    folders: [`${DOC}/aptitude/html/fr`],
    text: 'body',
    without: '.navheader, .navfooter',
    neutral: '.toc, .footnotes',
  },
  {
    tool: 'Debian reference',
    folders: ['/usr/share/debian-reference'],
    text: 'body',
    without: '.navheader, .navfooter',
    neutral: '.toc, .footnotes',
  },
  {
    tool: 'Publican',
    folders: [`${DOC}/harden-doc`],
    text: 'body',
    without: '#header, .docnav, .navheader, .navfooter, p#title, .breadcrumbs',
    neutral: '.toc, .footnotes',
  },
  {
    tool: 'Debian handbook',
    folders: [`${DOC}/debian-handbook/html/fr-FR`],
    text: 'body',
    without: '#header, .docnav, p#title, .breadcrumbs, #poweredby, .toc',
    neutral: '.footnotes',
  },
  { tool: 'man2html, Postfix', folders: [`${DOC}/postfix/html`], text: 'body' },
  { tool: 'vim2html', folders: [`${DOC}/vim/html`], text: 'body' },
  {
    tool: 'Texinfo',
    folders: [`${DOC}/libffi8/html`],
    text: 'body',
    without: '.header, .nav-panel',
    neutral: '.contents, .shortcontents, .menu',
  },
  {
    tool: 'pod2html',
    folders: [`${DOC}/lintian/api.html`],
    text: 'body',
    neutral: '#index, ul#index, .indexgroup, .backlinktop',
  },
  {
    tool: 'Node.js',
    folders: [`${DOC}/nodejs/api`],
    text: '#apicontent',
    neutral: '#toc, .api_metadata, .mark, .type, header, .copy-button',
  },
  {
    tool: 'ikiwiki',
    folders: [`${DOC}/ikiwiki/html`],
    text: '#content',
    neutral: '#comments, .toc, .pageheader, #backlinks, .tags',
  },
  {
    tool: 'RDoc',
    folders: [`${DOC}/ruby-kramdown/rdoc`],
    text: 'main',
    neutral: '.method-source-code, .method-controls, .method-click-advice, nav, footer',
  },
  {
    tool: 'phpMyAdmin, Sphinx',
    folders: [`${DOC}/phpmyadmin/html`],
    text: 'div.body',
    neutral: '.toctree-wrapper, .contents',
  },
  {
    tool: 'Subversion, by hand',
    folders: [`${DOC}/subversion`],
    text: 'body',
    neutral: '#site-nav, #site-banner, .toc, #copyright',
  },
  { tool: 'w3m, by hand', folders: [`${DOC}/w3m`], text: 'body' },
  {
    tool: 'npm',
    folders: ['/usr/lib/node_modules/npm/docs/output'],
    text: '#_content, #content, body > section',
    neutral: '#_table_of_contents, header, footer',
  },
  {
    tool: 'rustdoc',
    folders: ['/root/.rustup/toolchains/stable-x86_64-unknown-linux-gnu/share/doc/rust/html/std/fs'],
    text: '#main-content',
    neutral: '.src, .since, .tooltip, summary.hideme, .anchor, .out-of-band, .sidebar, .doc-anchor',
  },
  {
    tool: 'mdBook',
    folders: ['/root/.rustup/toolchains/stable-x86_64-unknown-linux-gnu/share/doc/rust/html/book'],
    text: 'main',
    neutral: '.buttons',
  },
  { tool: 'libxslt, XSLT', folders: [`${DOC}/libxslt1-dev/html`], text: 'body', neutral: 'table' },
  { tool: 'Go, by hand', folders: ['/usr/share/go-1.19/doc', '/usr/share/go-1.19/src'], text: 'body' },
  {
    tool: 'fontconfig, DocBook DSSSL',
    folders: [`${DOC}/shared-mime-info`, `${DOC}/libexpat1-dev`],
    text: 'body',
    without: '.navheader, .navfooter',
    neutral: '.toc, .NAVHEADER, .NAVFOOTER',
  },
];
