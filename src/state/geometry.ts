import type { Beside } from '../text/line.ts';
import { MEASURE } from './settings.ts';
import type { Focus, Overlay, Size } from './state.ts';

/** Position and size in cells; positions count from 0. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Geometry {
  /** `none`: there is only room to ask for a larger screen. */
  readonly shape: 'wide' | 'narrow' | 'none';
  /** The list pane, or the menu in its place. */
  readonly list: Rect | undefined;
  /** The parts of the list pane: the search box, with a line below it on taller screens, and the articles. */
  readonly listHeader: Rect | undefined;
  readonly listBody: Rect | undefined;
  /** Rows per article in the list. */
  readonly itemHeight: number;
  /** The line between the panes. */
  readonly rule: Rect | undefined;
  readonly reader: Rect | undefined;
  /** Width of the text in the reader pane, and the blank cells on its left. */
  readonly measure: number;
  readonly margin: number;
  /** Cells on both sides of the measure that tables and code may take. */
  readonly beside: Beside;
  readonly status: Rect;
}

/** Width from which the list and the reader are side by side. */
const WIDE_COLUMNS = 100;
/** The smallest usable screen. */
export const MIN_SIZE: Size = { columns: 20, rows: 5 };
const LIST_MIN = 30;
const LIST_MAX = 48;
/** Width from which the menu of themes leaves room for a text in them. */
const PREVIEW_COLUMNS = 60;
/** In a pane narrower than this, the text takes all cells but the first and the last. */
const TIGHT_COLUMNS = 60;

/**
 * The position and size of everything on the screen; nothing else computes them.
 *
 * @param zoomed  hides the list while the reader has the focus
 * @param measure  the preferred width of the text, in cells
 */
export function geometry(
  size: Size,
  focus: Focus,
  overlay: Overlay['kind'] | undefined,
  zoomed: boolean,
  measure: number,
): Geometry {
  const { columns, rows } = size;
  const status = { x: 0, y: Math.max(0, rows - 1), width: columns, height: Math.min(1, rows) };
  const height = rows - 1;
  const headerRows = height >= 8 ? 2 : 1;
  const itemHeight = height - headerRows >= 6 ? 2 : 1;
  const whole = { x: 0, y: 0, width: columns, height };
  const wide = columns >= WIDE_COLUMNS;
  const withPanes = (list: Rect | undefined, reader: Rect | undefined): Geometry => ({
    shape: wide ? 'wide' : 'narrow',
    list,
    listHeader: list && { ...list, height: headerRows },
    listBody: list && { ...list, y: headerRows, height: height - headerRows },
    itemHeight,
    rule: list && reader && { ...whole, x: list.width, width: 1 },
    reader,
    ...textColumn(reader?.width ?? columns, measure),
    status,
  });
  if (columns < MIN_SIZE.columns || rows < MIN_SIZE.rows) {
    return { ...withPanes(undefined, undefined), shape: 'none', measure: Math.max(1, columns), margin: 0 };
  }
  if (overlay === 'help' || overlay === 'leftOut') return withPanes(undefined, whole);
  if (
    wide &&
    !(zoomed && focus === 'reader' && overlay !== 'search' && overlay !== 'contents' && overlay !== 'themes')
  ) {
    const listWidth = Math.max(LIST_MIN, Math.min(LIST_MAX, columns - measure - 5));
    return withPanes(
      { ...whole, width: listWidth },
      { ...whole, x: listWidth + 1, width: columns - listWidth - 1 },
    );
  }
  if (overlay === 'themes' && columns >= PREVIEW_COLUMNS) {
    const reader = { ...whole, x: LIST_MIN + 1, width: columns - LIST_MIN - 1 };
    return withPanes({ ...whole, width: LIST_MIN }, reader);
  }
  const showsList =
    overlay === 'themes' ||
    overlay === 'search' ||
    overlay === 'filters' ||
    overlay === 'contents' ||
    (focus === 'list' && !overlay);
  return showsList ? withPanes(whole, undefined) : withPanes(undefined, whole);
}

function textColumn(width: number, preferred: number): Pick<Geometry, 'measure' | 'margin' | 'beside'> {
  const minMargin = width >= TIGHT_COLUMNS ? 2 : 1;
  const measure = Math.max(1, Math.min(preferred, MEASURE.max, width - 2 * minMargin));
  const margin = Math.floor((width - measure) / 2);
  const beside = {
    left: Math.max(0, margin - minMargin),
    right: Math.max(0, width - margin - measure - minMargin),
  };
  return { measure, margin, beside };
}
