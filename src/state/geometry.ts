import { MEASURE } from './settings.ts';
import type { Focus, Overlay, Size } from './state.ts';

/** Cells from 0, the size in cells. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Geometry {
  /** `none`: too small for anything but a line that asks for room. */
  readonly shape: 'wide' | 'narrow' | 'none';
  /** The pane of the list, or of the menu that takes its place. */
  readonly list: Rect | undefined;
  /** Its parts: the search box, with the line under it where there is room, and the articles. */
  readonly listHeader: Rect | undefined;
  readonly listBody: Rect | undefined;
  /** Rows an article takes in the list. */
  readonly itemHeight: number;
  /** The column between the panes. */
  readonly rule: Rect | undefined;
  readonly reader: Rect | undefined;
  /** Width of the text in the reader, and the blank cells left of it in the pane. */
  readonly measure: number;
  readonly margin: number;
  readonly status: Rect;
}

export interface GeometryFacts {
  readonly size: Size;
  readonly focus: Focus;
  readonly overlay: Overlay['kind'] | undefined;
  /** The reader alone, without the list beside it. */
  readonly zoomed: boolean;
  /** The measure that is wanted, cells. */
  readonly measure: number;
}

/** From this width on, list and reader stand side by side. */
const WIDE_COLUMNS = 100;
/** The least screen anything can be shown on. */
export const MIN_SIZE: Size = { columns: 20, rows: 5 };
const LIST_LEAST = 30;
const LIST_MOST = 48;
/** A pane this narrow gives the text every cell but the outermost. */
const TIGHT_COLUMNS = 60;

/** Where everything stands on a screen of this size. The one place that knows. */
export function geometry({ size, focus, overlay, zoomed, measure: wanted }: GeometryFacts): Geometry {
  const { columns, rows } = size;
  const status = { x: 0, y: Math.max(0, rows - 1), width: columns, height: Math.min(1, rows) };
  const height = rows - 1;
  if (columns < MIN_SIZE.columns || rows < MIN_SIZE.rows) {
    return {
      shape: 'none',
      list: undefined,
      listHeader: undefined,
      listBody: undefined,
      itemHeight: 1,
      rule: undefined,
      reader: undefined,
      measure: Math.max(1, columns),
      margin: 0,
      status,
    };
  }
  const headerRows = height >= 8 ? 2 : 1;
  const itemHeight = height - headerRows >= 6 ? 2 : 1;
  const whole = { x: 0, y: 0, width: columns, height };
  const wide = columns >= WIDE_COLUMNS;
  const beside = wide && !(zoomed && focus === 'reader' && overlay !== 'search');
  const pane = (list: Rect | undefined, reader: Rect | undefined): Geometry => ({
    shape: wide ? 'wide' : 'narrow',
    list,
    listHeader: list && { ...list, height: headerRows },
    listBody: list && { ...list, y: headerRows, height: height - headerRows },
    itemHeight,
    rule: list && reader && { ...whole, x: list.width, width: 1 },
    reader,
    ...textColumn(reader?.width ?? columns, wanted),
    status,
  });
  if (overlay === 'help') return pane(undefined, whole);
  if (beside) {
    const listWidth = Math.max(LIST_LEAST, Math.min(LIST_MOST, columns - wanted - 5));
    return pane(
      { ...whole, width: listWidth },
      { ...whole, x: listWidth + 1, width: columns - listWidth - 1 },
    );
  }
  const listShown =
    overlay === 'search' || overlay === 'tags' || overlay === 'contents' || (focus === 'list' && !overlay);
  return listShown ? pane(whole, undefined) : pane(undefined, whole);
}

function textColumn(width: number, wanted: number): { measure: number; margin: number } {
  const least = width >= TIGHT_COLUMNS ? 2 : 1;
  const measure = Math.max(1, Math.min(wanted, MEASURE.max, width - 2 * least));
  return { measure, margin: Math.floor((width - measure) / 2) };
}
