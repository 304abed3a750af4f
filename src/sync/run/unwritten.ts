import { fitMessage } from '../../catalog/tab/row';
import { succeed } from '../../ports/problem';
import type { Services } from '../ground/services';
import { answer } from './run-alone';

/**
 * Writes a tab of the add-on's own, which people read and may have protected: no reason to fail what was done. Answers
 * what to say of it where Google refuses.
 */
export function writeOwnTab(services: Services, tab: string, write: () => void): string | undefined {
  const written = answer(services, () => succeed(write()));
  if (written.ok) return undefined;
  const { message, nextStep } = written.problem;
  return fitMessage(`The tab “${tab}” could not be written; all else is done. ${message} ${nextStep}`);
}
