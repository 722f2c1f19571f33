/** What begins each kind of sequence, and how it goes on: parameters, and the bytes that end it. */
const KINDS: readonly { readonly begun: RegExp; readonly tail: RegExp; readonly more: RegExp }[] = [
  // Mouse reports.
  { begun: /^\x1b\[<[\d;]*$/, tail: /^[\d;]*[Mm]/, more: /^[\d;]+$/ },
  // Replies with private parameters: attributes, modes, kitty's keyboard flags.
  { begun: /^\x1b\[\?[\d;$]*$/, tail: /^[\d;$]*[cnuyR]/, more: /^[\d;$]+$/ },
  // Keys with parameters.
  { begun: /^\x1b\[[\d;:]+$/, tail: /^[\d;:]*[~uA-HPQRSZ]/, more: /^[\d;:]+$/ },
  { begun: /^\x1b\[$/, tail: /^(?:[<?]?\d[\d;:]*[A-Za-z~]|[A-HZ](?![^\x1b]))/, more: /^[<?]?\d[\d;:]*$/ },
  { begun: /^\x1bO$/, tail: /^[A-HM-S](?![^\x1b])/, more: /^$/ },
  // Control strings, such as the reply that names a color.
  { begun: /^\x1b[\]P_^X]/, tail: /^[^\x07\x1b\p{Cc}]*(?:\x07|\x1b\\)/u, more: /^\d[\d;:/a-fgrb?]*$/ },
  // A lone Escape was taken for the key.
  {
    begun: /^\x1b$/,
    tail: /^(?:\[[<?]?\d[\d;:]*[A-Za-z~]|\[[A-HZ](?![^\x1b])|O[A-HP-S](?![^\x1b])|\]\d+;[^\x07\x1b\p{Cc}]*(?:\x07|\x1b\\))/u,
    more: /^(?:\[[<?]?\d[\d;:]*|\]\d+;[^\x07\x1b\p{Cc}]*)$/u,
  },
];

/**
 * How much of a chunk belongs to a sequence whose beginning came so long before that it was given up: on a slow connection
 * a sequence arrives in pieces, whose rest would otherwise be read as keys.
 *
 * @param begun  the beginning that was given up; empty if none was
 * @returns the length of the rest of the sequence at the start of `chunk`, in UTF-16 units, 0 if there is none; and whether
 *   the sequence may go on in the next chunk
 */
export function lateTail(
  begun: string,
  chunk: string,
): { readonly length: number; readonly isUnfinished: boolean } {
  const kind = KINDS.find((each) => each.begun.test(begun));
  const tail = kind?.tail.exec(chunk)?.[0];
  if (tail !== undefined) return { length: tail.length, isUnfinished: false };
  const isUnfinished = chunk !== '' && kind?.more.test(chunk) === true;
  return { length: isUnfinished ? chunk.length : 0, isUnfinished };
}
