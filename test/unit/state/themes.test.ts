import { describe, expect, it } from 'vitest';
import { lookOf, shownTheme } from '../../../src/state/themes.ts';
import { lookOf as makeLook } from '../../../src/style/look.ts';
import { documentOf } from '../../support/document.ts';
import { Desk } from '../../support/reader.ts';

const desk = (columns = 120, rows = 30, language: 'fr' | 'en' = 'en') =>
  new Desk(columns, rows, language).open({
    a: documentOf([{ p: 'Some text.' }]),
    b: documentOf([{ p: 'More text.' }]),
  });

describe('the menu of themes', () => {
  it('draws the screen in the selected theme, and saves the one that is chosen', () => {
    const reading = desk().type('T');
    expect(reading.screen[0]).toContain(' Theme');
    reading.type('jjjj');
    expect(lookOf(reading.state).name).toBe('night');
    expect(reading.state.settings.theme).toBe('auto');
    expect(reading.remembered.filter(({ kind }) => kind === 'settings')).toEqual([]);
    reading.type('\r');
    expect(reading.state.overlay).toBeUndefined();
    expect(reading.state.settings.theme).toBe('night');
    expect(reading.screen.at(-1)).toContain('Theme: night');
    expect(reading.remembered.some(({ kind }) => kind === 'settings')).toBe(true);
  });

  it('opens at the theme that is set, and gives it back when it is closed', () => {
    const reading = desk().type('TG\r');
    expect(reading.state.settings.theme).toBe('daylight');
    reading.type('Tk');
    expect(shownTheme(reading.state)).toBe('paper');
    reading.type('\x1b');
    expect(lookOf(reading.state).name).toBe('daylight');
  });

  it('has the list, the text or both beside it where there is room', () => {
    const reading = desk(80, 24).type('T');
    expect(reading.screen[3]).toMatch(/^ {3}terminal palette .*│/);
    expect(reading.screen.join('\n')).toContain('Some text.');
    reading.resize(40, 12);
    expect(reading.screen.join('\n')).not.toContain('Some text.');
    expect(reading.screen.join('\n')).toContain('automatic');
  });

  it('is in French, too', () => {
    expect(desk(120, 30, 'fr').type('T').screen.join('\n')).toContain('palette du terminal');
  });

  it('has the user’s own themes last', () => {
    const reading = desk();
    reading.state = {
      ...reading.state,
      configured: {
        ...reading.state.configured,
        ownLooks: [makeLook('mine', 'dark', ['#ffffff', '#000000'], { title: '#ff0000' })],
      },
    };
    reading.type('TG');
    expect(reading.screen.join('\n')).toMatch(/▌ {2}mine/);
    expect(lookOf(reading.state).palette.title.fg).toEqual(['#ff0000', 11]);
  });
});

describe('a theme that there is no more', () => {
  it('is drawn as the automatic one', () => {
    const reading = desk();
    reading.state = { ...reading.state, settings: { ...reading.state.settings, theme: 'gone' } };
    expect(lookOf(reading.state).name).toBe('neutral');
    reading.act({ type: 'background', theme: 'dark' });
    expect(lookOf(reading.state).name).toBe('dark');
    expect(reading.type('T').state.overlay).toMatchObject({ row: 0 });
  });
});
