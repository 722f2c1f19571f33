import type { Block, Document, Run } from '../document/document.ts';
import type { LayoutOptions, Line, TextRules } from './line.ts';
import type { LinePrefix } from './line-prefix.ts';

/** The settings for all blocks of a document. */
export interface Setting extends TextRules {
  readonly document: Document;
  readonly options: LayoutOptions;
  /** Sets blocks below each other: see `setBlocks`. */
  blocks(blocks: readonly Block[], prefix: LinePrefix, tight: boolean): Generator<Line>;
}

/** `runs` with what the options add: references after links, tildes around deleted text. */
export const withSigns = (runs: readonly Run[], setting: Setting): readonly Run[] =>
  withTildes(withReferences(runs, setting), setting);

/** Adds references after links. Back links of notes are left out, since such output cannot be clicked. */
function withReferences(runs: readonly Run[], setting: Setting): readonly Run[] {
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
    // `![1]` would read as a picture.
    const gap = text.endsWith('!') ? '\u00a0' : '';
    text = '';
    if (mark !== undefined) referenced.push({ text: gap + mark, style: { role: 'note' }, at: -1 });
  }
  return referenced;
}

const TILDES: Run = { text: '~~', style: {}, at: -1 };

function withTildes(runs: readonly Run[], { options }: Setting): readonly Run[] {
  if (!options.plain || !runs.some(({ style }) => style.strike)) return runs;
  return runs.flatMap((run, index) => {
    if (!run.style.strike) return [run];
    const first = !runs[index - 1]?.style.strike;
    const last = !runs[index + 1]?.style.strike;
    return [...(first ? [TILDES] : []), run, ...(last ? [TILDES] : [])];
  });
}
