import type { Input } from '../../keys/decode.ts';
import type { Action, Effect } from '../../state/actions.ts';
import { actionOf, isEarly, separated } from '../../state/input.ts';
import { wantsRelated } from '../../state/related.ts';
import { pageOf } from '../../state/select.ts';
import type { State } from '../../state/state.ts';
import { update } from '../../state/update.ts';

/** Milliseconds of work in idle time before keys get their turn. */
const SLICE = 6;
/** Blocks parsed between two looks at the clock. */
const BLOCKS = 64;
/** Milliseconds a frame waits for the text of an article that was just chosen, so that the pane does not blink. */
const PATIENCE = 40;
/** Milliseconds keys wait for the text or the results they are meant for; then they are taken as they are. */
const HELD = 1_000;

export interface SessionPorts {
  /** Does what the reducer wants done; told of the text of an article, it settles when that came or failed. */
  readonly perform: (effect: Effect) => Promise<unknown> | undefined;
  readonly draw: (state: State) => void;
  readonly now: () => number;
}

/**
 * The program as it runs: holds the state, hands actions to the reducer and effects to the ports, draws once for all
 * that came together, and lays out the rest of the article while nothing else is to be done.
 */
export class Session {
  #state: State;
  readonly #ports: SessionPorts;
  #idle: NodeJS.Immediate | undefined;
  #waiting: NodeJS.Timeout | undefined;
  #closed = false;
  #drawn: State | undefined;
  /** Keys and mouse that are yet to be taken, in order. */
  readonly #inputs: Input[] = [];
  #held: NodeJS.Timeout | undefined;
  /** Runs under way: an effect may dispatch at once. */
  #depth = 0;

  constructor(state: State, ports: SessionPorts) {
    this.#state = state;
    this.#ports = ports;
  }

  get state(): State {
    return this.#state;
  }

  /** Keys and mouse, as they came together. */
  input(inputs: readonly Input[]): void {
    this.#inputs.push(...inputs);
    this.#takeInputs();
  }

  dispatch(...actions: readonly Action[]): void {
    this.#run(actions);
    this.#takeInputs();
  }

  /** Draws now, whether anything changed or not. */
  draw(): void {
    if (this.#closed) return;
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#drawn = this.#state;
    this.#ports.draw(this.#state);
    this.#idle ??= setImmediate(() => this.#layOut());
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#waiting);
    clearTimeout(this.#held);
    if (this.#idle) clearImmediate(this.#idle);
  }

  /** Takes the inputs that have come, up to one that is meant for a text or for results that have not. */
  #takeInputs(): void {
    if (this.#depth > 0) return;
    while (this.#inputs.length > 0 && !this.#closed) {
      if (isEarly(this.#state, this.#inputs[0]!)) {
        this.#held ??= setTimeout(() => {
          this.#held = undefined;
          this.#run(this.#actions(() => false));
        }, HELD);
        return;
      }
      this.#run(this.#actions((input) => isEarly(this.#state, input)));
    }
    clearTimeout(this.#held);
    this.#held = undefined;
  }

  /** What each input means in the state the ones before it lead to, up to one that is to wait. */
  *#actions(waits: (input: Input) => boolean): Generator<Action> {
    for (let input = this.#inputs[0]; input && !waits(input); input = this.#inputs[0]) {
      this.#inputs.shift();
      for (const each of separated(this.#state, input)) yield actionOf(this.#state, each);
    }
  }

  #run(actions: Iterable<Action>): void {
    if (this.#closed) return;
    this.#depth++;
    const effects: Effect[] = [];
    for (const action of actions) {
      const step = update(this.#state, action);
      this.#state = step.state;
      effects.push(...step.effects);
    }
    const loads = lastOfEach(effects).flatMap((effect) => this.#ports.perform(effect) ?? []);
    this.#depth--;
    if (loads.length > 0) this.#drawAfter(loads);
    else if (this.#depth === 0 && this.#waiting === undefined && this.#state !== this.#drawn) this.draw();
  }

  #drawAfter(loads: readonly Promise<unknown>[]): void {
    this.#waiting ??= setTimeout(() => this.draw(), PATIENCE);
    Promise.allSettled(loads).then(() => {
      if (this.#waiting !== undefined) this.draw();
    });
  }

  /** Parses and lays out on, in slices, until all of the article is known. */
  #layOut(): void {
    this.#idle = undefined;
    const page = this.#closed ? undefined : pageOf(this.#state);
    if (!page) return;
    if (page.flow.complete && page.document.complete) {
      if (wantsRelated(this.#state)) this.dispatch({ type: 'idle' });
      return;
    }
    const { now } = this.#ports;
    const end = now() + SLICE;
    while (!page.document.complete && now() < end) page.document.extend(page.document.blocks.length + BLOCKS);
    const done = page.document.complete && page.flow.advance(Math.max(1, end - now()), now);
    if (done) this.dispatch({ type: 'grown' });
    else this.#idle = setImmediate(() => this.#layOut());
  }
}

/** Of several searches or loads only the last is wanted; everything else is done in order. */
function lastOfEach(effects: readonly Effect[]): readonly Effect[] {
  return effects.filter(
    (effect, index) =>
      (effect.kind !== 'load' && effect.kind !== 'search') ||
      !effects.some((later, other) => other > index && later.kind === effect.kind),
  );
}
