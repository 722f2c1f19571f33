import type { Environment } from '../environment.ts';

export interface SignalPorts {
  /** Gives the terminal back as it was found; takes it again and draws. Both may be called in any state, also the last. */
  readonly release: () => void;
  readonly take: () => void;
  /** Ends the reader, at a signal that ends programs or at an uncaught error. */
  readonly end: (cause: { readonly signal: NodeJS.Signals } | { readonly error: unknown }) => void;
}

export interface Signals {
  /** Stops the program and those it was started with, as Ctrl-Z does, until it is continued. */
  suspend(): void;
  close(): void;
}

/** All signals that end a process by default, may be caught, and are sent by people or by limits on time. */
const ENDING = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGQUIT',
  'SIGABRT',
  'SIGALRM',
  'SIGUSR1',
  'SIGUSR2',
  'SIGXCPU',
] as const;

/** Milliseconds after which a stop that did not happen (the shell knows no jobs) is given up. */
const STOP_GRACE = 60;

/** Sees to it that the terminal is given back before the program stops or ends, whatever stops or ends it. */
export function watchSignals(program: Environment['process'], { release, take, end }: SignalPorts): Signals {
  let timer: NodeJS.Timeout | undefined;
  let late: NodeJS.Immediate | undefined;

  const onEnding = (signal: NodeJS.Signals): void => end({ signal });
  const onError = (error: unknown): void => end({ error });
  const onStop = (): void => stop(program.pid);
  const onContinue = (): void => {
    forget();
    program.off('SIGTSTP', onStop);
    program.on('SIGTSTP', onStop);
    // Whoever stopped the program may have left the terminal in any state.
    release();
    take();
  };

  const forget = (): void => {
    clearTimeout(timer);
    if (late) clearImmediate(late);
  };

  /** @param target the process, or 0 for its whole group */
  function stop(target: number): void {
    release();
    program.off('SIGTSTP', onStop);
    program.kill(target, 'SIGTSTP');
    // Where the program was not stopped at all. Where it was, its time is up when it goes on, and the signal that says
    // so is heard first.
    timer = setTimeout(() => {
      late = setImmediate(onContinue);
    }, STOP_GRACE);
  }

  for (const signal of ENDING) program.on(signal, onEnding);
  program.on('SIGTSTP', onStop);
  program.on('SIGCONT', onContinue);
  program.on('uncaughtException', onError);
  program.on('unhandledRejection', onError);
  return {
    suspend: () => stop(0),
    close() {
      forget();
      for (const signal of ENDING) program.off(signal, onEnding);
      program.off('SIGTSTP', onStop);
      program.off('SIGCONT', onContinue);
      program.off('uncaughtException', onError);
      program.off('unhandledRejection', onError);
    },
  };
}
