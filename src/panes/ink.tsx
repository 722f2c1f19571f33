import { render, Transform, useCursor } from 'ink';
import type { ReactNode } from 'react';
import type { Size } from '../state/state.ts';
import type { Frame } from './frame.ts';
import { FrameStream } from './frame-stream.ts';

/** Ink, once it knows what the screen shows. */
export interface InkDisplay {
  draw(frame: Frame): void;
  /** Draws no more. Modes of the terminal are left as they are. */
  close(): void;
}

/**
 * Rows that are styled already are no texts for Ink to measure and wrap, which is most of what a frame costs it: it lays
 * out as many blank rows, once, and each row takes the place of one when they are written.
 */
const Lines = ({ lines, cursor }: Frame): ReactNode => {
  const { setCursorPosition } = useCursor();
  setCursorPosition(cursor);
  return <Transform transform={(_, row) => lines[row] ?? ''}>{blankRows(lines.length)}</Transform>;
};

const blankRows = (count: number): string => Array.from({ length: count }, () => ' ').join('\n');

/**
 * Has Ink draw from now on, and send what changed.
 *
 * @param shown  what the terminal shows; where it was drawn by others, Ink draws it too, but nothing of it is sent
 * @param stdin  is only asked whether it is a terminal, never read
 * @param write  sends text to the terminal at once
 */
export function openInk(
  size: Size,
  shown: Frame,
  stdin: NodeJS.ReadStream,
  write: (text: string) => void,
): InkDisplay {
  const stream = new FrameStream(size, write);
  stream.muted = true;
  const instance = render(<Lines {...shown} />, {
    stdout: stream as unknown as NodeJS.WriteStream,
    stdin,
    interactive: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: 1000,
  });
  stream.muted = false;
  return {
    draw: (frame) => instance.rerender(<Lines {...frame} />),
    close() {
      stream.muted = true;
      instance.unmount();
    },
  };
}
