import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../src/state/settings.ts';
import { documentOf } from '../../support/document.ts';
import { Desk } from '../../support/reader.ts';

const desk = () => new Desk(100, 30).open({ a: documentOf([{ p: 'Some text.' }]) });

/** Settings of a file, in place of those before. */
const configure = (reading: Desk, settings: Partial<Settings>, more = {}): Desk =>
  reading.act({ type: 'configured', configured: { ...reading.state.configured, ...more, settings } });

describe('settings that change outside the reader', () => {
  it('count at once, and are not saved as if keys had changed them', () => {
    const reading = configure(desk(), { measure: 60, justify: true });
    expect(reading.state.settings).toMatchObject({ measure: 60, justify: true });
    expect(reading.screen.at(-1)).toContain('Settings reloaded');
    expect(reading.remembered.filter(({ kind }) => kind === 'settings')).toEqual([]);
  });

  it('leave what keys have changed since, unless they change it', () => {
    const reading = configure(desk(), { measure: 60 }).type('\r+');
    expect(reading.state.settings.measure).toBe(64);
    expect(configure(reading, { measure: 60, justify: true }).state.settings).toMatchObject({
      measure: 64,
      justify: true,
    });
    expect(configure(reading, { measure: 50 }).state.settings).toMatchObject({ measure: 50, justify: false });
  });

  it('change the language and the mouse', () => {
    const reading = configure(desk(), {}, { language: 'fr', mouse: false });
    expect(reading.state.mouse).toBe(false);
    expect(reading.screen.at(-1)).toContain('Réglages relus');
  });

  it('say nothing where nothing has changed', () => {
    const reading = configure(desk(), {});
    expect(reading.state.notice).toBeUndefined();
  });
});

describe('a setting that keys change', () => {
  it('is saved alone', () => {
    const reading = configure(desk(), { measure: 60 }).type('\ra');
    expect(reading.remembered.filter(({ kind }) => kind === 'settings')).toEqual([
      { kind: 'settings', settings: { justify: true } },
    ]);
  });

  it('is said to last until the end if a file sets it, too', () => {
    const reading = configure(desk(), { measure: 60 }).type('\r+');
    expect(reading.screen.at(-1)).toContain('Text width: 64 columns until you quit');
    expect(reading.type('a').screen.at(-1)).not.toContain('until you quit');
  });
});
