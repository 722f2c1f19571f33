import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import v8 from 'node:v8';
import { describe, expect, it, vi } from 'vitest';
import { workBudget } from '../../../../src/document/budgets.ts';
import { loadParser } from '../../../../src/document/late-parsers.ts';
import { parseDocument } from '../../../../src/document/parse-document.ts';
import { articlesAt } from '../../../../src/library/articles-at.ts';
import { openBody } from '../../../../src/library/open-body.ts';
import { archiveOf } from '../../../support/books.ts';
import { temporaryFolder } from '../../../support/home.ts';
import { outlineOf } from '../../../support/page.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A paragraph in a style. */
const para = (text: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const styles = ['Title', 'Author', 'Date', 'Heading 1', 'Source Code', 'Quote'].map(
  (name) =>
    `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`,
);

const filesWith = (body: string): Record<string, string> => ({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
  'word/styles.xml': `<w:styles ${W}>${styles.join('')}</w:styles>`,
  'word/_rels/document.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
  'docProps/core.xml':
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Rapport</dc:title><dc:creator>Ève Dupré</dc:creator><cp:keywords>mer, vent</cp:keywords><dcterms:created>2024-05-03T10:00:00Z</dcterms:created></cp:coreProperties>',
});

/** An archive that declares one byte for a file. */
function shortened(files: Readonly<Record<string, string>>, name: string): Uint8Array {
  const bytes = Buffer.from(archiveOf(files));
  const entry = bytes.lastIndexOf(name) - 46;
  expect(bytes.readUInt32LE(entry)).toBe(0x02014b50);
  bytes.writeUInt32LE(1, entry + 24);
  return bytes;
}

function written(files: Readonly<Record<string, string>> | Uint8Array | string): string {
  const path = join(temporaryFolder(), 'report.docx');
  writeFileSync(path, typeof files === 'string' || files instanceof Uint8Array ? files : archiveOf(files));
  return path;
}

describe('a document of Word', () => {
  // The first test: the limit holds until the program ends.
  it('limits the growth of the heap if it is large', async () => {
    const flags: string[] = [];
    vi.spyOn(v8, 'setFlagsFromString').mockImplementation((flag) => void flags.push(flag));
    await articlesAt(written(filesWith(para('Le vent.'))));
    expect(flags).toEqual([]);
    await articlesAt(written(filesWith(para('Le vent.') + '<w:p/>'.repeat(20_000))));
    expect(flags).toEqual(['--heap-growing-percent=15']);
    vi.restoreAllMocks();
  });

  it('is an article with its metadata, and its styles as blocks', async () => {
    const body = [
      para('Mer', 'Heading1'),
      para('Le vent se lève.'),
      para('a = 1', 'SourceCode'),
      para('  b = 2', 'SourceCode'),
      para('Une citation.', 'Quote'),
    ];
    const { articles } = await articlesAt(written(filesWith(body.join(''))));
    expect(articles).toMatchObject([
      { title: 'Rapport', author: 'Ève Dupré', date: '2024-05-03', tags: ['mer', 'vent'], packed: 'word' },
    ]);
    const { source } = await openBody(articles[0]!);
    expect(outlineOf(source)).toBe(
      '# Mer\nLe vent se lève.\ncode : "a = 1\\n  b = 2"\nquotation:\n  Une citation.',
    );
  });

  it('has formulas as text', async () => {
    const run = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
    const square = `<m:sSup><m:e>${run('a')}</m:e><m:sup>${run('2')}</m:sup></m:sSup>`;
    const sum = `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${run('i=0')}</m:sub><m:sup>${run('n')}</m:sup><m:e>${run('i')}</m:e></m:nary>`;
    const half = `<m:f><m:fPr><m:type m:val="bar"/></m:fPr><m:num>${run('x+1')}</m:num><m:den>${run('2')}</m:den></m:f>`;
    const root = `<m:rad><m:deg/><m:e><m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${run('x &lt; y')}</m:e></m:d></m:e></m:rad>`;
    const body = [
      `<w:p><w:r><w:t xml:space="preserve">Soit </w:t></w:r><m:oMath>${square}${run('=')}${half}</m:oMath><w:r><w:t>.</w:t></w:r></w:p>`,
      `<w:p><m:oMathPara><m:oMathParaPr><m:jc m:val="center"/></m:oMathParaPr><m:oMath>${sum}</m:oMath></m:oMathPara></w:p>`,
      `<w:p><m:oMath>${root}</m:oMath></w:p>`,
      `<w:p><m:oMath><m:m><m:mr><m:e>${run('1')}</m:e><m:e>${run('0')}</m:e></m:mr><m:mr><m:e>${run('0')}</m:e><m:e>${run('1')}</m:e></m:mr></m:m></m:oMath></w:p>`,
    ];
    const files = filesWith(body.join(''));
    files['word/document.xml'] = files['word/document.xml']!.replace('<w:document', '$& xmlns:m="m"');
    const { articles } = await articlesAt(written(files));
    const { source } = await openBody(articles[0]!);
    expect(outlineOf(source)).toBe('Soit a^2=(x+1)/2.\n∑_(i=0)^n i\n√([x < y])\n1 0; 0 1;');
  });
  it('has the date that its text has', async () => {
    const body = [
      para('Rapport', 'Title'),
      para('Ève Dupré', 'Author'),
      para('3 mai 2021', 'Date'),
      para('Le vent.'),
    ];
    const { articles } = await articlesAt(written(filesWith(body.join(''))));
    expect(articles[0]).toMatchObject({ date: '2021-05-03', words: 2 });
  });

  it.each([
    [
      'has more elements than the budget',
      para('Le vent &amp; la mer.') + '<w:p/>'.repeat(workBudget('word')),
    ],
    ['is nested too deep', `${'<w:sdt><w:sdtContent>'.repeat(20_000)}${para('Le vent &amp; la mer.')}`],
    ['is not well-formed', `${para('Le vent &amp; la mer.')}<w:p>`],
  ])('that %s is plain text below a line that says so', async (_, body) => {
    const { articles } = await articlesAt(written(filesWith(body)));
    expect(articles).toMatchObject([{ title: 'Rapport', author: 'Ève Dupré' }]);
    await loadParser('text');
    const document = parseDocument(await openBody(articles[0]!));
    document.extend(Number.POSITIVE_INFINITY);
    expect(document.blocks.at(0)).toMatchObject({ kind: 'quotation', callout: 'rest is plain' });
    expect(document.text).toContain('Le vent & la mer.');
  });

  it.each([
    ['no archive', 'Just a text.'],
    ['another archive', { 'a.txt': 'text' }],
    ['without its text', { ...filesWith(''), 'word/document.xml': '<' }],
    ['of a text longer than it declares', shortened(filesWith(para('Le vent.')), 'word/document.xml')],
  ])('that is %s is skipped as damaged', async (_, files) => {
    expect((await articlesAt(written(files))).warnings).toMatchObject([{ kind: 'damaged' }]);
  });
});
