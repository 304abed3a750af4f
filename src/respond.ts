import type { Answer } from './answers/answers';
import type { Result } from './ports/problem';
import type { Shape } from './ports/shape';
import { given } from './sync/commands/arguments';
import { answer, runAlone } from './sync/run/run-alone';
import { services } from './wiring';

/**
 * Nothing is thrown at the page: what goes wrong is an answer, in words for a person.
 */
export const respond = <Value>(action: () => Result<Value>): Answer<Value> => answer(services, action);

/** The same of an argument that has this form; any other is refused. */
export const respondTo = <T, Value>(
  one: Shape<T>,
  argument: unknown,
  action: (argument: T) => Result<Value>,
): Answer<Value> => respond(() => given(one, argument, action));

/** Runs while nothing else works on the spreadsheet; answers why it cannot, if it waits in vain. */
export const respondAlone = <T, Value>(
  one: Shape<T>,
  argument: unknown,
  action: (argument: T) => Result<Value>,
): Answer<Value> => respondTo(one, argument, (given) => runAlone(services, () => action(given)));
