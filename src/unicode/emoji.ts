/** Emoji names between colons, one or several in a row, set apart from words and numbers. */
export const emojiNames = (): RegExp =>
  /(?<![\p{L}\d_:/\\])(?::(?:[a-z\d][a-z\d_+-]{0,40}|[+-]1):){1,20}(?![\p{L}\d_:/])/gu;
const NAME = /:([a-z\d_+-]+):/g;

let emoji: ReadonlyMap<string, string> | undefined;

/** Replaces the emoji names of GitHub between colons (`:tada:`) by their emoji. Unknown names stay as they are. */
export function decodeEmoji(text: string): string {
  if (!/:[a-z\d_+-]+:/.test(text)) return text;
  return text.replace(emojiNames(), (names) =>
    names.replace(NAME, (whole, name: string) => {
      emoji ??= loadEmoji();
      return emoji.get(name) ?? whole;
    }),
  );
}

/** `require`, because esbuild runs a module that is imported at every start: few texts need this one. */
const loadEmoji = (): ReadonlyMap<string, string> =>
  new Map([
    ...Array.from(OTHER_NAMES.matchAll(/(\S+) (\S+)/g), ([, name, sign]) => [name!, sign!] as const),
    ...Object.entries<string>(require('markdown-it-emoji/lib/data/full.mjs').default),
  ]);

/** Names that GitHub does not know but other programs do. */
const OTHER_NAMES = `billed_hat 🧢 blonde_man 👱 breastfeeding 🤱 brick 🧱 cold 🥶 grasshopper 🦗 hot 🥵
  hugging_face 🤗 labcoat 🥼 leafy_greens 🥬 love_you 🤟 man_elf 🧝‍♂️ man_fairy 🧚‍♂️ man_genie 🧞‍♂️
  man_in_lotus_position 🧘‍♂️ man_in_steamy_room 🧖‍♂️ man_superhero 🦸‍♂️ man_supervillain 🦹‍♂️ man_vampire 🧛‍♂️
  man_zombie 🧟‍♂️ monocle 🧐 palms_up 🤲 partying 🥳 pleading 🥺 shushing 🤫 sorceress 🧙‍♀️ steak 🥩
  symbols_over_mouth 🤬 toilet_paper 🧻 u5272 🈹 u5408 🈴 u55b6 🈺 u6307 🈯 u6708 🈷️ u6709 🈶 u7121 🈚 u7533 🈸
  u7981 🈲 u7a7a 🈳 vomiting 🤮 wizard 🧙‍♂️ woman_elf 🧝‍♀️ woman_fairy 🧚‍♀️ woman_genie 🧞‍♀️
  woman_in_lotus_position 🧘‍♀️ woman_in_steamy_room 🧖‍♀️ woman_superhero 🦸‍♀️ woman_supervillain 🦹‍♀️
  woman_vampire 🧛‍♀️ woman_zombie 🧟‍♀️ woozy 🥴 zany 🤪`;
