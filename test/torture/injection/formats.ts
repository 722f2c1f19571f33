import { archiveOf, METADATA } from '../../support/books.ts';
import { mail } from '../../support/mails.ts';
import type { Construct } from './construct.ts';
import { CLOSING, FILLING, OPENING, body as plain, references } from './surroundings.ts';

type Pack = NonNullable<Construct['pack']>;

const paragraphs = (html: string, opening = OPENING): string =>
  `<p>${opening}</p>\n${html}\n<p>${FILLING}</p>\n<p>${CLOSING}</p>`;
/** Text as an encoded word of a header of a mail. */
const encoded = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

const of = (
  file: string,
  constructs: Readonly<Record<string, Construct['text']>>,
  pack?: Pack,
): readonly Construct[] =>
  Object.entries(constructs).map(([name, text]) => ({ name, file, text, ...(pack && { pack }) }));

const page = (head: string, body: string): string =>
  `<!DOCTYPE html><html><head>${head}</head><body><article>${paragraphs(body)}</article></body></html>`;

const PAGES = of('a.html', {
  'metadata of a page': (vector, word) =>
    page(
      `<title>${word}</title><meta name="author" content="${word}"><meta property="og:title" content="${references(word)}"><meta name="description" content="${word}"><meta name="keywords" content="a${vector},${vector}"><link rel="canonical" href="https://example.org/${vector}">`,
      '<p>Text.</p>',
    ),
  'linked data of a page': (vector, word) =>
    page(
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', headline: word, author: { name: word }, datePublished: `2024-05-03${vector}`, keywords: [vector] })}</script>`,
      '<p>Text.</p>',
    ),
  'elements of a page': (_, word) =>
    page(
      '',
      `<h2>${word}</h2><ul><li>${word}</li></ul><table><caption>${word}</caption><tr><th>${word}</th><td>${references(word)}</td></tr></table><pre><code class="language-js">${word}</code></pre><dl><dt>${word}</dt><dd>${word}</dd></dl><figure><img alt="${word}" src="a.png"><figcaption>${word}</figcaption></figure><blockquote>${word}</blockquote>`,
    ),
  'links of a page': (vector, word) =>
    page(
      '',
      `<p><a href="https://example.org/${vector}" title="${vector}">${word}</a> <a href="${references(`https://example.org/${vector}`)}">${word}</a> <a href="mailto:a@example.org?subject=${vector}">${word}</a> <a id="${vector}" href="#${vector}">${word}</a></p>`,
    ),
});

const ORG = of('a.org', {
  'keywords of Org': (vector, word) =>
    `#+title: ${word}\n#+author: ${word}\n#+filetags: :a${vector}:\n#+date: 2024-05-03${vector}\n\n${plain('Text.')}`,
  'text of Org': (vector, word) =>
    plain(
      `* ${word} :a${vector}:\n\n[[https://example.org/${vector}][${word}]] and *${word}* and =${word}=\n\n#+begin_src js${vector}\n${word}\n#+end_src\n\n| ${word} | b |\n\n- ${word} :: ${word}`,
    ),
});

const GEMTEXT = of('a.gmi', {
  'text of Gemtext': (vector, word) =>
    plain(
      `# ${word}\n=> gemini://example.org/${vector} ${word}\n> ${word}\n* ${word}\n\`\`\`${vector}\n${word}\n\`\`\``,
    ),
});

const ASCIIDOC = of('a.adoc', {
  'header of AsciiDoc': (vector, word) =>
    `= ${word}\n${word} <a${vector}@example.org>\nv1, 2024-05-03${vector}\n:keywords: a${vector}, ${vector}\n:description: ${word}\n:lang: fr${vector}\n\n${plain('Text.')}`,
  'text of AsciiDoc': (vector, word) =>
    plain(
      `== ${word}\n\nhttps://example.org/${vector}[${word}] *${word}* \`${word}\`\n\n[source,js${vector}]\n----\n${word}\n----\n\n|===\n|${word} |b\n|===\n\n${word}:: ${word}\n\nNOTE: ${word}`,
    ),
});

const MAILS = [
  ...of('a.eml', {
    'headers of a mail': (vector, word) =>
      mail(word, plain('Text.'), { From: `"${word}" <a${vector}@example.org>`, Date: `3 May 2024${vector}` }),
    'encoded headers of a mail': (_, word) =>
      mail(encoded(word), plain('Text.'), { From: `${encoded(word)} <a@example.org>` }),
    'text of a mail': (_, word) => mail('A', plain(`> ${word}\n\n${word}`)),
    'HTML of a mail': (_, word) =>
      mail('A', paragraphs(`<p title="${word}">${word}</p>`), { 'Content-Type': 'text/html; charset=utf-8' }),
    'parts of a mail': (vector, word) =>
      mail(
        'A',
        `--b\nContent-Type: text/plain; charset=utf-8\n\n${plain(word)}\n--b\nContent-Type: text/plain; name="${vector}"\nContent-Disposition: attachment; filename="${word}"\n\n${word}\n--b--\n`,
        { 'Content-Type': `multipart/mixed; boundary="b"; x="${vector}"` },
      ),
  }),
  ...of('a.mbox', {
    'mail of a mailbox': (_, word) => `From a Fri May  3 23:30:00 2024\n${mail(word, plain(word))}`,
  }),
  ...of('a.mhtml', {
    'saved page': (vector, word) =>
      mail(
        word,
        `--b\nContent-Type: text/html; charset=utf-8\n\n${page(`<title>${word}</title>`, `<p>${word}</p>`)}\n--b--\n`,
        {
          'Content-Type': 'multipart/related; boundary="b"',
          'Snapshot-Content-Location': `https://example.org/${vector}`,
        },
      ),
  }),
];

const FEEDS = [
  ...of('a.rss', {
    'entry of RSS': (vector, word) =>
      `<rss><channel><title>${word}</title><language>fr${vector}</language><item><guid>1</guid><title>${word}</title><author>a@example.org (${word})</author><category>a${vector}</category><link>https://example.org/${vector}</link><description><![CDATA[${paragraphs(`<p>${word}</p>`)}]]></description></item></channel></rss>`,
  }),
  ...of('a.atom', {
    'entry of Atom': (vector, word) =>
      `<feed><title>${word}</title><entry><id>1</id><title type="html">${references(word)}</title><author><name>${word}</name></author><category term="a" label="${references(vector)}"/><link href="https://example.org/${references(vector)}"/><content type="xhtml">${paragraphs(`<p>${word}</p>`)}</content></entry></feed>`,
  }),
  ...of('a.jsonfeed', {
    'entry of JSON Feed': (vector, word) =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: word,
        items: [
          {
            id: '1',
            title: word,
            authors: [{ name: word }],
            tags: [vector],
            url: `https://example.org/${vector}`,
            content_html: paragraphs(`<p>${word}</p>`),
          },
        ],
      }),
  }),
];

const OPF = (metadata: string): string =>
  `<package version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest><item id="p" href="p.xhtml" media-type="application/xhtml+xml"/><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="p"/></spine></package>`;
const XHTML = (body: string): string =>
  `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`;

/** A book in which a file is the source. */
const bookWith =
  (name: string): Pack =>
  (source, opening) =>
    archiveOf({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml':
        '<container><rootfiles><rootfile full-path="O/content.opf"/></rootfiles></container>',
      'O/content.opf': OPF(METADATA),
      'O/nav.xhtml': XHTML('<nav epub:type="toc"><ol><li><a href="p.xhtml">One</a></li></ol></nav>'),
      'O/p.xhtml': XHTML(paragraphs('<p>Text.</p>', opening)),
      [name]: source,
    });

const BOOKS = [
  ...of(
    'a.epub',
    {
      'metadata of a book': (vector, word) =>
        OPF(
          `<dc:title>${word}</dc:title><dc:creator>${references(word)}</dc:creator><dc:language>fr${vector}</dc:language><dc:date>2024-05-03${vector}</dc:date>`,
        ),
    },
    bookWith('O/content.opf'),
  ),
  ...of(
    'a.epub',
    {
      'contents of a book': (vector, word) =>
        XHTML(`<nav epub:type="toc"><ol><li><a href="p.xhtml#${vector}">${word}</a></li></ol></nav>`),
    },
    bookWith('O/nav.xhtml'),
  ),
  ...of(
    'a.epub',
    {
      'page of a book': (vector, word) =>
        XHTML(
          paragraphs(
            `<h1 id="${vector}">${word}</h1><p><a href="${vector}.xhtml#${vector}">${word}</a> <a href="#${vector}" epub:type="noteref">${word}</a></p>`,
          ),
        ),
    },
    bookWith('O/p.xhtml'),
  ),
];

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const para = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const document = (body: string, opening = OPENING): string =>
  `<w:document xmlns:w="${W}"><w:body>${para(opening)}${body}${para(FILLING)}${para(CLOSING)}</w:body></w:document>`;

/** A document of Word in which a file is the source. */
const documentWith =
  (name: string): Pack =>
  (source, opening) =>
    archiveOf({
      '[Content_Types].xml': `<Types xmlns="${TYPES}"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      '_rels/.rels': `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      'word/document.xml': document(para('Text.'), opening),
      [name]: source,
    });

const DOCUMENTS = [
  ...of(
    'a.docx',
    {
      'text of a document': (_, word) =>
        document(`${para(word)}<w:tbl><w:tr><w:tc>${para(references(word))}</w:tc></w:tr></w:tbl>`),
      'link of a document': (vector, word) =>
        document(
          `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://example.org/${references(vector)}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${references(word)}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
        ),
    },
    documentWith('word/document.xml'),
  ),
  ...of(
    'a.docx',
    {
      'properties of a document': (vector, word) =>
        `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${word}</dc:title><dc:creator>${references(word)}</dc:creator><cp:keywords>a${vector}, ${references(vector)}</cp:keywords><dc:description>${word}</dc:description></cp:coreProperties>`,
    },
    documentWith('docProps/core.xml'),
  ),
];

/** Constructs of the formats that are not Markdown, text or code. */
export const OTHER_FORMATS: readonly Construct[] = [
  ...PAGES,
  ...ORG,
  ...GEMTEXT,
  ...ASCIIDOC,
  ...MAILS,
  ...FEEDS,
  ...BOOKS,
  ...DOCUMENTS,
];
