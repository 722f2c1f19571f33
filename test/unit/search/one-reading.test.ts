import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../../src/document/count-words.ts';
import { parseDocument, readingText } from '../../../src/document/parse-document.ts';
import type { Article } from '../../../src/library/article.ts';
import { describeFile } from '../../../src/library/describe-file.ts';
import { createMemoryIndex } from '../../../src/search/engine.ts';
import { Finding } from '../../../src/search/incremental-matches.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { snippetOfWhole } from '../../../src/search/snippet.ts';
import { wholePart } from '../../../src/search/snippet-text.ts';
import { tokenize } from '../../../src/search/tokenize.ts';
import { articles, inline } from '../../support/markdown.ts';

const bodyOf = (source: string) => ({ format: 'markdown', source, firstLine: 0 }) as const;

/** The article in a file of this text, as a list shows it. */
async function described(source: string, path = '/notes/1.md'): Promise<Article> {
  const bytes = Buffer.from(source);
  const found = await describeFile({ path, size: bytes.length, mtime: 1, bytes, blank: 0 });
  if (found.kind !== 'article') throw new Error(found.kind);
  return found.article;
}

describe('one reading of a text', () => {
  it.each([
    ['Le bon client[^1]\n\n[^1]: Une note.', 'Le bon client'],
    ['Un mot ==marqué==', 'Un mot marqué'],
    ['De l’eau, H~2~O', 'De l’eau, H₂O'],
    ['Le 1^er^ mai', 'Le 1er mai'],
    ['Eau H<sub>2</sub>O', 'Eau H₂O'],
    ['La suite $x_1$', 'La suite x_1'],
    ['Un titre <!-- caché -->', 'Un titre'],
    ['Un titre {++ajouté++}', 'Un titre ajouté'],
    ['Un titre {--ôté--}', 'Un titre ôté'],
    ['Un [titre]{.y} entier', 'Un titre entier'],
    ['Un titre ![carte](c.png)', 'Un titre'],
    ['Un titre :tada:', 'Un titre 🎉'],
    ['Un **titre** _entier_', 'Un titre entier'],
    ['Un [titre](x.md "t") lié', 'Un titre lié'],
    ['Un [[page|titre]] lié', 'Un titre lié'],
    ['Un titre &eacute;crit', 'Un titre écrit'],
    ['Un `titre` de code', 'Un titre de code'],
    ['Un ~~titre~~ barré', 'Un titre barré'],
    ['Un titre {#ancre}', 'Un titre'],
    ['Bonjour<br/>et', 'Bonjour et'],
    ['Un attribut sur `<img>` aide', 'Un attribut sur <img> aide'],
    ['Touche <kbd>Entrée</kbd>', 'Touche Entrée'],
    ['Titre {% comment %}caché{% endcomment %}', 'Titre'],
  ])('lists the heading %j as %j, and shows it once', async (heading, title) => {
    const source = `# ${heading}\n\nDu texte.\n`;
    expect((await described(source)).title).toBe(title);
    const document = parseDocument(bodyOf(source), { title });
    expect(document.headings).toEqual([]);
    expect(document.text.startsWith('Du texte.') || document.blocks.at(0)?.kind === 'paragraph').toBe(true);
  });

  it('names an article as its first heading reads, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(inline, async (text) => {
        const source = `# ${text.replace(/\s*\n\s*/g, ' ')}\n\nDu texte.\n`;
        const [heading] = parseDocument(bodyOf(source)).headings;
        if (!heading || /image|¹|²/.test(heading.text)) return;
        expect((await described(source)).title).toBe(heading.text.replace(/\s+/g, ' ').slice(0, 300).trim());
      }),
    );
  });

  it('counts the words that the page shows', async () => {
    await fc.assert(
      fc.asyncProperty(articles, async (source) => {
        if (source.trim() === '' || /^(?:---|\+\+\+|\{)/.test(source)) return;
        const { title, words } = await described(source);
        expect(words).toBe(countWords(readingText(bodyOf(source), title)));
      }),
    );
  });

  it('finds each word of the page, and only those, alike in the index, on the page and in a snippet', () => {
    fc.assert(
      fc.property(
        articles,
        fc.constantFrom('image', 'loading', 'https', 'example', 'ref', 'mot', 'x'),
        (source, other) => {
          const document = parseDocument(bodyOf(source), { title: '' });
          document.extend(Infinity);
          const index = createMemoryIndex([{ title: '', tags: [], body: readingText(bodyOf(source), '') }]);
          const words = new Set(tokenize(document.text).map(({ folded }) => folded));
          for (const word of [...words].slice(0, 5).concat(other)) {
            const query = parseQuery(`"${word}" `);
            const finding = new Finding(document, query);
            finding.reach(Infinity);
            const isOnPage = finding.matches.length > 0;
            expect(index.search(query).length > 0, `${word} in the index`).toBe(isOnPage);
            const isInSnippet = snippetOfWhole(wholePart(document), query, 60).matches.length > 0;
            expect(isInSnippet, `${word} in a snippet`).toBe(isOnPage);
          }
        },
      ),
    );
  });

  it.each([
    ['![Une carte](c.png)', 'carte'],
    ['![Une carte](c.png "Le relief")', 'carte'],
    ['<figure><img src="c.png" alt="Une carte"><figcaption>Le relief</figcaption></figure>', 'relief'],
    ['<img src="c.png" alt="Une carte">', 'carte'],
    ['{{< figure src="photo.jpg" alt="Un pont" >}}', 'pont'],
  ])('finds in %j the text of a picture: %s', (source, word) => {
    const index = createMemoryIndex([{ title: '', tags: [], body: readingText(bodyOf(source), '') }]);
    expect(index.search(parseQuery(`"${word}" `))).toHaveLength(1);
  });

  it.each([
    ['![carte](c.png){: .img-left loading=lazy }', ['loading', 'lazy', 'left']],
    ['[x]({{ "/dossier/page/" | url }}) et', ['dossier', 'url']],
    ['Texte <!-- commentaire --> ici', ['commentaire']],
    ['Texte {% comment %}caché{% endcomment %} {::comment}aussi{:/comment}', ['comment', 'caché', 'aussi']],
    ['{{< figure src="photo.jpg" alt="Un pont" >}}', ['figure', 'src']],
    ['Un [lien](https://exemple.fr/chemin "titre")', ['chemin', 'exemple']],
    ['<div class="thumbnail"><p>Oui</p></div>', ['thumbnail', 'class']],
    ['```python title="script.py"\nx = 1\n```', ['python']],
  ])('does not find in %j what the page does not show', (source, hidden) => {
    const index = createMemoryIndex([{ title: '', tags: [], body: readingText(bodyOf(source), '') }]);
    expect(hidden.filter((word) => index.search(parseQuery(`"${word}" `)).length > 0)).toEqual([]);
  });
});
