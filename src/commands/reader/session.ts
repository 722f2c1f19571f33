import type { Document } from '../../document/document.ts';
import { type Input, isOfUser } from '../../keys/decode.ts';
import { actionOf, isTypedAhead, splitAlt } from '../../keys/interpret.ts';
import type { Finding } from '../../search/incremental-matches.ts';
import type { Action } from '../../state/actions.ts';
import type { ArticleRows } from '../../state/article-rows.ts';
import type { Effect } from '../../state/effects.ts';
import { shouldFindRelated } from '../../state/links.ts';
import { isTargetReady, needsLayout } from '../../state/scroll.ts';
import { findingOf, nextArticleRowsOf } from '../../state/selectors.ts';
import type { State } from '../../state/state.ts';
import { update } from '../../state/update.ts';

/** Milliseconds of background work after which keys get their turn. */
const SLICE = 6;
/** UTF-16 units that a text is parsed ahead of the search in it. */
const PARSED_AHEAD = 100_000;
/** Milliseconds a frame waits for the text of the article just selected, so that the pane does not go blank between. */
const MAX_FRAME_DELAY = 40;
/** Milliseconds that inputs wait for the text or the results they are meant for; then they are applied as things are. */
const MAX_INPUT_DELAY = 2_000;

export interface SessionPorts {
  /** Performs an effect of the reducer. If it loads a text, the promise settles when that has come or failed. */
  readonly perform: (effect: Effect) => unknown;
  readonly draw: (state: State) => void;
  readonly now: () => number;
}

/** Holds the state, passes actions to the reducer and effects to the ports, draws, and lays out texts in idle time. */
export class Session {
  #state: State;
  readonly #ports: SessionPorts;
  #idle: NodeJS.Immediate | undefined;
  #frameDelay: NodeJS.Timeout | undefined;
  #inputDelay: NodeJS.Timeout | undefined;
  #closed = false;
  #drawn: State | undefined;
  /** Inputs that are yet to be applied, in order. */
  readonly #inputs: Input[] = [];
  /** True once the user has done something with the articles listed so far. */
  #isInUse = false;
  /** Calls of `#run` in progress: an effect may dispatch at once. */
  #depth = 0;

  constructor(state: State, ports: SessionPorts) {
    this.#state = state;
    this.#ports = ports;
  }

  get state(): State {
    return this.#state;
  }

  /** True once the user has done something with articles, which is not to be undone by one that is listed later. */
  get isInUse(): boolean {
    return this.#isInUse;
  }

  /** Applies inputs that came together. */
  input(inputs: readonly Input[]): void {
    this.#inputs.push(...inputs);
    this.#applyInputs();
  }

  dispatch(...actions: readonly Action[]): void {
    this.#run(actions);
    this.#applyInputs();
  }

  /** Draws now, even if nothing has changed. */
  draw(): void {
    if (this.#closed) return;
    clearTimeout(this.#frameDelay);
    this.#frameDelay = undefined;
    this.#drawn = this.#state;
    this.#ports.draw(this.#state);
    this.#workWhenIdle();
  }

  /** True once nothing is drawn or applied any more. */
  get isClosed(): boolean {
    return this.#closed;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#frameDelay);
    clearTimeout(this.#inputDelay);
    clearImmediate(this.#idle);
  }

  /** Applies inputs up to one that was typed ahead of the text or the results it is meant for. */
  #applyInputs(): void {
    if (this.#depth > 0) return;
    while (this.#inputs.length > 0 && !this.#closed) {
      if (isTypedAhead(this.#state, this.#inputs[0]!)) {
        this.#inputDelay ??= setTimeout(() => {
          this.#inputDelay = undefined;
          this.#run(this.#actions(() => false));
        }, MAX_INPUT_DELAY);
        return;
      }
      this.#run(this.#actions((input) => isTypedAhead(this.#state, input)));
    }
    clearTimeout(this.#inputDelay);
    this.#inputDelay = undefined;
  }

  /** The action of each input, in the state that those before it have led to, up to the first that has to wait. */
  *#actions(hasToWait: (input: Input) => boolean): Generator<Action> {
    for (let input = this.#inputs[0]; input && !hasToWait(input); input = this.#inputs[0]) {
      this.#inputs.shift();
      this.#isInUse ||= isOfUser(input) && this.#state.library.articles.length > 0;
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
    const loads = lastOfEach(effects)
      .map((effect) => this.#ports.perform(effect))
      .filter((result) => result instanceof Promise);
    this.#depth--;
    if (loads.length > 0) this.#drawAfter(loads);
    else if (this.#depth === 0 && !this.#frameDelay && this.#state !== this.#drawn) this.draw();
  }

  #drawAfter(loads: readonly Promise<unknown>[]): void {
    this.#frameDelay ??= setTimeout(() => this.draw(), MAX_FRAME_DELAY);
    Promise.allSettled(loads).then(() => {
      if (this.#frameDelay) this.draw();
    });
  }

  #workWhenIdle(): void {
    this.#idle ??= setImmediate(() => {
      this.#idle = undefined;
      this.#work();
    });
  }

  /** Parses, searches and lays out the rest of the article, one slice at a time. */
  #work(): void {
    const rows = this.#closed ? undefined : nextArticleRowsOf(this.#state);
    if (!rows) return;
    const finding = findingOf(this.#state);
    if (isComplete(rows, finding)) {
      if (shouldFindRelated(this.#state)) this.dispatch({ type: 'idle' });
      return;
    }
    const wasSearched = finding?.complete;
    const hadMatches = hasMatches(finding);
    this.#advance(rows, finding);
    const isDone = isComplete(rows, finding);
    // The user may be waiting for the first match, or for the number of matches.
    const isFound = finding?.complete !== wasSearched || hasMatches(finding) !== hadMatches;
    if (isDone || isFound || isTargetReady(this.#state)) this.dispatch({ type: 'extended' });
    if (!isDone) this.#workWhenIdle();
  }

  #advance({ document, flow }: ArticleRows, finding: Finding | undefined): void {
    const { now } = this.#ports;
    const { scrollTarget, shownLayout } = this.#state.reader;
    const end = now() + SLICE;
    // A target that the user waits for comes first. To lay out the lines before it parses as much as they need.
    if (shownLayout || (scrollTarget && needsLayout(scrollTarget))) flow.advance(SLICE, now);
    while (now() < end && parseOrSearch(document, finding));
    if (document.complete && (finding?.complete ?? true)) flow.advance(Math.max(1, end - now()), now);
  }
}

const isComplete = ({ document, flow }: ArticleRows, finding: Finding | undefined): boolean =>
  document.complete && flow.complete && (finding?.complete ?? true);

const hasMatches = (finding: Finding | undefined): boolean =>
  finding !== undefined && finding.matches.length > 0;

/** Searches a piece of what has been parsed, or parses more; false if nothing is left to do. */
function parseOrSearch(document: Document, finding: Finding | undefined): boolean {
  const searchable = document.complete ? Number.POSITIVE_INFINITY : document.length - PARSED_AHEAD;
  if (finding && !finding.complete && finding.reached < searchable) finding.step();
  // A parser writes some blocks at a time: the fewer, the longer they are.
  else if (!document.complete) document.extend(document.blocks.length + 1);
  else return false;
  return true;
}

/** Of several searches or loads only the last is of use; other effects are performed in order. */
function lastOfEach(effects: readonly Effect[]): readonly Effect[] {
  return effects.filter(
    (effect, index) =>
      (effect.kind !== 'load' && effect.kind !== 'search') ||
      !effects.some((later, other) => other > index && later.kind === effect.kind),
  );
}
