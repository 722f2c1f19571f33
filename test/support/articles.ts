import type { Block, Document, Heading, Link } from '../../src/document/document.ts';
import { fixedDocument } from '../../src/document/fixed-document.ts';
import type { Article } from '../../src/library/article.ts';

/** Metadata of an article; no file stands behind it. */
export function article(id: string, facts: Partial<Article> = {}): Article {
  return {
    id,
    title: `Title of ${id}`,
    tags: [],
    words: 1_000,
    format: 'markdown',
    path: `/articles/${id}.md`,
    size: 1,
    mtime: 1,
    ...facts,
  };
}

/** A document of paragraphs. A text that begins with `#` becomes a heading, and `[…](…)` a link. */
export function documentOf(...paragraphs: readonly string[]): Document {
  let text = '';
  const blocks: Block[] = [];
  const headings: Heading[] = [];
  const links: Link[] = [];
  for (const [line, source] of paragraphs.entries()) {
    if (text !== '') text += '\n';
    const start = text.length;
    const heading = source.startsWith('# ');
    const runs = source.replace(/^# /, '').split(/(\[[^\]]*\]\([^)]*\))/);
    const made = runs.map((part) => {
      const link = /^\[([^\]]*)\]\(([^)]*)\)$/.exec(part);
      const at = text.length;
      text += link ? link[1]! : part;
      if (!link) return { text: part, style: {}, at };
      const kind = /^https?:/.test(link[2]!) ? 'web' : 'article';
      links.push({ href: link[2]!, kind, start: at, end: text.length });
      return { text: link[1]!, style: { role: 'link' as const }, at, link: links.length - 1 };
    });
    const range = { start, end: text.length, line, runs: made };
    if (heading) headings.push({ depth: 2, text: text.slice(start), at: start });
    blocks.push(heading ? { ...range, kind: 'heading', depth: 2 } : { ...range, kind: 'paragraph' });
  }
  return fixedDocument({ text, blocks, headings, links, lang: 'en' });
}

/** `count` distinct paragraphs: `Paragraph 1 of many.`, … */
export const paragraphs = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `Paragraph ${index + 1} of many.`);
