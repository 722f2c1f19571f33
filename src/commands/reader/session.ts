import type { Input } from '../../keys/decode.ts';
import { actionOf, isTypedAhead, splitAlt } from '../../keys/interpret.ts';
import type { Action } from '../../state/actions.ts';
import type { Effect } from '../../state/effects.ts';
import { shouldFindRelated } from '../../state/links.ts';
import { isTargetReady, needsLayout } from '../../state/scroll.ts';
import { findingOf, nextArticleRowsOf } from '../../state/selectors.ts';
import type { State } from '../../state/state.ts';
import { update } from '../../state/update.ts';

/** Milliseconds of work in idle time before keys get their turn. */
const SLICE = 6;
/** Blocks parsed between two looks at the clock. */
const BLOCKS = 64;
/** UTF-16 units a text is parsed beyond what is searched of it. */
const AHEAD = 100_000;
/** Milliseconds a frame waits for the text of an article that was just chosen, so that the pane does not blink. */
const PATIENCE = 40;
/** Milliseconds keys wait for the text or the results they are meant for; then they are taken as they are. */
const HELD = 2_000;

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
      if (isTypedAhead(this.#state, this.#inputs[0]!)) {
        this.#held ??= setTimeout(() => {
          this.#held = undefined;
          this.#run(this.#actions(() => false));
        }, HELD);
        return;
      }
      this.#run(this.#actions((input) => isTypedAhead(this.#state, input)));
    }
    clearTimeout(this.#held);
    this.#held = undefined;
  }

  /** What each input means in the state the ones before it lead to, up to one that is to wait. */
  *#actions(waits: (input: Input) => boolean): Generator<Action> {
    for (let input = this.#inputs[0]; input && !waits(input); input = this.#inputs[0]) {
      this.#inputs.shift();
      for (const each of splitAlt(this.#state, input)) yield actionOf(this.#state, each);
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
    const page = this.#closed ? undefined : nextArticleRowsOf(this.#state);
    if (!page) return;
    const { document, flow } = page;
    const finding = findingOf(this.#state);
    const searched = finding?.complete ?? true;
    if (flow.complete && document.complete && searched) {
      if (shouldFindRelated(this.#state)) this.dispatch({ type: 'idle' });
      return;
    }
    const { now } = this.#ports;
    const end = now() + SLICE;
    const found = finding?.matches.length;
    // Someone waits to be taken to a place; the lines before it bring as much of the text as they need.
    const { scrollTarget: goal, shownLayout: setting } = this.#state.reader;
    if (setting || (goal && needsLayout(goal))) flow.advance(SLICE, now);
    while (now() < end) {
      const ahead = document.complete ? Number.POSITIVE_INFINITY : document.text.length - AHEAD;
      if (finding && !finding.complete && finding.reached < ahead) finding.step();
      else if (!document.complete) document.extend(document.blocks.length + BLOCKS);
      else break;
    }
    // What someone waits for: where it is found first, and how often it is.
    const told = finding && (searched !== finding.complete || (found === 0 && finding.matches.length > 0));
    const done =
      document.complete && (finding?.complete ?? true) && flow.advance(Math.max(1, end - now()), now);
    if (done || told || isTargetReady(this.#state)) this.dispatch({ type: 'extended' });
    if (!done) this.#idle ??= setImmediate(() => this.#layOut());
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
