import { cellWidth } from '../unicode/width.ts';
import type { ArticleRows } from './article-rows.ts';
import { geometryOf } from './selectors.ts';
import type { State } from './state.ts';

/** The number of the link drawn at a cell of the screen; undefined where there is none. */
export function linkAtCell(state: State, page: ArticleRows, x: number, y: number): number | undefined {
  const { reader, margin } = geometryOf(state);
  const row = reader && page.row(state.reader.top + y - reader.y);
  if (row?.kind === 'related') return page.document.links.length + row.index;
  if (row?.kind !== 'text') return undefined;
  let left = reader!.x + margin;
  for (const span of row.line.spans) {
    const right = left + cellWidth(span.text);
    if (x >= left && x < right) return span.link;
    left = right;
  }
  return undefined;
}
