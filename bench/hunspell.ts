import { readFileSync } from 'node:fs';

/** A word of a Hunspell dictionary with the forms that its suffixes make of it, itself included. */
export interface Lemma {
  readonly word: string;
  readonly forms: readonly string[];
  /** The rest of its line: flags and morphological fields. */
  readonly facts: string;
}

/** A suffix rule: replaces `strip` by `add` at the end of words that match `condition`. */
interface Suffix {
  readonly strip: string;
  readonly add: string;
  readonly condition: RegExp;
}

/**
 * Reads the dictionary `path`.dic with the suffixes of `path`.aff, without prefixes (in French, elided words) and compounds;
 * see hunspell(5).
 *
 * @param isMeant  whether the suffixes of a flag are applied
 */
export function lemmasOf(path: string, isMeant: (flag: string) => boolean = () => true): Lemma[] {
  const affixes = readFileSync(`${path}.aff`, 'utf8');
  const hasLongFlags = /^FLAG long/m.test(affixes);
  const suffixes = suffixesIn(affixes);
  const words = readFileSync(`${path}.dic`, 'utf8').split('\n').slice(1);
  return words.filter(Boolean).map((line) => {
    const [, word = '', flags = '', facts = ''] = /^([^/\s]+)(?:\/(\S*))?(.*)$/.exec(line) ?? [];
    const used = (flags.match(hasLongFlags ? /../g : /./g) ?? []).filter(isMeant);
    const forms = used.flatMap((flag) => (suffixes.get(flag) ?? []).flatMap((rule) => apply(rule, word)));
    return { word, forms: [...new Set([word, ...forms])], facts: `${flags}${facts}` };
  });
}

function suffixesIn(affixes: string): ReadonlyMap<string, Suffix[]> {
  const suffixes = new Map<string, Suffix[]>();
  for (const [, flag = '', strip = '', add = '', condition = ''] of affixes.matchAll(
    /^SFX +(\S+) +(\S+) +(\S+) +(\S+)/gm,
  )) {
    const rule = {
      strip: unlessZero(strip),
      add: unlessZero(add.split('/')[0]!),
      condition: new RegExp(`${condition}$`),
    };
    suffixes.set(flag, [...(suffixes.get(flag) ?? []), rule]);
  }
  return suffixes;
}

const unlessZero = (text: string): string => (text === '0' ? '' : text);

const apply = ({ strip, add, condition }: Suffix, word: string): readonly string[] =>
  word.endsWith(strip) && condition.test(word) ? [word.slice(0, word.length - strip.length) + add] : [];
