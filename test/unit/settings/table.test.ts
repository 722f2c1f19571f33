import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/messages/locale.ts';
import {
  PROJECT_SETTINGS,
  SECTION_NAMES,
  SECTIONS,
  SETTING_NAMES,
  SETTINGS,
} from '../../../src/settings/table.ts';

describe('the table of settings', () => {
  it('gives each setting an environment variable of its own', () => {
    const variables = SETTING_NAMES.map((name) => SETTINGS[name].env);
    expect(new Set(variables).size).toBe(SETTING_NAMES.length);
    expect(variables.every((name) => /^KIOSQUE_[A-Z_]+$/.test(name))).toBe(true);
  });

  it('explains every choice in every language', () => {
    for (const name of SETTING_NAMES) {
      const setting = SETTINGS[name];
      if (setting.type !== 'choice') continue;
      expect(Object.keys(setting.glosses).sort()).toEqual([...setting.choices].sort());
      for (const language of LANGUAGES)
        for (const choice of setting.choices) expect(setting.glosses[choice]![language]).not.toBe('');
    }
  });

  it('has defaults that it allows itself', () => {
    for (const name of SETTING_NAMES) {
      const setting = SETTINGS[name];
      if (setting.type === 'number') {
        expect(setting.default).toBeGreaterThanOrEqual(setting.min);
        expect(setting.default).toBeLessThanOrEqual(setting.max);
      }
      if (setting.type === 'choice' && setting.default !== undefined)
        expect(setting.choices).toContain(setting.default);
    }
  });

  it('lets a project set no program, no library and no keys', () => {
    expect(PROJECT_SETTINGS).toEqual(['theme', 'measure', 'justification', 'hyphenation', 'typography']);
  });

  it('begins the example of each section with its table', () => {
    for (const name of SECTION_NAMES)
      for (const language of LANGUAGES)
        expect(SECTIONS[name].example[language][0]).toMatch(new RegExp(`^\\[${name}[.\\]]`));
  });
});
