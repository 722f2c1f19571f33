// The articles that tools make files of.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** An article that a file is made of. */
export interface Source {
  readonly name: string;
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly lang: string;
  /** Its body in Markdown. */
  readonly markdown: string;
  /** The text that a reader should see, its title included. */
  readonly text: string;
}

/** Authors, one for each article in turn: the bundled articles all have the same. */
const AUTHORS = ['Ada Lovelace', 'Ève Dupré', 'Jean-Baptiste Élie', 'Mary Shelley'];

/** The bundled articles, with links to other articles as their texts, which only some tools know. */
export function bundledSources(): readonly Source[] {
  return readdirSync('articles').map((file, index) => {
    const [, matter = '', body = ''] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(`articles/${file}`, 'utf8')) ?? [];
    const field = (name: string): string =>
      new RegExp(`^${name}: *(.*)$`, 'm').exec(matter)?.[1]?.replace(/^["']|["']$/g, '') ?? '';
    const markdown = body.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1').trim();
    const title = field('title');
    return {
      name: file.replace(/\.md$/, ''),
      title,
      author: AUTHORS[index % AUTHORS.length]!,
      date: field('date'),
      lang: field('lang') || 'en',
      markdown,
      text: `${title}\n${output('pandoc', ['-f', 'markdown', '-t', 'plain', '--wrap=none'], markdown)}`,
    };
  });
}

/** A source in Markdown with its facts in front matter. */
export const withFacts = ({ title, author, date, lang, markdown }: Source): string =>
  `---\ntitle: ${JSON.stringify(title)}\nauthor: ${JSON.stringify(author)}\ndate: ${date}\nlang: ${lang}\n---\n\n${markdown}\n`;

/** A source in Markdown with its title as a heading, and nothing else. */
export const withHeading = ({ title, markdown }: Source): string => `# ${title}\n\n${markdown}\n`;

/** The output of a program. */
export const output = (program: string, args: readonly string[], input = '', cwd = '.'): string =>
  execFileSync(program, args, {
    input,
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
