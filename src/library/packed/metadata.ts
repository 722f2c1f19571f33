import type { PackedMetadata } from './unpacker.ts';

/** The code of a language in a tag of BCP 47, in lower case: `fr` of `fr-CA`. Undefined if it begins with none. */
export const languageCode = (tag = ''): string | undefined =>
  /^[a-z]{2,3}(?![a-z])/i.exec(tag.trim())?.[0].toLowerCase();

/** Facts that may be missing or empty. */
export type Facts = { readonly [Name in keyof PackedMetadata]?: PackedMetadata[Name] | undefined };

/** The facts that are there: those that are empty are left out. */
export const presentFacts = (facts: Facts): PackedMetadata =>
  Object.fromEntries(
    Object.entries(facts).filter(([, fact]) => (Array.isArray(fact) ? fact.length > 0 : fact)),
  );
