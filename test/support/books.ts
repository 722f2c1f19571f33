import { strToU8, type Zippable, zipSync } from 'fflate';

/** A page of a book: the inside of its body, or all of it if it begins with `<html`. */
export interface TestPage {
  readonly name: string;
  readonly html: string;
  readonly lang?: string;
  /** Attributes of its `itemref`. */
  readonly spine?: string;
}

/** A row of a table of contents: label, reference, and the rows below. */
export type TestEntry = readonly [label: string, href: string, entries?: readonly TestEntry[]];

/** What a book is made from. */
export interface TestBook {
  /** The inside of its `metadata`. */
  readonly metadata?: string;
  readonly pages: readonly TestPage[];
  readonly table?: readonly TestEntry[];
  /** 2 has an NCX, 3 a navigation document. */
  readonly version?: 2 | 3;
  readonly guide?: string;
  /** More files, by their names in the archive. */
  readonly files?: Readonly<Record<string, string>>;
}

export const METADATA =
  '<dc:title>Les marées</dc:title><dc:creator>Ève Dupré</dc:creator><dc:language>fr</dc:language><dc:date>2021-05-03</dc:date>';

const page = ({ html, lang }: TestPage): string =>
  html.startsWith('<html')
    ? html
    : `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${lang ? ` xml:lang="${lang}"` : ''}><head><title/></head><body>${html}</body></html>`;

const navItems = (table: readonly TestEntry[]): string =>
  `<ol>${table
    .map(
      ([label, href, entries]) =>
        `<li><a href="${href}">${label}</a>${entries ? navItems(entries) : ''}</li>`,
    )
    .join('')}</ol>`;

const navPoints = (table: readonly TestEntry[]): string =>
  table
    .map(
      ([label, href, entries]) =>
        `<navPoint><navLabel><text>${label}</text></navLabel><content src="${href}"/>${navPoints(entries ?? [])}</navPoint>`,
    )
    .join('');

/** The files of a book by their names in its archive. */
export function bookFiles({
  metadata = METADATA,
  pages,
  table = pages.map(({ name }, i): TestEntry => [`Chapitre ${i + 1}`, name]),
  version = 3,
  guide = '',
  files = {},
}: TestBook): Record<string, string> {
  const items = pages.map(
    ({ name }, i) => `<item id="p${i}" href="${name}" media-type="application/xhtml+xml"/>`,
  );
  const refs = pages.map(({ spine = '' }, i) => `<itemref idref="p${i}" ${spine}/>`);
  const toc =
    version === 3
      ? '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
      : '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>';
  const styles = Object.keys(files)
    .filter((name) => name.endsWith('.css'))
    .map((name) => `<item id="${name}" href="${name.replace('OEBPS/', '')}" media-type="text/css"/>`);
  return {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
    'OEBPS/content.opf': `<?xml version="1.0"?><package version="${version}.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest>${[...items, toc, ...styles].join('')}</manifest><spine${version === 2 ? ' toc="ncx"' : ''}>${refs.join('')}</spine><guide>${guide}</guide></package>`,
    ...(version === 3
      ? { 'OEBPS/nav.xhtml': page({ name: '', html: `<nav epub:type="toc">${navItems(table)}</nav>` }) }
      : { 'OEBPS/toc.ncx': `<ncx><navMap>${navPoints(table)}</navMap></ncx>` }),
    ...Object.fromEntries(pages.map((each) => [`OEBPS/${each.name}`, page(each)])),
    ...files,
  };
}

/** Files as a zip archive. */
export function archiveOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, text] of Object.entries(files))
    entries[name] = [typeof text === 'string' ? strToU8(text) : text, { level: name === 'mimetype' ? 0 : 6 }];
  return zipSync(entries);
}

export const bookOf = (book: TestBook): Uint8Array => archiveOf(bookFiles(book));

/** A book with all that a book may have, in French. */
export const TIDES: TestBook = {
  pages: [
    { name: 'cover.xhtml', html: '<img src="cover.jpg" alt="Couverture"/>' },
    {
      name: 'title.xhtml',
      html: '<section epub:type="titlepage"><h1>Les marées</h1><p>Ève Dupré</p></section>',
    },
    { name: 'envoi.xhtml', html: '<p><i>À ceux qui restent au port.</i></p>' },
    { name: 'part1.xhtml', html: '<section epub:type="part"><h1>Première partie</h1></section>' },
    {
      name: 'sea.xhtml',
      html:
        '<h2 id="sea">La mer</h2><p>Le vent se lève<a epub:type="noteref" href="notes.xhtml#n1" id="r1">1</a>, ' +
        'et <a href="land.xhtml#field">le champ</a> est loin. Voir <a href="#waves">plus bas</a>.</p>' +
        '<figure><img src="sea.jpg" alt="La mer au matin"/><figcaption>La mer au matin</figcaption></figure>' +
        '<h3 id="waves">Les vagues</h3><p><span class="fort">Elles</span> montent&nbsp;: &amp; encore.</p>',
    },
    {
      name: 'land.xhtml',
      html:
        '<h2>La terre</h2><p>Un sentier<sup><a href="notes.xhtml#n2" id="r2">2</a></sup>.</p>' +
        '<p id="field">Le champ, <code>ici</code>. <a href="https://example.org/champ">Carte</a>.</p>' +
        '<h2 id="sky">Le ciel</h2><p>Des nuages passent.</p>',
    },
    {
      name: 'part2.xhtml',
      html: '<section epub:type="part"><h1>Seconde partie</h1><p>Un temps plus calme, dix ans après.</p></section>',
    },
    { name: 'home.xhtml', html: '<h2>The house</h2><p>It was shut.</p>', lang: 'en' },
    {
      name: 'notes.xhtml',
      html:
        '<h1>Notes</h1><ol><li id="n1"><p>Il se lève <em>souvent</em>. <a href="sea.xhtml#r1">↩</a></p></li>' +
        '<li id="n2"><p><a href="land.xhtml#r2">2</a>. De chèvres.</p></li></ol>',
    },
  ],
  table: [
    [
      'Première partie',
      'part1.xhtml',
      [
        ['La mer', 'sea.xhtml#sea', [['Les vagues', 'sea.xhtml#waves']]],
        ['La terre', 'land.xhtml'],
        ['Le ciel', 'land.xhtml#sky'],
      ],
    ],
    ['Seconde partie', 'part2.xhtml', [['The house', 'home.xhtml']]],
    ['Notes', 'notes.xhtml'],
  ],
  files: { 'OEBPS/style.css': 'p { margin: 0 } .fort { font-weight: bold; }' },
};
