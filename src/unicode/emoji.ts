import { EMOJI } from './emoji-table.ts';

const NAME = /(?<![\p{L}\p{N}_:/\\]):([a-z\d_+-]{1,40}):(?![\p{L}\p{N}_:/])/gu;

let emoji: Map<string, string> | undefined;

/** `text` with emoji for their names between colons (`:tada:`), as GitHub has it; what names none stays as it is. */
export function decodeEmoji(text: string): string {
  if (!/:[a-z\d_+-]+:/.test(text)) return text;
  return text.replace(NAME, (whole, name: string) => {
    emoji ??= unpack();
    return emoji.get(name) ?? whole;
  });
}

function unpack(): Map<string, string> {
  return new Map(
    EMOJI.split(';').flatMap((entry) => {
      const names = entry.split(' ');
      const sign = names.pop()!;
      return names.map((name) => [name, sign] as const);
    }),
  );
}
