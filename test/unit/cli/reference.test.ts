import { expect, it } from 'vitest';
import { usageSection } from '../../../src/cli/help/command-sections.ts';
import { topicSections } from '../../../src/cli/help/help.ts';
import { optionEntry, takersText } from '../../../src/cli/help/option-entries.ts';
import { TOPIC_NAMES } from '../../../src/cli/help/topics.ts';
import { helpWords } from '../../../src/cli/help/words.ts';
import { OPTION_NAMES, OPTIONS } from '../../../src/cli/option-table.ts';
import { LANGUAGES, type Translated } from '../../../src/messages/locale.ts';
import { markdownOf } from '../../support/reference.ts';

const TITLES: Translated = { en: 'Reference', fr: 'Référence' };
const NOTES: Translated = {
  en: 'Made from the tables that the program uses: `npx vitest run --project unit test/unit/cli/reference.test.ts -u` writes it.',
  fr: 'Tirée des tables du programme\u00a0: `npx vitest run --project unit test/unit/cli/reference.test.ts -u` l’écrit.',
};

it.each(LANGUAGES)('docs/ has the reference in %s, as the tables are', async (language) => {
  const options = OPTION_NAMES.map((name) => {
    const { term, text } = optionEntry(name, language);
    return { term, text: takersText(OPTIONS[name], language) + text };
  });
  const topics = await Promise.all(TOPIC_NAMES.map((topic) => topicSections(topic, language)));
  const sections = [
    usageSection(language),
    { title: helpWords[language].options, entries: options },
    ...topics.flat(),
  ];
  const suffix = language === 'en' ? '' : `.${language}`;
  const text = `# ${TITLES[language]}\n\n${NOTES[language]}\n\n${markdownOf(sections)}`;
  await expect(text).toMatchFileSnapshot(`../../../docs/reference${suffix}.md`);
});
