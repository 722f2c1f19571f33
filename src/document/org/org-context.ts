/** Facts from the whole of an Org text that its parts are read by. */
export interface OrgContext {
  /** The texts of macros by their names; `$1` stands for the first argument. */
  readonly macros: ReadonlyMap<string, string>;
  /** Words before headlines that tell the state of a task. */
  readonly states: ReadonlySet<string>;
  /** True in the text of a note, where a note in place is text: each would be read as often as there are notes around it. */
  readonly isInNote?: boolean;
}
