import type { CliMessages } from '../messages/cli.ts';
import type { ExitCode } from './environment.ts';

/** An end with an explanation: one line for the person, said in their language by whoever catches it. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: ExitCode;
  readonly say: (messages: CliMessages) => string;

  constructor(code: 1 | 2, say: (messages: CliMessages) => string, options?: ErrorOptions) {
    super('', options);
    this.code = code;
    this.say = say;
  }
}
