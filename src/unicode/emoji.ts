import { emojiNames } from './emoji-table.ts';

/** Names between colons, one after the other, apart from words and numbers. */
export const EMOJI_NAMES =
  /(?<![\p{L}\d_:/\\])(?::(?:[a-z\d][a-z\d_+-]{0,40}|[+-]1):){1,20}(?![\p{L}\d_:/])/u;
const RUNS = new RegExp(EMOJI_NAMES, 'gu');
const NAME = /:([a-z\d_+-]+):/g;

let emoji: Map<string, string> | undefined;

/** `text` with emoji for their names between colons (`:tada:`), as GitHub has it; what names none stays as it is. */
export function decodeEmoji(text: string): string {
  if (!/:[a-z\d_+-]+:/.test(text)) return text;
  return text.replace(RUNS, (run) =>
    run.replace(NAME, (whole, name: string) => {
      emoji ??= unpack();
      return emoji.get(name) ?? whole;
    }),
  );
}

function unpack(): Map<string, string> {
  return new Map(
    emojiNames()
      .split(';')
      .flatMap((entry) => {
        const names = entry.split(' ');
        const sign = names.pop()!;
        return names.map((name) => [name, sign] as const);
      }),
  );
}
