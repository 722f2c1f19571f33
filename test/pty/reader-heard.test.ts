import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { openTerminal, type Terminal } from '../support/terminal.ts';

const MONTHS = 'January February March April May June July August September October November December';

const GARDEN = `---
title: A year in the garden
author: Ada Orchard
date: 2024-05-03
---

A garden is slow work.

## Spring

Sow the peas early, and the beans when the nights are warm.

> Who sows in May reaps in August.

- dig the beds
- mend the fence

Ask the neighbors.[^1] Then look for [the tools](tools.md).

## Summer

Water in the evening.

\`\`\`
beans = 12
\`\`\`

${MONTHS.split(' ')
  .map((month) => `In ${month}, weed.`)
  .join('\n\n')}

${MONTHS.split(' ')
  .map((month) => `In ${month}, rest.`)
  .join('\n\n')}

[^1]: They have been here longer.
`;
const TOOLS = '---\ntitle: Tools\ndate: 2023-05-03\n---\n\nA spade and a rake.\n';

function garden(): string {
  const path = temporaryFolder();
  writeFileSync(join(path, 'garden.md'), GARDEN);
  writeFileSync(join(path, 'tools.md'), TOOLS);
  return path;
}

/** The linear mode in a small terminal. Every line it writes must be one that the test expects, in order. */
class Listener {
  readonly terminal: Terminal;
  #heard = 0;

  constructor(folder: string, home: string, env: Readonly<Record<string, string>> = {}) {
    this.terminal = openTerminal({
      args: [folder, '--accessible'],
      home,
      rows: 12,
      env: { TERM: 'dumb', ...env },
    });
  }

  /** Waits until exactly these lines have been written since the last call. */
  async hears(...lines: readonly string[]): Promise<void> {
    const wanted = lines.join('\n');
    const said = (): string => this.#lines().slice(this.#heard).join('\n');
    await this.terminal.waitFor(() => said().length >= wanted.length).catch(() => undefined);
    expect(said()).toBe(wanted);
    this.#heard += lines.length;
  }

  async types(keys: string, ...lines: readonly string[]): Promise<void> {
    this.terminal.type(keys);
    await this.hears(...lines);
  }

  #lines(): string[] {
    const plain = this.terminal.output.replace(/[\u00a0\u202f]/g, ' ').replace(/\r+\n/g, '\n');
    // A slow machine has the time to say that it is loading.
    return plain.split('\n').filter((line) => line !== '' && !/^(?:Loading|Chargement)/.test(line));
  }
}

const START = 'Kiosque: / search, Enter read, ? help, t filter, s sort, q quit, * star';

describe('an article heard from the search to the next day', () => {
  it('is said line by line, once each, with what it is made of', async () => {
    const [folder, home] = [garden(), temporaryFolder()];
    const first = new Listener(folder, home);
    await first.hears(START, '1 of 2: A year in the garden. Ada Orchard, 3 May 2024, 1 min');
    await first.types('/', 'Search:');
    await first.types(
      'beans',
      'Search: beans',
      '1 result',
      '… Spring · Sow the peas early, and the beans when the nights are warm. · Who …',
      '1 of 1: A year in the garden. Ada Orchard, 3 May 2024, 1 min',
    );
    await first.types(
      '\r',
      'A year in the garden',
      'Ada Orchard · 3 May 2024 · 1 min',
      '1 of 2: Sow the peas early, and the beans when the nights are warm.',
      'Quotation',
      'Who sows in May reaps in August.',
    );
    await first.types(
      ' ',
      'End of quotation',
      'List of 2 items',
      'Item: dig the beds',
      'Item: mend the fence',
      'End of list',
      'Ask the neighbors.¹ Then look for the tools.',
      'Heading 2: Summer',
      'Water in the evening.',
    );
    const summer = ['Heading 2: Summer', 'Water in the evening.', 'Code', 'beans = 12'];
    await first.types('}', ...summer, 'End of code', 'In January, weed.', 'In February, weed.');
    await first.types('}', 'No more headings');
    await first.types(
      '{',
      'Heading 2: Spring',
      'Sow the peas early, and the beans when the nights are warm.',
      'Quotation',
      'Who sows in May reaps in August.',
      'End of quotation',
      'List of 2 items',
      'Item: dig the beds',
      'Item: mend the fence',
      'End of list',
      'Ask the neighbors.¹ Then look for the tools.',
    );
    await first.types('\t', ...summer, 'Footnote: 1');
    await first.types('\t', 'Link: the tools');
    await first.types('\r', 'Tools', '3 May 2023 · 1 min', 'A spade and a rake.', '100%');
    const fromBeds = [
      'List of 2 items',
      'Item: mend the fence',
      'End of list',
      'Ask the neighbors.¹ Then look for the tools.',
      ...summer,
    ];
    await first.types(
      '\x7f',
      'A year in the garden',
      'Ada Orchard · 3 May 2024 · 1 min',
      ...fromBeds,
      'Link: the tools',
    );
    await first.types('\x1b[Z', 'Footnote: 1');
    await first.types('\r', 'Footnotes', '1. They have been here longer.', '100%');
    await first.types('\x7f', ...fromBeds, 'Footnote: 1');
    await first.types('j', 'End of code', 'In January, weed.');
    await first.types('j', 'blank');
    await first.types('v', 'Selection', 'Ask');
    await first.types('i', 'Note:');
    await first.types('Weeds', 'Note: Weeds');
    await first.types('\r', 'Note saved');
    await first.types('i', 'Note: Weeds');
    await first.types('\x07', 'Note not saved');
    await first.types('v', 'Selection', 'Ask');
    await first.types('\r', 'Highlighted');
    await first.types('x', 'Highlight removed; x brings it back');
    await first.types('x', 'Highlight restored');
    await first.types('*', 'Starred');
    await first.types(
      'q',
      '… Spring · Sow the peas early, and the beans when the nights are warm. · Who …',
      '1 of 1: A year in the garden. Ada Orchard, 3 May 2024, 1 min, starred, 22%',
    );
    await first.types('\x1b', '1 of 2: A year in the garden. Ada Orchard, 3 May 2024, 1 min, starred, 22%');
    await first.types('q');
    expect((await first.terminal.exited).code).toBe(0);

    const next = new Listener(folder, home);
    await next.hears(
      START,
      '1 of 2: A year in the garden. Ada Orchard, 3 May 2024, 1 min, starred, 22%',
      'Resumed at 22%: A year in the garden',
    );
    await next.types(
      '\r',
      'A year in the garden',
      'Ada Orchard · 3 May 2024 · 1 min',
      'Ask the neighbors.¹ Then look for the tools.',
      ...summer,
      'End of code',
      'In January, weed.',
    );
  });

  it('is said in French', async () => {
    const folder = temporaryFolder();
    const months = Array.from({ length: 60 }, (_, i) => `Semaine ${i + 1}.`).join('\n\n');
    const text = `Un jardin est lent.[^1]\n\n## Printemps\n\n> Qui sème récolte.\n\n- bêcher\n- semer\n\n${months}\n\n[^1]: Dit-on.\n`;
    writeFileSync(join(folder, 'jardin.md'), `---\ntitle: Un an au jardin\ndate: 2024-05-01\n---\n\n${text}`);
    writeFileSync(join(folder, 'outils.md'), '---\ntitle: Les outils\ndate: 2023-05-03\n---\n\nUne bêche.\n');
    const reading = new Listener(folder, temporaryFolder(), { LANG: 'fr_FR.UTF-8' });
    const list = ['Liste de 2 éléments', 'Élément : bêcher', 'Élément : semer'];
    await reading.hears(
      'Kiosque : / chercher, Entrée lire, ? aide, t filtrer, s trier, q quitter, *',
      'étoile',
      '1 sur 2 : Un an au jardin. 1er mai 2024, 1 min',
    );
    await reading.types(
      '\r',
      'Un an au jardin',
      '1er mai 2024 · 1 min',
      'Un jardin est lent.¹',
      'Titre 2 : Printemps',
      'Citation',
      'Qui sème récolte.',
      'Fin de la citation',
      ...list,
    );
    await reading.types(
      '}',
      'Titre 2 : Printemps',
      'Citation',
      'Qui sème récolte.',
      'Fin de la citation',
      ...list,
      'Fin de la liste',
      'Semaine 1.',
      'Semaine 2.',
    );
    await reading.types('/', 'Rechercher :');
    await reading.types('récolte', 'Rechercher : récolte', '1 sur 1 : Qui sème récolte.');
    await reading.types('\r', 'Fin de la citation', ...list, 'Fin de la liste', 'Semaine 1.', 'Semaine 2.');
    await reading.types(' ', 'Semaine 3.', 'Semaine 4.', 'Semaine 5.', 'Semaine 6.', 'Semaine 7.');
    await reading.types('*', 'Étoile ajoutée');
    await reading.types('q', '1 sur 2 : Un an au jardin. 1er mai 2024, 1 min, avec étoile, 11 %');
    await reading.types('q');
    expect((await reading.terminal.exited).code).toBe(0);
  });
});
