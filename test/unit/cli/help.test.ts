import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES, COMMANDS } from '../../../src/cli/command-table.ts';
import { helpText } from '../../../src/cli/help.ts';
import { OPTION_NAMES, OPTIONS } from '../../../src/cli/option-table.ts';
import { LANGUAGES } from '../../../src/messages/locale.ts';

describe.each(LANGUAGES)('help in %s', (language) => {
  const text = helpText(language);

  it('has every command, example, option and choice', () => {
    for (const name of COMMAND_NAMES) {
      expect(text).toContain(`  ${COMMANDS[name].synopsis[language]}`);
      for (const example of COMMANDS[name].examples[language]) expect(text).toContain(`  ${example}\n`);
    }
    for (const name of OPTION_NAMES) {
      const option = OPTIONS[name];
      if (option.pagerForm) expect(text).toContain(`\n  ${option.pagerForm.shown} `);
      else
        expect(text).toMatch(
          new RegExp(`^  (-${option.short ?? '$'}, |    )--(no-|\\[no-\\])?${name}\\b`, 'm'),
        );
      if (option.type === 'choice') for (const choice of option.choices) expect(text).toContain(choice);
    }
  });

  it('matches its golden file', async () => {
    const visible = text.replaceAll('\u00a0', '~').replaceAll('\u202f', '^');
    await expect(visible).toMatchFileSnapshot(`goldens/help-${language}.txt`);
  });

  it('fits 80 columns without trailing spaces', () => {
    for (const line of text.split('\n')) expect(line.length).toBeLessThan(80);
    expect(text).not.toMatch(/ $/m);
  });
});

it('uses only listed choices as defaults, negatives and glosses', () => {
  for (const name of OPTION_NAMES) {
    const option = OPTIONS[name];
    if (option.type !== 'choice') continue;
    for (const choice of [option.default, option.negative, ...Object.keys(option.glosses ?? {})])
      if (choice !== undefined) expect(option.choices).toContain(choice);
  }
});
