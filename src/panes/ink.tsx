import { Box, render, Text, useCursor } from 'ink';
import { createElement, memo, type ReactElement, type ReactNode } from 'react';
import type { Size } from '../state/state.ts';
import type { Frame } from './frame.ts';
import { FrameStream } from './frame-stream.ts';

/** Ink, once it knows what the screen shows. */
export interface InkDisplay {
  readonly size: Size;
  draw(frame: Frame): void;
  /** Draws no more. Modes of the terminal are left as they are. */
  close(): void;
}

/** A row, already styled; a blank one is a space, for Ink gives an empty text no height. */
const Line = memo(({ text }: { readonly text: string }) => <Text wrap="truncate-end">{text || ' '}</Text>);

const Lines = ({ lines, cursor }: Frame): ReactNode => {
  const { setCursorPosition } = useCursor();
  setCursorPosition(cursor);
  // Rows have no identity but their place, so they are children by position.
  return createElement(Box, { flexDirection: 'column' }, ...lines.map(toLine));
};

const toLine = (text: string): ReactElement => <Line text={text} />;

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
    size,
    draw: (frame) => instance.rerender(<Lines {...frame} />),
    close() {
      stream.muted = true;
      instance.unmount();
    },
  };
}
