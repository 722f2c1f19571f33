import { describe, expect, it } from 'vitest';
import { documentOf, paragraphs } from '../../support/articles.ts';
import { Desk } from '../../support/reader.ts';

const reading = (): Desk => new Desk(100, 30).open({ a: documentOf(...paragraphs(9)) }).type('\r');
const saved = ({ effects }: Desk) =>
  effects.flatMap((effect) => (effect.kind === 'saveDraft' ? [effect.text] : []));
const box = ({ screen }: Desk) => screen.at(-1);

describe('a note that is being written', () => {
  it('is kept as soon as the typing rests, and no longer once it is saved', () => {
    const desk = reading().type('vi');
    desk.remembered.length = 0;
    desk.type('Half');
    expect(desk.remembered.map(({ kind }) => kind)).toEqual(Array(4).fill('saveSoon'));
    expect(saved(desk)).toEqual([]);
    expect(saved(desk.act({ type: 'rested' }))).toEqual(['Half']);
    expect(saved(desk.act({ type: 'rested' }))).toEqual(['Half']);
    expect(saved(desk.type(' of it').act({ type: 'rested' }))).toEqual(['Half', 'Half of it']);
    expect(saved(desk.type('\r'))).toEqual(['Half', 'Half of it', undefined]);
    expect(desk.state.drafts.size).toBe(0);
  });

  it('is dropped by Ctrl-g, and with its highlight', () => {
    const desk = reading().type('viHalf').act({ type: 'rested' });
    expect(saved(desk.type('\x07'))).toEqual(['Half', undefined]);
    expect(box(desk.type('i'))).toBe(' Note:');
    expect(saved(desk.type('x').act({ type: 'rested' }).type('\x07x'))).toEqual([
      'Half',
      undefined,
      'x',
      undefined,
    ]);
  });

  it('is kept while it is in the editor', () => {
    const desk = reading().type('viHalf\x1be');
    const [id] = desk.effects.flatMap((effect) => (effect.kind === 'editNote' ? [effect.id] : []));
    expect(saved(desk)).toEqual(['Half']);
    expect(saved(desk.act({ type: 'noteEdited', id: id!, text: 'Whole' }))).toEqual(['Half', undefined]);
  });
});

it('follows an article that is renamed while its note is being written', () => {
  const desk = reading().type('viHalf').act({ type: 'rested' });
  const [first] = desk.state.library.articles;
  const renamed = { ...first!, path: '/articles/b.md' };
  desk.documents.set(renamed.path, desk.documents.get(first!.path)!);
  desk.act({ type: 'articles', articles: [renamed], warnings: [], complete: true });
  desk.act({ type: 'renamed', from: first!.path, to: renamed.path });
  expect([...desk.state.drafts.values()]).toEqual(['Half']);
  expect(saved(desk.type(' more\r')).at(-1)).toBeUndefined();
  expect([...desk.state.annotations]).toEqual([
    [renamed.path, [expect.objectContaining({ note: 'Half more' })]],
  ]);
  expect(desk.state.drafts.size).toBe(0);
});

it('says that the editor of a note failed rather than that the note was saved', () => {
  const desk = reading().type('viHalf\x1be');
  const [id] = desk.effects.flatMap((effect) => (effect.kind === 'editNote' ? [effect.id] : []));
  desk.act({ type: 'noticed', notice: { kind: 'problem', text: 'no such editor' } });
  expect(box(desk.act({ type: 'noteEdited', id: id!, text: 'Half' }))).toContain('no such editor');
});

describe('a note that an earlier session was writing', () => {
  const left = (note: string, text: string): Desk => {
    const desk = reading().type(`vi${note}\r`);
    const key = desk.state.keyOf(desk.state.reader.article!);
    const { id } = desk.state.annotations.get(key)![0]!;
    return desk.act({ type: 'drafts', key, drafts: new Map([[id, text]]) });
  };
  const notes = ({ state }: Desk) => [...state.annotations.values()].flat().map(({ note }) => note);

  it('is there when the note is opened again, and is saved by Enter', () => {
    const desk = left('', 'Half\na thought').type('i');
    expect(box(desk)).toBe(' Unsaved note: Half↵a thought');
    expect(notes(desk.type(' more\r'))).toEqual(['Half\na thought more']);
    expect(desk.state.drafts.size).toBe(0);
  });

  it('is brought back with its highlight', () => {
    const desk = left('', 'Half').type('x');
    expect(desk.state.drafts.size).toBe(0);
    expect(box(desk.type('x').type('i'))).toBe(' Unsaved note: Half');
  });

  it('leaves the saved note if it is dropped', () => {
    const desk = left('Old', 'New').type('i');
    expect(box(desk)).toBe(' Unsaved note: New');
    expect(notes(desk.type('\x07'))).toEqual(['Old']);
    expect(box(desk.type('i'))).toBe(' Note: Old');
  });

  it('is there when the same passage is selected again', () => {
    expect(box(left('', 'Half').type('gvi'))).toBe(' Unsaved note: Half');
  });
});
