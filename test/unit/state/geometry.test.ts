import { describe, expect, it } from 'vitest';
import { geometry, type Rect } from '../../../src/state/geometry.ts';
import type { Focus, Overlay } from '../../../src/state/state.ts';

interface GeometryFacts {
  readonly focus: Focus;
  readonly overlay: Overlay['kind'] | undefined;
  readonly zoomed: boolean;
  readonly measure: number;
}

function at(columns: number, rows: number, facts: Partial<GeometryFacts> = {}) {
  const { focus = 'list', overlay, zoomed = false, measure = 72 } = facts;
  return geometry({ columns, rows }, focus, overlay, zoomed, measure);
}

describe('geometry', () => {
  it('shows the list and the reader side by side from 100 columns', () => {
    expect(at(120, 40)).toMatchObject({
      list: { x: 0, y: 0, width: 43, height: 39 },
      rule: { x: 43, y: 0, width: 1, height: 39 },
      reader: { x: 44, y: 0, width: 76, height: 39 },
      measure: 72,
      margin: 2,
      status: { y: 39, width: 120 },
    });
    expect(at(100, 30)).toMatchObject({ list: { width: 30 }, reader: { width: 69 }, measure: 65 });
    expect(at(99, 30).reader).toBeUndefined();
  });

  it('shows one pane at a time on narrower screens', () => {
    expect(at(80, 24)).toMatchObject({ list: { width: 80, height: 23 }, reader: undefined });
    expect(at(80, 24, { focus: 'reader' })).toMatchObject({ list: undefined, measure: 72, margin: 4 });
    expect(at(80, 24, { focus: 'reader', overlay: 'contents' }).list).toBeDefined();
    expect(at(80, 24, { focus: 'reader', overlay: 'find' }).reader).toBeDefined();
    expect(at(40, 12, { focus: 'reader' })).toMatchObject({ measure: 38, margin: 1 });
  });

  it('gives the reader the whole screen when it is zoomed', () => {
    expect(at(120, 40, { focus: 'reader', zoomed: true })).toMatchObject({
      list: undefined,
      reader: { width: 120 },
      measure: 72,
      margin: 24,
    });
  });

  it('has no panes below 20×5', () => {
    expect(at(19, 40).shape).toBe('none');
    expect(at(80, 4).shape).toBe('none');
    expect(at(20, 5).shape).toBe('narrow');
  });

  it('keeps panes within the screen and apart at every size', () => {
    const inside = (rect: Rect, columns: number, rows: number) =>
      rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= columns && rect.y + rect.height <= rows;
    const overlays = [undefined, 'search', 'find', 'contents', 'filters', 'help'] as const;
    const sound = (columns: number, rows: number, facts: Partial<GeometryFacts>): boolean => {
      const { shape, list, reader, rule, status, measure, margin } = at(columns, rows, {
        measure: 80,
        ...facts,
      });
      if (!inside(status, columns, rows)) return false;
      if (shape === 'none') return list === undefined && reader === undefined;
      if (list && !(inside(list, columns, rows) && list.height === rows - 1)) return false;
      if (reader && !(inside(reader, columns, rows) && reader.height === rows - 1)) return false;
      if (reader && (margin + measure > reader.width || measure > 80)) return false;
      if (list && reader) {
        return rule?.x === list.width && reader.x === rule.x + 1 && reader.x + reader.width === columns;
      }
      return list !== undefined || reader !== undefined;
    };
    for (let columns = 1; columns <= 200; columns++) {
      for (const rows of [1, 2, 4, 5, 6, 8, 9, 24, 60]) {
        for (const overlay of overlays) {
          for (const focus of ['list', 'reader'] as const) {
            for (const zoomed of [false, true]) {
              if (!sound(columns, rows, { overlay, focus, zoomed })) {
                expect.fail(`${columns}×${rows} ${overlay} ${focus}`);
              }
            }
          }
        }
      }
    }
  });
});
