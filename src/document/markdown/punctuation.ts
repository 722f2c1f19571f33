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

/** What may stand before the `@` of an address, as marked's pattern for text looks for it at each character. */
const BEFORE_AT = "[a-zA-Z0-9.!#$%&'*+\\/=?_`{\\|}~-]";
const ADDRESS = `(?=${BEFORE_AT}+@)`;
const ADDRESSES = [`${ADDRESS}|`, `|[^${BEFORE_AT.slice(1)}${ADDRESS}`];

const made: Record<string, Rules['inline']> = {};

/**
 * marked's rules for inline text as they are for a source like this. In one of common characters, its patterns for
 * emphasis do not ask for `\p{P}` and `\p{S}` at twenty places each: compiling that takes longer than lexing a short
 * article. In one without `@`, its pattern for text does not look for an address at each character.
 */
export function rulesFor(source: string, rules: Rules): Rules {
  const common = isCommon(source);
  const addresses = source.includes('@');
  made[`${common} ${addresses}`] ??= Object.fromEntries(
    Object.entries(rules.inline).map(([name, rule]) => [name, narrowed(rule, common, addresses)]),
  ) as Rules['inline'];
  return { ...rules, inline: made[`${common} ${addresses}`]! };
}

function narrowed(rule: RegExp, common: boolean, addresses: boolean): RegExp {
  let { source } = rule;
  if (common) source = source.replaceAll('\\p{P}\\p{S}', COMMON_PUNCTUATION);
  if (!addresses) for (const part of ADDRESSES) source = source.replace(part, '');
  return source === rule.source ? rule : new RegExp(source, rule.flags);
}
