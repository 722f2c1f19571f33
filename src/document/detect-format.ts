/** Signs of Markdown that plain text has not, what each counts, and how often it is counted at most. */
const SIGNS: readonly (readonly [sign: RegExp, weight: number, most: number])[] = [
  [/^#{1,6} \S/gm, 1, 3],
  [/^(?:```|~~~)/gm, 1, Number.POSITIVE_INFINITY],
  [/\[[^\]\n]+\]\((?:https?:|mailto:|\.{0,2}\/|#)[^)\s]*\)/g, 2, Number.POSITIVE_INFINITY],
  [/(?<![*\w])\*\*(?=\S)[^*\n]+\*\*/g, 1, Number.POSITIVE_INFINITY],
  [/^\|?(?: *:?-{3,}:? *\|)+/gm, 1, Number.POSITIVE_INFINITY],
];

/** Without one of these or a blank line, the paragraphs of a text would run into each other as Markdown. */
const PARTING = /^(?:#{1,6} \S|```|~~~)|\n[ \t]*\n/m;

/**
 * True if a text without a telling name is written in Markdown: it has signs that plain text has not (headings with
 * `#`, fences, links in brackets and parentheses, bold in double stars), and enough of them.
 */
export function looksLikeMarkdown(text: string): boolean {
  const score = SIGNS.reduce(
    (sum, [sign, weight, most]) => sum + weight * Math.min(text.match(sign)?.length ?? 0, most),
    0,
  );
  return score >= 2 && (PARTING.test(text) || !text.trim().includes('\n'));
}
