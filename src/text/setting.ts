import type { TextRules } from './break.ts';
import type { Block, Document, Run } from './document.ts';
import type { LayoutOptions, Line } from './line.ts';
import type { Margin } from './margin.ts';

/** What the setting of every block depends on; made once for a document and its options. */
export interface Setting extends TextRules {
  readonly document: Document;
  readonly options: LayoutOptions;
  /** Sets blocks one below the other; `tight` leaves no empty lines between text and lists. */
  blocks(blocks: readonly Block[], margin: Margin, tight: boolean): Generator<Line>;
}

/**
 * `runs` with what `options.reference` puts after each link. Output that has such references cannot be clicked: back
 * links from notes are left out of it.
 */
export function withReferences(runs: readonly Run[], setting: Setting): readonly Run[] {
  const { reference } = setting.options;
  if (reference === undefined || !runs.some((run) => run.link !== undefined)) return runs;
  const referenced: Run[] = [];
  let text = '';
  for (const [index, run] of runs.entries()) {
    const link = run.link === undefined ? undefined : setting.document.links[run.link];
    if (link?.kind === 'backlink') continue;
    referenced.push(run);
    if (link === undefined) continue;
    text += run.text;
    if (runs[index + 1]?.link === run.link) continue;
    const mark = reference(link, text);
    text = '';
    if (mark !== undefined) referenced.push({ text: mark, style: { role: 'note' }, at: -1 });
  }
  return referenced;
}
