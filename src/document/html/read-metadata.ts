import type { PageMetadata } from '../page-metadata.ts';
import { webAddress } from './addresses.ts';
import { defined, metadataInJson } from './json-ld.ts';
import { metadataInMarkup } from './microformats.ts';
import { titleOfPage } from './page-title.ts';
import { attribute, childrenOf, elementsIn, findNamed, type Node, type ParentNode, rawText } from './tree.ts';

/** Names of `meta` elements, the most particular first: Open Graph, Dublin Core, Highwire Press, HTML, and others. */
const NAMES = {
  title: ['og:title', 'citation_title', 'dcterms.title', 'dc.title', 'twitter:title'],
  author: [
    'author',
    'citation_author',
    'dcterms.creator',
    'dc.creator',
    'article:author',
    'parsely-author',
    'byl',
    'twitter:creator',
  ],
  date: [
    'article:published_time',
    'datepublished',
    'citation_publication_date',
    'citation_date',
    'dcterms.date',
    'dcterms.created',
    'dcterms.issued',
    'dc.date.issued',
    'dc.date',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publish-date',
    'date',
  ],
  modified: [
    'article:modified_time',
    'og:updated_time',
    'datemodified',
    'dcterms.modified',
    'last-modified',
    'revised',
  ],
  lang: ['og:locale', 'dcterms.language', 'dc.language', 'content-language', 'language'],
  source: ['og:url', 'dcterms.identifier'],
  summary: ['og:description', 'description', 'dcterms.description', 'dc.description', 'twitter:description'],
  tags: ['article:tag', 'keywords', 'news_keywords', 'dcterms.subject', 'dc.subject'],
  site: ['og:site_name', 'application-name'],
} as const;

/** The `meta` elements of a page: the contents by lower-case names. */
class MetaElements {
  readonly #contents = new Map<string, string[]>();

  constructor(root: Node) {
    for (const { name, attribs } of elementsIn(root)) {
      if (name !== 'meta') continue;
      const key = attribs.property ?? attribs.name ?? attribs.itemprop ?? attribs['http-equiv'];
      const content = attribs.content?.trim();
      if (!key || !content) continue;
      const known = this.#contents.get(key.toLowerCase());
      if (known) known.push(content);
      else this.#contents.set(key.toLowerCase(), [content]);
    }
  }

  /** The contents under the first of the names of a field that has some. */
  all(field: keyof typeof NAMES): readonly string[] {
    for (const name of NAMES[field]) {
      const contents = this.#contents.get(name);
      if (contents) return contents;
    }
    return [];
  }

  first(field: keyof typeof NAMES): string | undefined {
    return this.all(field)[0];
  }
}

/** The metadata of a page that has not been repaired. */
export function metadataOfPage(root: ParentNode): PageMetadata {
  const meta = new MetaElements(root);
  const json = metadataInJson(scriptsIn(root));
  const markup = metadataInMarkup(root);
  const html = findNamed(root, 'html');
  const authors = meta.all('author').filter((name) => !/^(?:https?:|@|\S+@\S+$)/.test(name));
  const author = json.author ?? (authors.join(', ') || markup.author);
  const tags = json.tags ?? markup.tags ?? meta.all('tags').flatMap((each) => each.split(/[,;]/));
  const lang = html && (attribute(html, 'lang') || attribute(html, 'xml:lang'));
  const title = titleOfPage(root, {
    named: json.title ?? meta.first('title') ?? markup.title,
    site: meta.first('site'),
  });
  return {
    ...defined('title', title),
    ...defined('author', author?.replace(BY, '')),
    ...defined('date', json.date ?? meta.first('date') ?? markup.date),
    ...defined('modified', json.modified ?? meta.first('modified') ?? markup.modified),
    ...defined('lang', lang || (json.lang ?? meta.first('lang'))),
    ...defined('source', sourceOf(root) ?? webAddress(meta.first('source')) ?? json.source),
    ...defined('summary', json.summary ?? meta.first('summary') ?? markup.summary),
    ...(tags.length > 0 && { tags }),
  };
}

/** The word before an author's name. */
const BY = /^\s*(?:by|par|von|de|por|di)(?:\s*:\s*|\s+)(?=\p{Lu})/iu;

const scriptsIn = (root: Node): string[] =>
  elementsIn(root)
    .filter(({ name, attribs }) => name === 'script' && /^application\/ld\+json\b/i.test(attribs.type ?? ''))
    .map(rawText);

/** The address in the comment of a browser or an extension that saved the page, or in its canonical link. */
function sourceOf(root: ParentNode): string | undefined {
  const comments = [...childrenOf(root), ...childrenOf(findNamed(root, 'html') ?? root)];
  for (const node of comments) {
    const comment = node.type === 'comment' ? node.data.slice(0, 4096) : '';
    const saved = /saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url:\s*(\S+)/i.exec(comment);
    const address = webAddress(saved?.[1] ?? saved?.[2]);
    if (address) return address;
  }
  const link = elementsIn(root).find(
    ({ name, attribs }) => name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribs.rel ?? ''),
  );
  return webAddress(link?.attribs.href);
}

/** Generators of documentation, which name parts of the text as others name what is around it. */
const DOCUMENTATION =
  /docutils|sphinx|docbook|asciidoctor|asciidoc|texinfo|makeinfo|texi2|javadoc|doxygen|mkdocs|mdbook|hevea|latex2html|tex4ht|pandoc|yelp|gitbook|vitepress|docusaurus|debiandoc|linuxdoc|sgml|groff|mandoc|rustdoc|rdoc|yard|ford|naturaldocs|libreoffice|openoffice/i;

/** True if a generator of documentation made a page. */
export const isDocumentation = (root: Node): boolean =>
  elementsIn(root).some(
    ({ name, attribs }) =>
      name === 'meta' &&
      attribs.name?.toLowerCase() === 'generator' &&
      DOCUMENTATION.test(attribs.content ?? ''),
  );
