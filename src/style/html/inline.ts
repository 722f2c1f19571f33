import type { Document, Link, Run, Style } from '../../document/document.ts';
import { escapeHtml, safeHref } from './markup.ts';

/** The id of what is at an offset of the text: what footnotes and links within the page lead to. */
export type IdOf = (offset: number) => string;

/** Runs as HTML. The runs of a link are in one element. */
export function inlineHtml(runs: readonly Run[], { links }: Pick<Document, 'links'>, idOf: IdOf): string {
  let html = '';
  for (let i = 0; i < runs.length; ) {
    const { link: index } = runs[i]!;
    let end = i + 1;
    while (index !== undefined && end < runs.length && runs[end]!.link === index) end += 1;
    const text = runs.slice(i, end).map(runHtml).join('');
    const link = index === undefined ? undefined : links[index];
    html += link ? linkHtml(link, text, idOf) : text;
    i = end;
  }
  return html;
}

const runHtml = ({ text, style }: Run): string =>
  tagsOf(style).reduce((html, tag) => `<${tag}>${html}</${tag}>`, escapeHtml(text).replaceAll('\n', '<br>'));

/** The elements that stand for a style, from the innermost. Colors of a terminal are left out. */
function tagsOf({ role, bold, italic, underline, strike }: Style): readonly string[] {
  return [
    ...(role === 'code' || role === 'kbd' || role === 'mark' ? [role] : []),
    ...(bold ? ['strong'] : []),
    ...(italic ? ['em'] : []),
    ...(underline ? ['u'] : []),
    ...(strike ? ['s'] : []),
  ];
}

/** Only addresses on the web lead out of the page; files, and images that are none, are text. */
function linkHtml({ kind, href, target, start }: Link, text: string, idOf: IdOf): string {
  switch (kind) {
    case 'web':
    case 'image': {
      const address = safeHref(href);
      return address === undefined ? text : `<a href="${address}" rel="noreferrer">${text}</a>`;
    }
    case 'footnote':
      return `<span id="${idOf(start)}">${inPage(target, text, idOf)}</span>`;
    case 'anchor':
    case 'backlink':
      return inPage(target, text, idOf);
    case 'article':
    case 'other':
      return text;
  }
}

const inPage = (target: number | undefined, text: string, idOf: IdOf): string =>
  target === undefined ? text : `<a href="#${idOf(target)}">${text}</a>`;
