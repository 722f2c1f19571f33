import type { Block, Document } from '../../document/document.ts';
import { HtmlBlockWriter } from './blocks.ts';
import { escapeHtml } from './markup.ts';

/** An article of a page. */
export interface HtmlArticle {
  /** None if it has no title but its own first words. */
  readonly title: string;
  /** Author, date and reading time, as far as they are known. */
  readonly byline: string;
  readonly document: Document;
  readonly blocks: Iterable<Block>;
}

/** For light and dark screens and for paper; nothing is fetched. */
const STYLE = `:root{color-scheme:light dark;--text:#1f1f1f;--paper:#fdfcf9;--dim:#5f5f5f;--line:#d5d2ca;--shade:#f1efe8;--link:#1f5a8a}
@media(prefers-color-scheme:dark){:root{--text:#dcdad4;--paper:#191a1c;--dim:#a09d96;--line:#3d3e40;--shade:#242629;--link:#8cbcec}}
body{margin:0;padding:2rem 1.2rem;background:var(--paper);color:var(--text);font:1.1rem/1.55 Charter,"Bitstream Charter","Source Serif 4",Cambria,Georgia,serif}
article{max-width:66ch;margin:0 auto;overflow-wrap:break-word;hyphens:auto}
article+article{margin-top:4rem;padding-top:3rem;border-top:1px solid var(--line)}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2em 0 .6em;text-wrap:balance;hyphens:none}
h1{margin-top:0;font-size:1.9rem}h2{font-size:1.45rem}h3{font-size:1.2rem}h4,h5,h6{font-size:1rem}
.byline{margin-top:-.4em;color:var(--dim)}
a{color:var(--link)}
blockquote,aside{margin:1.2em 0;padding:.1em 1.1em;border-left:3px solid var(--line)}
blockquote{color:var(--dim)}aside{background:var(--shade)}
pre,code,kbd{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:.88em}
pre{padding:.9em 1em;overflow-x:auto;background:var(--shade);line-height:1.4;hyphens:none}
table{border-collapse:collapse;display:block;overflow-x:auto;hyphens:none}
th,td{padding:.3em .8em .3em 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
.right{text-align:right}.center{text-align:center}
.task{list-style:none}.task>p:first-of-type{display:inline}
.indented,dd{margin-left:2em}dt{margin-top:.6em}
hr{margin:2.5em auto;width:30%;border:0;border-top:1px solid var(--line)}
section{margin-top:3em;border-top:1px solid var(--line);color:var(--dim);font-size:.92em}
@media print{:root{color-scheme:light;--text:#000;--paper:#fff;--dim:#444;--line:#999;--shade:#fff;--link:#000}body{padding:0;font-size:11pt}article+article{break-before:page;border:0}h1,h2,h3,h4,h5,h6{break-after:avoid}pre,table,aside{break-inside:avoid}}`;

/** Nothing but the style above: neither scripts nor images nor forms, whatever an article holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The beginning of a page. */
export const pageStart = (title: string, lang: string): string => `<!DOCTYPE html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Kiosque">
<title>${escapeHtml(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
`;

/** @param number  that of the article in the page, from 1 */
export function* articleHtml(
  { title, byline, document, blocks }: HtmlArticle,
  number: number,
): Generator<string> {
  yield `<article${document.lang ? ` lang="${document.lang}"` : ''}>\n`;
  if (title) yield `<h1>${escapeHtml(title)}</h1>\n`;
  if (byline) yield `<p class="byline">${escapeHtml(byline)}</p>\n`;
  yield* new HtmlBlockWriter(document, `a${number}`).write(blocks);
  yield '</article>\n';
}

export const PAGE_END = '</body>\n</html>\n';
