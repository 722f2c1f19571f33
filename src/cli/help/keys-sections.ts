import { keyLabel } from '../../messages/key-labels.ts';
import type { Language, Translated } from '../../messages/locale.ts';
import { readerMessages } from '../../messages/reader.ts';
import { type Keymap, OWN_KEYS } from '../../settings/keymap.ts';
import type { CommandSpec } from '../../state/command-spec.ts';
import { type Command, commandTable } from '../../state/command-table.ts';
import { boundCommand, keysOf, placeOf } from '../../state/help-rows.ts';
import type { Entry, Section } from './content.ts';

const WORDS: Translated<{ readonly about: string; readonly counts: string }> = {
  en: {
    about:
      'The name in brackets is what the table [keys] of config.toml calls the command. In the reader, ? shows the keys.',
    counts: 'A number before a key repeats it: 5j.',
  },
  fr: {
    about:
      'Entre crochets, le nom de la commande dans la table [keys] de config.toml. Dans le lecteur, ? affiche les touches.',
    counts: 'Un nombre avant une touche la répète\u00a0: 5j.',
  },
};

/** The keys of the reader by section, with the names of their commands; those of `keymap` in place of the commands' own. */
export function keysSections(language: Language, keymap: Keymap = OWN_KEYS): readonly Section[] {
  const titles = Object.entries(readerMessages[language].sections) as [keyof typeof commandTable, string][];
  const { about, counts } = WORDS[language];
  return [
    ...titles.map(([section, title]) => ({
      title,
      entries: (Object.keys(commandTable[section]) as Command[]).map((name) =>
        keysEntry(name, boundCommand(name, { keymap }), language),
      ),
    })),
    { paragraphs: [counts, about] },
  ];
}

function keysEntry(name: string, command: CommandSpec, language: Language): Entry {
  const where = placeOf(command.keys, language);
  return {
    term: keysOf(command)
      .map((key) => keyLabel(key, language, true))
      .join('  '),
    text: `${command.help[language]}${where === '' ? '' : ` (${where})`} [${name}]`,
  };
}
