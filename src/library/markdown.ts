/** A line that opens or closes a block of fenced code. */
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const ATX = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/;

/** The text of the first heading (`# …`, or underlined) of a Markdown source, without its markup. */
export function firstHeading(source: string): string | undefined {
  let fence: string | undefined;
  let previous = '';
  for (const line of source.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    if (mark !== undefined) fence = mark;
    else {
      const atx = ATX.exec(line)?.[2];
      const underlined =
        previous !== '' && UNDERLINE.test(line) && !/^ {0,3}(?:[-*+>|]|\d+[.)])/.test(previous);
      const text = stripMarkup(atx ?? (underlined ? previous : ''));
      if (text !== '') return text;
    }
    previous = line.trim() === '' || /^(?: {4}|\t)/.test(line) ? '' : line.trim();
  }
  return undefined;
}

/** Inline Markdown as it reads: links and images by their text, no emphasis marks, no tags. */
export function stripMarkup(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/!?\[([^\]]*)\]\[[^\]]*\]/g, '$1')
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(\*\*|__|~~|`+)(.+?)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}\\])([*_])(\S(?:.*?\S)?)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\{#[\w-]+\}\s*$/, '')
    .trim();
}

/**
 * Whether a text without a telling name is written in Markdown: it has what plain text has not — headings with `#`,
 * fences, links in brackets and parentheses, bold in double stars — and enough of it.
 */
export function looksLikeMarkdown(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const headings = count(/^#{1,6} \S/gm);
  const fences = count(/^(?:```|~~~)/gm);
  const links = count(/\[[^\]\n]+\]\((?:https?:|mailto:|\.{0,2}\/|#)[^)\s]*\)/g);
  const bold = count(/(?<![*\w])\*\*(?=\S)[^*\n]+\*\*/g);
  const tables = count(/^\|?(?: *:?-{3,}:? *\|)+/gm);
  const score = Math.min(headings, 3) + fences + 2 * links + bold + tables;
  // Without blank lines its paragraphs would run into each other.
  return score >= 2 && (headings + fences > 0 || /\n[ \t]*\n/.test(text) || !text.trim().includes('\n'));
}
