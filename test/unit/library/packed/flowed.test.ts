import { describe, expect, it } from 'vitest';
import { flowOf, unflowed } from '../../../../src/library/packed/mail/flowed.ts';
import { readMail } from '../../../../src/library/packed/mail/mail.ts';
import { mail } from '../../../support/mails.ts';

const FLOWED = { 'Content-Type': 'text/plain; charset=utf-8;\n format=flowed; delsp=no' };

describe('a text whose lines flow', () => {
  it.each([
    ['a paragraph', 'Un \ndeux \ntrois\nquatre', 'Un deux trois\nquatre'],
    ['paragraphs apart', 'Un \n\ndeux', 'Un \n\ndeux'],
    ['a quotation', '> Un \n> deux\n>> trois \ntexte', '> Un deux\n>> trois \ntexte'],
    ['a line with a space before it', ' > pas cité\n From ici', '> pas cité\nFrom ici'],
    ['a signature', 'Fin \n-- \nÈve', 'Fin \n-- \nÈve'],
  ])('is joined: %s', (_, text, joined) => {
    expect(unflowed(text, { dropsSpaces: false })).toBe(joined);
  });

  it('has no space between lines if it says so', () => {
    expect(unflowed('東京 \n都', { dropsSpaces: true })).toBe('東京都');
  });

  it.each([
    ['Content-Type: text/plain; format=flowed\n\na', false],
    ['Content-Type: text/plain;\r\n\tcharset=utf-8; FORMAT="flowed"; DelSp=yes\r\n\r\na', true],
    ['Content-Type: text/plain\n\nformat=flowed', undefined],
    ['Subject: a\n\nb', undefined],
  ])('is told by the header of a mail: %j', (source, flow) => {
    expect(flowOf(Buffer.from(source))?.dropsSpaces).toBe(flow);
  });

  it('is the text of a mail, up to its signature', async () => {
    const { body } = await readMail(
      Buffer.from(mail('A', '> Une question \n> longue\n\nUne phrase qui \ncontinue.\n-- \nÈve\n', FLOWED)),
    );
    expect(body.source.trim()).toBe('> Une question longue\n\nUne phrase qui continue.');
    const { body: kept } = await readMail(Buffer.from(mail('A', 'Un vers \nun autre.\n')));
    expect(kept.source).toContain('Un vers \nun autre.');
  });
});
