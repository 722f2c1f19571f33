import type { Environment } from '../environment.ts';

export interface SignalPorts {
  /** Gives the terminal back as it was found. May be called in any state, as may `take`, which takes it and draws. */
  readonly release: () => void;
  readonly take: () => void;
  /** Ends the reader, at a signal that ends programs or at an uncaught error. */
  readonly end: (cause: { readonly signal: NodeJS.Signals } | { readonly error: unknown }) => void;
}

/**
 * The signals that end a process by default and can be caught; not `SIGPIPE` and `SIGXFSZ`, which Node ignores, `SIGPROF`,
 * which V8's profiler takes for itself, and those of faults in the program.
 */
const ENDING = (
  'SIGINT SIGTERM SIGHUP SIGQUIT SIGABRT SIGALRM SIGUSR1 SIGUSR2 SIGXCPU ' +
  'SIGVTALRM SIGIO SIGPWR SIGSTKFLT SIGSYS SIGTRAP'
).split(' ') as readonly NodeJS.Signals[];

/** Milliseconds after which a stop is given up: a shell without job control does not stop its programs. */
const STOP_DELAY = 60;

/** Gives the terminal back before the program stops or ends, whatever the reason. */
export class Signals {
  readonly #program: Environment['process'];
  readonly #ports: SignalPorts;
  #timer: NodeJS.Timeout | undefined;
  #expiry: NodeJS.Immediate | undefined;

  constructor(program: Environment['process'], ports: SignalPorts) {
    this.#program = program;
    this.#ports = ports;
    this.#listen('on');
  }

  close(): void {
    this.#forget();
    this.#listen('off');
  }

  #listen(how: 'on' | 'off'): void {
    const program = this.#program;
    for (const signal of ENDING) program[how](signal, this.#onEnding);
    program[how]('SIGTSTP', this.#onStop);
    program[how]('SIGCONT', this.#onContinue);
    program[how]('uncaughtException', this.#onError);
    program[how]('unhandledRejection', this.#onError);
    // A package may end the process by itself.
    program[how]('exit', this.#onExit);
  }

  /**
   * Stops the program and the others of its process group, as Ctrl-Z does, until it is continued. Windows stops no programs: the
   * reader goes on.
   */
  suspend(): void {
    if (this.#program.platform === 'win32') this.#onContinue();
    else this.#stop(0);
  }

  /** @param target  a process, or 0 for the process group */
  #stop(target: number): void {
    this.#ports.release();
    this.#program.off('SIGTSTP', this.#onStop);
    this.#program.kill(target, 'SIGTSTP');
    // If the program was stopped, the time is up when it continues; the signal that says so is handled before.
    this.#timer = setTimeout(() => {
      this.#expiry = setImmediate(this.#onContinue);
    }, STOP_DELAY);
  }

  readonly #onContinue = (): void => {
    this.#forget();
    this.#program.off('SIGTSTP', this.#onStop);
    this.#program.on('SIGTSTP', this.#onStop);
    // The terminal may be in any state.
    this.#ports.release();
    this.#ports.take();
  };

  readonly #onStop = (): void => this.#stop(this.#program.pid);
  readonly #onEnding = (signal: NodeJS.Signals): void => this.#ports.end({ signal });
  readonly #onExit = (): void => this.#ports.release();
  readonly #onError = (error: unknown): void => this.#ports.end({ error });

  #forget(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#expiry);
  }
}
