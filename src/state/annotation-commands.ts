import {
  annotationsOf,
  currentAnnotation,
  dropNote,
  editCurrentNote,
  editNoteInEditor,
  moveByAnnotations,
  nextColor,
  removeAnnotation,
  saveNote,
} from './annotations.ts';
import type { CommandSpec, Keys } from './command-spec.ts';
import {
  copySelection,
  highlightSelection,
  moveCursor,
  nextSelectionColor,
  noteSelection,
  startSelection,
  swapEnds,
  toggleAnchor,
} from './selection.ts';
import type { MotionName } from './selection-motions.ts';
import type { State } from './state.ts';
import { typeText } from './text-boxes.ts';

const inSelection = (...keys: string[]): Keys => ({ select: keys });

const hasAnnotations = (state: State): boolean => annotationsOf(state).length > 0;

/** A motion of the cursor while a passage is selected. */
function motion(name: MotionName, keys: string, en: string, fr: string) {
  const run = (state: State, count = 1): State => moveCursor(state, name, count);
  return { keys: inSelection(...keys.split(' ')), help: { en, fr }, run };
}

/** The commands for highlights and notes: a section of the table of commands. */
export const annotationCommands = {
  select: {
    keys: { reader: ['v'] },
    help: { en: 'select a passage, to highlight it', fr: 'sélectionner un passage, pour le surligner' },
    needsContent: true,
    run: startSelection,
  },
  note: {
    keys: { reader: ['i'] },
    help: { en: 'write a note on the highlight', fr: 'écrire une note sur le passage surligné' },
    hint: { en: 'note', fr: 'note' },
    isUseful: (state) => currentAnnotation(state) !== undefined,
    needsContent: true,
    run: editCurrentNote,
  },
  saveNote: {
    keys: { note: ['enter', 'escape'] },
    help: { en: 'save the note', fr: 'enregistrer la note' },
    hint: { en: 'save', fr: 'enregistrer' },
    run: saveNote,
  },
  dropNote: {
    keys: { note: ['ctrl-g'] },
    help: { en: 'close without saving', fr: 'fermer sans enregistrer' },
    hint: { en: 'drop', fr: 'abandonner' },
    run: dropNote,
  },
  noteLine: {
    keys: { note: ['ctrl-j'] },
    help: { en: 'begin a new line', fr: 'aller à la ligne' },
    run: (state) => typeText(state, '\n'),
  },
  noteInEditor: {
    keys: { note: ['alt-e'] },
    help: { en: 'go on in the editor', fr: 'continuer dans l’éditeur' },
    hint: { en: 'editor', fr: 'éditeur' },
    run: editNoteInEditor,
  },
  nextAnnotation: {
    keys: { reader: [')'] },
    help: { en: 'next highlight or note', fr: 'passage surligné suivant' },
    hint: { en: 'next highlight', fr: 'surlignage suivant' },
    isUseful: hasAnnotations,
    needsContent: true,
    run: (state, count = 1) => moveByAnnotations(state, count),
  },
  previousAnnotation: {
    keys: { reader: ['('] },
    help: { en: 'previous highlight or note', fr: 'passage surligné précédent' },
    needsContent: true,
    run: (state, count = 1) => moveByAnnotations(state, -count),
  },
  color: {
    keys: { reader: ['C'] },
    help: { en: 'change the color of the highlight', fr: 'changer la couleur du surlignage' },
    needsContent: true,
    run: nextColor,
  },
  removeAnnotation: {
    keys: { reader: ['x'] },
    help: { en: 'remove the highlight, or bring it back', fr: 'retirer le surlignage, ou le remettre' },
    needsContent: true,
    run: removeAnnotation,
  },
  highlight: {
    keys: inSelection('enter'),
    help: { en: 'highlight the passage', fr: 'surligner le passage' },
    hint: { en: 'highlight', fr: 'surligner' },
    run: highlightSelection,
  },
  extend: {
    keys: inSelection('v', 'space'),
    help: { en: 'extend the selection from here', fr: 'étendre la sélection à partir d’ici' },
    hint: { en: 'extend', fr: 'étendre' },
    isUseful: ({ overlay }) => overlay?.kind === 'select' && overlay.anchor === undefined,
    run: toggleAnchor,
  },
  annotate: {
    keys: inSelection('i'),
    help: { en: 'highlight the passage and write a note', fr: 'surligner le passage et écrire une note' },
    hint: { en: 'note', fr: 'note' },
    run: noteSelection,
  },
  copyPassage: {
    keys: inSelection('y'),
    help: { en: 'copy the passage with its source', fr: 'copier le passage et sa source' },
    hint: { en: 'copy', fr: 'copier' },
    run: copySelection,
  },
  selectionColor: {
    keys: inSelection('c', 'C'),
    help: { en: 'next color', fr: 'couleur suivante' },
    hint: { en: 'color', fr: 'couleur' },
    run: nextSelectionColor,
  },
  otherEnd: {
    keys: inSelection('o'),
    help: { en: 'go to the other end of the selection', fr: 'aller à l’autre bout de la sélection' },
    run: swapEnds,
  },
  cursorRight: motion('nextWord', 'right l w e tab', 'next word', 'mot suivant'),
  cursorLeft: motion('previousWord', 'left h b shift-tab', 'previous word', 'mot précédent'),
  cursorDown: motion('nextLine', 'down j ctrl-n', 'line below', 'ligne suivante'),
  cursorUp: motion('previousLine', 'up k ctrl-p', 'line above', 'ligne précédente'),
  nextSentence: motion('nextSentence', ')', 'next sentence', 'phrase suivante'),
  previousSentence: motion('previousSentence', '(', 'previous sentence', 'phrase précédente'),
  nextParagraph: motion('nextParagraph', '}', 'next paragraph', 'paragraphe suivant'),
  previousParagraph: motion('previousParagraph', '{', 'previous paragraph', 'paragraphe précédent'),
} satisfies Readonly<Record<string, CommandSpec>>;
