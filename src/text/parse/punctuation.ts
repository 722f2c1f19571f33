import type { Rules } from 'marked';

/**
 * Characters that French and English texts are made of: ASCII, Latin letters, punctuation, currencies, arrows and signs
 * of mathematics, lines. Class of a pattern with the flag `u`.
 */
const COMMON =
  '\\t\\n -~\\xa0-\\u02c1\\u2010-\\u2027\\u202f-\\u205e\\u20a0-\\u20bf\\u2190-\\u22ff\\u2500-\\u257f';

/** Those of them that are punctuation or symbols, `\p{P}` or `\p{S}`. */
export const COMMON_PUNCTUATION =
  '!-\\/:-@\\[-`{-~\\xa1-\\xa9\\xab\\xac\\xae-\\xb1\\xb4\\xb6-\\xb8\\xbb\\xbf\\xd7\\xf7\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20bf\\u2190-\\u22ff\\u2500-\\u257f';

const ONLY_COMMON = new RegExp(`^[${COMMON}]*$`);

/** Whether a text holds common characters only. */
export const isCommon = (text: string): boolean => ONLY_COMMON.test(text);

let common: Rules['inline'] | undefined;

/**
 * marked's rules for inline text as they are for texts of common characters. Its patterns for emphasis ask for `\p{P}` and
 * `\p{S}` at twenty places each; compiling that takes longer than lexing a short article.
 */
export function commonRules(rules: Rules): Rules {
  common ??= Object.fromEntries(
    Object.entries(rules.inline).map(([name, rule]) => [name, narrowed(rule)]),
  ) as Rules['inline'];
  return { ...rules, inline: common };
}

function narrowed(rule: RegExp): RegExp {
  const source = rule.source.replaceAll('\\p{P}\\p{S}', COMMON_PUNCTUATION);
  return source === rule.source ? rule : new RegExp(source, rule.flags);
}
