import { Box, type Instance, render, Text, useCursor } from 'ink';
import { createElement, memo, type ReactElement, type ReactNode } from 'react';
import type { Theme } from '../output/theme.ts';
import type { Size } from '../state/state.ts';
import { FrameStream } from './frame-stream.ts';
import { paintRow } from './paint.ts';
import type { Screen } from './screen.ts';

/** A terminal that screens are drawn on by Ink, of which only the rows that changed are sent. */
export interface Display {
  draw(screen: Screen, size: Size, theme: Theme): void;
  /** Draws all of the next screen: what the terminal shows is not what was drawn. */
  forget(): void;
  /** Draws no more. Modes of the terminal are left as they are. */
  close(): void;
}

const CLEAR = '\x1b[H\x1b[2J';

/** A row, already styled; a blank one is a space, for Ink gives an empty text no height. */
const Line = memo(({ text }: { readonly text: string }) => <Text wrap="truncate-end">{text || ' '}</Text>);

interface LinesProps {
  readonly lines: readonly string[];
  readonly cursor: Screen['cursor'];
}

const Lines = ({ lines, cursor }: LinesProps): ReactNode => {
  const { setCursorPosition } = useCursor();
  setCursorPosition(cursor);
  // Rows have no identity but their place, so they are children by position.
  return createElement(Box, { flexDirection: 'column' }, ...lines.map(toLine));
};

const toLine = (text: string): ReactElement => <Line text={text} />;

/**
 * @param write sends text to the terminal at once
 * @param stdin is only asked whether it is a terminal, never read
 */
export function openDisplay(stdin: NodeJS.ReadStream, write: (text: string) => void): Display {
  let ink: { readonly instance: Instance; readonly stream: FrameStream } | undefined;

  function start(size: Size, element: ReactNode): void {
    const stream = new FrameStream(size, write);
    stream.frame(() => {
      stream.write(CLEAR);
      const instance = render(element, {
        stdout: stream as unknown as NodeJS.WriteStream,
        stdin,
        interactive: true,
        incrementalRendering: true,
        exitOnCtrlC: false,
        patchConsole: false,
        maxFps: 1000,
      });
      ink = { instance, stream };
    });
  }

  /** Ink compares with what it drew at a size; on another it starts anew, on an empty screen. */
  function stop(): void {
    if (!ink) return;
    ink.stream.muted = true;
    ink.instance.unmount();
    ink = undefined;
  }

  return {
    draw(screen, size, theme) {
      const element = <Lines lines={screen.rows.map((row) => paintRow(row, theme))} cursor={screen.cursor} />;
      if (ink && (ink.stream.columns !== size.columns || ink.stream.rows !== size.rows)) stop();
      if (ink) ink.instance.rerender(element);
      else start(size, element);
    },
    forget: stop,
    close: stop,
  };
}
