// The tools that make files, and how.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { output, type Source, withFacts, withHeading } from './folder-sources.ts';

/** Facts that a file holds: its title, its author, its date. */
export type Facts = readonly ('title' | 'author' | 'date')[];

/** A tool that makes files of articles. */
export interface Maker {
  readonly kind: string;
  readonly tool: string;
  /** The program that must be installed. */
  readonly program: string;
  readonly suffix: string;
  /** How many files it makes. */
  readonly count: number;
  /** True if the tool, or the program that converts its files, knows no footnotes and tables. */
  readonly isSimple?: boolean;
  readonly facts: Facts;
  /** Makes a file at a path of an article. */
  make(source: Source, path: string): void;
}

const ALL: Facts = ['title', 'author', 'date'];

const pandoc = (
  kind: string,
  to: string,
  suffix: string,
  count: number,
  facts: Facts = ALL,
  args: readonly string[] = [],
): Maker => ({
  kind,
  tool: `pandoc -t ${to}`,
  program: 'pandoc',
  suffix,
  count,
  facts,
  make: (source, path) =>
    void output('pandoc', ['-s', '-f', 'markdown', '-t', to, ...args, '-o', path], withFacts(source)),
});

/** A program that turns Markdown on its input into a fragment of HTML on its output. */
const fragment = (program: string, args: readonly string[] = []): Maker => ({
  kind: 'HTML',
  tool: program,
  program,
  suffix: 'html',
  count: 2,
  facts: ['title'],
  make: (source, path) => writeFileSync(path, output(program, args, withHeading(source))),
});

/** A tool that reads a file which pandoc has made in a format of that tool. */
const through = (
  kind: string,
  program: string,
  from: { readonly to: string; readonly suffix: string },
  suffix: string,
  args: (input: string, path: string) => readonly string[],
  facts: Facts = ['title'],
  count = 2,
): Maker => ({
  kind,
  tool: program,
  program,
  suffix,
  count,
  facts,
  make(source, path) {
    const input = join(mkdtempSync(join(tmpdir(), 'kiosque-folder-')), `a.${from.suffix}`);
    output('pandoc', ['-s', '-f', 'markdown', '-t', from.to, '-o', input], withFacts(source));
    const printed = output(program, args(input, path));
    // A tool that writes no file prints it.
    if (!existsSync(path)) writeFileSync(path, printed);
  },
});

/** Writes a mail, a mailbox or a Maildir by Python's library. */
const PYTHON = `
import email.message, email.utils, mailbox, sys, json, datetime, os
kind, path, source = sys.argv[1], sys.argv[2], json.load(sys.stdin)
mail = email.message.EmailMessage()
mail['Subject'] = source['title']
mail['From'] = email.utils.formataddr((source['author'], 'a@example.org'))
mail['Date'] = email.utils.format_datetime(datetime.datetime.fromisoformat(source['date'] + 'T12:00:00+02:00'))
mail['Message-ID'] = '<' + source['name'] + '@example.org>'
mail.set_content(source['text'])
if kind == 'html': mail.add_alternative(source['html'], subtype='html')
if kind in ('eml', 'html'): open(path, 'wb').write(bytes(mail))
elif kind == 'mbox':
    box = mailbox.mbox(path); box.add(mail); box.flush()
else:
    box = mailbox.Maildir(path); box.add(mail)
`;

const python = (kind: string, argument: string, suffix: string, count: number): Maker => ({
  kind,
  tool: `Python, ${argument}`,
  program: '/usr/bin/python3',
  suffix,
  count,
  facts: ALL,
  make(source, path) {
    const text = source.text.slice(source.title.length + 1);
    output('/usr/bin/python3', ['-c', PYTHON, argument, path], JSON.stringify({ ...source, text, html: '' }));
  },
});

/** Pages of a site that Hugo builds, with a menu and a foot, and its feed. */
function hugo(source: Source, path: string): void {
  const site = mkdtempSync(join(tmpdir(), 'kiosque-hugo-'));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), text);
  };
  write('config.toml', `baseURL = "https://example.org/"\ntitle = "Site"\nlanguageCode = "${source.lang}"\n`);
  write('content/posts/a.md', withFacts(source));
  write(
    'layouts/_default/baseof.html',
    '<!doctype html><html lang="{{ .Site.LanguageCode }}"><head><title>{{ .Title }} | Site</title>' +
      '<meta name="author" content="{{ .Params.author }}"><meta property="article:published_time" content="{{ .Date.Format "2006-01-02" }}"></head>' +
      '<body><nav><a href="/">Menu of the site</a> <a href="/b">Archive</a></nav>{{ block "main" . }}{{ end }}<footer>All rights reserved, powered by robots</footer></body></html>',
  );
  write(
    'layouts/_default/single.html',
    '{{ define "main" }}<main><article><h1>{{ .Title }}</h1>{{ .Content }}</article></main>{{ end }}',
  );
  write(
    'layouts/_default/list.html',
    '{{ define "main" }}<main>{{ range .Pages }}<a href="{{ .Permalink }}">{{ .Title }}</a>{{ end }}</main>{{ end }}',
  );
  write('layouts/index.html', '{{ define "main" }}<main></main>{{ end }}');
  write(
    'layouts/_default/rss.xml',
    '{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Site</title>{{ range where .Site.RegularPages "Section" "posts" }}<item><title>{{ .Title }}</title><dc:creator>{{ .Params.author }}</dc:creator><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate><guid>{{ .Permalink }}</guid><description>{{ .Content | html }}</description></item>{{ end }}</channel></rss>',
  );
  output('hugo', ['--quiet'], '', site);
  copyFileSync(join(site, path.endsWith('.xml') ? 'public/index.xml' : 'public/posts/a/index.html'), path);
}

const hugoMaker = (kind: string, suffix: string): Maker => ({
  kind,
  tool: 'Hugo',
  program: 'hugo',
  suffix,
  count: 3,
  facts: ALL,
  make: hugo,
});

/** A book or pages that Sphinx makes. */
const sphinx = (kind: string, builder: string, suffix: string, find: (folder: string) => string): Maker => ({
  kind,
  tool: `Sphinx -b ${builder}`,
  program: 'sphinx-build',
  suffix,
  count: 2,
  facts: builder === 'epub' ? ['title', 'author'] : ['title'],
  make(source, path) {
    const work = mkdtempSync(join(tmpdir(), 'kiosque-sphinx-'));
    output('pandoc', ['-f', 'markdown', '-t', 'rst', '-o', join(work, 'index.rst')], withHeading(source));
    writeFileSync(
      join(work, 'conf.py'),
      `project = ${JSON.stringify(source.title)}\nauthor = ${JSON.stringify(source.author)}\nlanguage = '${source.lang}'\nepub_show_urls = 'no'\n`,
    );
    output('sphinx-build', ['-q', '-b', builder, work, join(work, 'out')]);
    copyFileSync(join(work, 'out', find(join(work, 'out'))), path);
  },
});

/** A book by Python's EbookLib. */
const EBOOKLIB = `
import sys, json
from ebooklib import epub
path, source = sys.argv[1], json.load(sys.stdin)
book = epub.EpubBook()
book.set_identifier(source['name']); book.set_title(source['title']); book.set_language(source['lang']); book.add_author(source['author'])
book.add_metadata('DC', 'date', source['date'])
chapter = epub.EpubHtml(title=source['title'], file_name='a.xhtml', lang=source['lang'])
chapter.content = '<h1>' + source['title'] + '</h1>' + source['html']
book.add_item(chapter); book.toc = (chapter,); book.add_item(epub.EpubNcx()); book.add_item(epub.EpubNav())
book.spine = ['nav', chapter]
epub.write_epub(path, book)
`;

export const MAKERS: readonly Maker[] = [
  pandoc('Markdown', 'markdown', 'md', 2),
  pandoc('HTML', 'html', 'html', 2),
  fragment('kramdown'),
  fragment('cmark', ['--unsafe', '--smart']),
  fragment('markdown_py'),
  { ...fragment('markdown'), isSimple: true },
  fragment('lowdown', ['-s', '-thtml']),
  hugoMaker('HTML', 'html'),
  through(
    'HTML',
    'asciidoctor',
    { to: 'asciidoc', suffix: 'adoc' },
    'html',
    (input, path) => ['-o', path, input],
    ALL,
  ),
  through('HTML', 'rst2html', { to: 'rst', suffix: 'rst' }, 'html', (input, path) => [input, path]),
  through('HTML', 'texi2any', { to: 'texinfo', suffix: 'texi' }, 'html', (input, path) => [
    '--html',
    '--no-split',
    '--no-warn',
    '--force',
    '-o',
    path,
    input,
  ]),
  sphinx('HTML', 'html', 'html', () => 'index.html'),
  pandoc('Word', 'docx', 'docx', 3),
  pandoc('EPUB', 'epub2', 'epub', 2, ALL),
  pandoc('EPUB', 'epub3', 'epub', 2, ALL),
  sphinx('EPUB', 'epub', 'epub', (folder) => readdirSync(folder).find((name) => name.endsWith('.epub'))!),
  through(
    'EPUB',
    'dbtoepub',
    { to: 'docbook5', suffix: 'xml' },
    'epub',
    (input, path) => ['-o', path, input],
    ['title', 'author'],
  ),
  {
    kind: 'EPUB',
    tool: 'EbookLib',
    program: '/usr/bin/python3',
    suffix: 'epub',
    count: 2,
    facts: ALL,
    make: (source, path) =>
      void output(
        '/usr/bin/python3',
        ['-c', EBOOKLIB, path],
        JSON.stringify({
          ...source,
          html: output('pandoc', ['-f', 'markdown', '-t', 'html'], source.markdown),
        }),
      ),
  },
  pandoc('Org', 'org', 'org', 3),
  pandoc('AsciiDoc', 'asciidoc', 'adoc', 3),
  pandoc('RST, converted', 'rst', 'rst', 2),
  pandoc('OpenDocument, converted', 'odt', 'odt', 2),
  { ...pandoc('FictionBook, converted', 'fb2', 'fb2', 2), isSimple: true },
  pandoc('Textile, converted', 'textile', 'textile', 1, []),
  python('Mail', 'eml', 'eml', 2),
  python('Mailbox', 'mbox', 'mbox', 2),
  python('Maildir', 'maildir', '', 2),
  hugoMaker('Feed', 'xml'),
  through('Text', 'w3m', { to: 'html', suffix: 'html' }, 'txt', (input) => ['-dump', '-cols', '78', input]),
  through('Text', 'lynx', { to: 'html', suffix: 'html' }, 'txt', (input) => [
    '-dump',
    '-nolist',
    '-display_charset=utf-8',
    input,
  ]),
];

/** Prints the pages of a book, without its cover and its contents, which are the first page for Sphinx and SiSU. */
const PAGES = [
  '/usr/bin/python3',
  '-c',
  `
import re, sys, zipfile
book = zipfile.ZipFile(sys.argv[1])
print('<!DOCTYPE html>')
for name in book.namelist():
    if re.search(r'.x?html?$', name) and not re.search(r'(nav|toc|cover|index)[^/]*$', name): print(book.read(name).decode())
`,
];

/** Books and texts of Debian's packages, with the program that reads them for comparison. */
export const INSTALLED: readonly {
  readonly kind: string;
  readonly tool: string;
  readonly path: string;
  readonly as: string;
  readonly reader: readonly string[];
}[] = [
  {
    kind: 'EPUB',
    tool: 'SiSU (live-manual, en)',
    path: '/usr/share/doc/live-manual/epub/live-manual.en.epub',
    as: 'live-en.epub',
    reader: PAGES,
  },
  {
    kind: 'EPUB',
    tool: 'SiSU (live-manual, fr)',
    path: '/usr/share/doc/live-manual/epub/live-manual.fr.epub',
    as: 'live-fr.epub',
    reader: PAGES,
  },
  {
    kind: 'EPUB',
    tool: 'Sphinx (packaging guide)',
    path: '/usr/share/doc/ubuntu-packaging-guide-epub/ubuntu-packaging-guide.epub',
    as: 'packaging.epub',
    reader: PAGES,
  },
  {
    kind: 'EPUB',
    tool: 'Sphinx (Debian Policy)',
    path: '/usr/share/doc/debian-policy/policy.epub',
    as: 'policy.epub',
    reader: PAGES,
  },
  {
    kind: 'EPUB',
    tool: 'Sphinx (reference, fr)',
    path: '/usr/share/developers-reference/fr/developers-reference.epub',
    as: 'reference-fr.epub',
    reader: PAGES,
  },
  {
    kind: 'Org',
    tool: 'Emacs (zutty)',
    path: '/usr/share/doc/zutty/USAGE.org.gz',
    as: 'usage.org',
    reader: ['pandoc', '-f', 'org', '-t', 'plain', '--wrap=none'],
  },
  {
    kind: 'AsciiDoc',
    tool: 'by hand (git)',
    path: '/usr/share/doc/git-doc/git-fast-import.txt',
    as: 'git-fast-import.adoc',
    reader: ['asciidoctor', '-S', 'secure', '-a', 'nofooter', '-o', '-'],
  },
];

/** Copies an installed file into a folder, unpacked. Returns its path; undefined if it is not installed. */
export function copied({ path, as }: (typeof INSTALLED)[number], folder: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const target = join(folder, basename(as));
  const bytes = readFileSync(path);
  writeFileSync(target, path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  return target;
}
