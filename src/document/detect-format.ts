/** Signs of Markdown that plain text lacks, the weight of each, and how often it counts at most. */
const SIGNS: readonly (readonly [sign: RegExp, weight: number, most: number])[] = [
  [/^#{1,6} \S/gm, 1, 3],
  [/^(?:```|~~~)/gm, 1, Number.POSITIVE_INFINITY],
  [/\[[^\]\n]+\]\((?:https?:|mailto:|\.{0,2}\/|#)[^)\s]*\)/g, 2, Number.POSITIVE_INFINITY],
  [/(?<![*\w])\*\*(?=\S)[^*\n]+\*\*/g, 1, Number.POSITIVE_INFINITY],
  [/^\|?(?: *:?-{3,}:? *\|)+/gm, 1, Number.POSITIVE_INFINITY],
];

/** A text without one of these and without blank lines would become a single paragraph as Markdown. */
const SEPARATOR = /^(?:#{1,6} \S|```|~~~)|\n[ \t]*\n/m;

/** Whether a text looks like Markdown: it has enough headings with `#`, fences, links, bold text or tables. */
export function looksLikeMarkdown(text: string): boolean {
  const score = SIGNS.reduce(
    (sum, [sign, weight, most]) => sum + weight * Math.min(text.match(sign)?.length ?? 0, most),
    0,
  );
  return score >= 2 && (SEPARATOR.test(text) || !text.trim().includes('\n'));
}
