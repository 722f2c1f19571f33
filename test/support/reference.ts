import type { Section } from '../../src/cli/help/content.ts';

/** Sections of the help as Markdown: entries are tables, lines are blocks of code. */
export const markdownOf = (sections: readonly Section[]): string =>
  `${sections.map(partOf).filter(Boolean).join('\n\n')}\n`;

function partOf({ title, paragraphs = [], entries = [], lines = [] }: Section): string {
  const rows = entries.map(({ term, text, examples = [] }) => {
    const more = examples.length > 0 ? `<br>${examples.map(codeSpan).join('<br>')}` : '';
    return `| ${codeSpan(term.trim())} | ${cell(text)}${more} |`;
  });
  const parts = [
    ...(title === undefined ? [] : [`## ${title}`]),
    ...paragraphs.map((text) => text.replace(/[<[\]]/g, '\\$&')),
    ...(rows.length > 0 ? [['|     |     |', '| --- | --- |', ...rows].join('\n')] : []),
    ...(lines.length > 0 ? [['```', ...lines, '```'].join('\n')] : []),
  ];
  return parts.length > (title === undefined ? 0 : 1) ? parts.join('\n\n') : '';
}

/** Text in a cell of a table. */
const cell = (text: string): string => text.replace(/[|<[\]*_`\\]/g, '\\$&');

/** A span of code in a cell of a table, where a bar is escaped even in code. */
function codeSpan(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replaceAll('|', '\\|')}${fence}`;
}
