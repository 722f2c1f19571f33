import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { notesFolder } from '../../../src/annotations/folder.ts';
import { serialize } from '../../../src/annotations/format.ts';
import { quoteId } from '../../../src/annotations/text-quote.ts';
import { notes } from '../../../src/commands/notes.ts';
import { temporaryFolder } from '../../support/home.ts';
import { forbiddenIn } from '../support/guard.ts';
import { sampleOf, Tally } from '../support/tries.ts';
import { type OutputForm, print } from './outputs.ts';
import { VECTORS } from './vectors.ts';

/** Share of the vectors in a sample. */
const SHARE = 0.1;

/** Notes whose every text holds a vector, as a file from elsewhere may have them. */
function annotated(vector: string, name: string): string {
  const word = `needle ${vector} thread`;
  const quote = { exact: word, prefix: vector, suffix: vector, at: 0 };
  return serialize({
    article: {
      key: `/nonexistent/${name}${vector}.md`,
      title: word,
      source: `https://example.org/${vector}`,
    },
    annotations: [
      {
        id: quoteId(quote) + vector,
        quote,
        color: 'yellow',
        section: word,
        note: word,
        created: 0,
        changed: 0,
      },
    ],
  });
}

const FORMATS = ['markdown', 'json'] as const;

/** Prints or takes in the notes of a data folder. */
const noting = (data: string, options: Partial<Parameters<typeof notes>[1]>): OutputForm => ({
  name: 'notes',
  kind: 'terminal',
  run: (environment) =>
    notes(
      { ...environment, storage: { state: undefined, data, cache: undefined, readOnly: false } },
      { input: undefined, paths: [], words: [], format: 'markdown', import: undefined, ...options },
    ),
});

describe('no vector acts in the output of notes', () => {
  it('from a file of notes', async () => {
    const tally = new Tally('injection, notes');
    onTestFinished(() => tally.report());
    for (const { text, isBytes } of sampleOf(VECTORS, SHARE)) {
      if (isBytes) continue;
      const data = temporaryFolder();
      mkdirSync(notesFolder(data), { recursive: true });
      writeFileSync(join(notesFolder(data), 'a.json'), annotated(text, 'a'));
      for (const format of FORMATS) {
        const { stdout, stderr } = await print(noting(data, { format }), '');
        // Tabs only move the cursor.
        const unread = stdout.includes('needle') ? undefined : `has no note: ${stderr}`;
        tally.try(
          `${format}, ${JSON.stringify(text)}`,
          forbiddenIn((stdout + stderr).replaceAll('\t', ' ')) ?? unread,
        );
      }
    }
    expect(tally.failures).toEqual([]);
  });

  it('from a file that is imported, in its text and its name', async () => {
    const tally = new Tally('injection, imported notes');
    onTestFinished(() => tally.report());
    for (const { text, isBytes } of sampleOf(VECTORS, SHARE)) {
      if (isBytes) continue;
      const data = temporaryFolder();
      const path = join(data, 'given.json');
      writeFileSync(path, annotated(text, 'a'));
      for (const given of [path, `${path}${text.replaceAll('\0', '')}`]) {
        const { stdout, stderr } = await print(noting(data, { import: given }), '');
        const crash = /unexpected/.exec(stderr) ? stderr : undefined;
        tally.try(
          `${given === path ? 'text' : 'name'}, ${JSON.stringify(text)}`,
          forbiddenIn(stdout + stderr) ?? crash,
        );
      }
    }
    expect(tally.failures).toEqual([]);
  });
});
