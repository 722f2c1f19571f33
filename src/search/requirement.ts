import type { ArticleCondition } from './conditions.ts';
import type { Nearness, Query, Requirement } from './query.ts';

/** How the parts of a requirement are tested. */
export interface RequirementTests {
  readonly clause: (clause: number) => boolean;
  readonly condition: (condition: ArticleCondition) => boolean;
  readonly near: (nearness: Nearness) => boolean;
}

/** True if a requirement holds, given whether its parts do. */
export function holds(requirement: Requirement, tests: RequirementTests): boolean {
  switch (requirement.kind) {
    case 'clause':
      return tests.clause(requirement.clause);
    case 'condition':
      return tests.condition(requirement.condition);
    case 'all':
      return requirement.of.every((each) => holds(each, tests));
    case 'any':
      return requirement.of.some((each) => holds(each, tests));
    case 'not':
      return !holds(requirement.of, tests);
    case 'near':
      return tests.near(requirement);
  }
}

/** True if only articles with words that the requirement names can meet it. */
export function requiresWords(requirement: Requirement): boolean {
  switch (requirement.kind) {
    case 'clause':
    case 'near':
      return true;
    case 'condition':
    case 'not':
      return false;
    case 'all':
      return requirement.of.some(requiresWords);
    case 'any':
      return requirement.of.every(requiresWords);
  }
}

/** All conditions of a query, those that are alternatives or negated included. */
export const conditionsOf = ({ requirements }: Pick<Query, 'requirements'>): readonly ArticleCondition[] =>
  requirements.flatMap(conditionsIn);

function conditionsIn(requirement: Requirement): readonly ArticleCondition[] {
  switch (requirement.kind) {
    case 'clause':
    case 'near':
      return [];
    case 'condition':
      return [requirement.condition];
    case 'all':
    case 'any':
      return requirement.of.flatMap(conditionsIn);
    case 'not':
      return conditionsIn(requirement.of);
  }
}

/** True if a query asks for what is remembered of articles. */
export const asksForMarks = (query: Query): boolean =>
  conditionsOf(query).some(({ kind }) => kind === 'mark');
