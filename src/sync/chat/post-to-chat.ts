import { fail, type Problem } from '../../ports/problem';
import { openAllowance } from '../ground/daily-allowance';
import type { Services } from '../ground/services';
import type { ChatAddress } from './chat-address';

/** A chat that hangs must not use up what is left of an execution. */
const TIMEOUT_SECONDS = 10;

/** Why a chat did not take a message. */
export interface NotTaken {
  readonly problem: Problem;
  /** It never will: the address has to be replaced. */
  readonly isOver: boolean;
}

/**
 * Posts a text, once, within the day's allowance. What Google says of a failure is not repeated: it holds the address.
 *
 * @returns why it was not taken; undefined where it was
 */
export function postToChat(
  services: Services,
  { service, address }: ChatAddress,
  text: string,
): NotTaken | undefined {
  const allowance = openAllowance(services, services.isTrigger);
  const spent = allowance.spent();
  if (spent) return { problem: spent, isOver: false };
  const [answer] = services.http.send([
    {
      method: 'POST',
      url: address,
      headers: {},
      contentType: 'application/json; charset=UTF-8',
      body: JSON.stringify({ text }),
      timeoutSeconds: TIMEOUT_SECONDS,
    },
  ]);
  allowance.save();
  const notTaken = (message: string, nextStep: string, isOver = false): NotTaken => ({
    problem: fail('invalid-input', message, nextStep).problem,
    isOver,
  });
  if (!answer || 'failure' in answer)
    return answer?.problem
      ? { problem: answer.problem, isOver: false }
      : notTaken(`${service} did not answer.`, LATER);
  const { status, body } = answer;
  // Neither chat answers a message with a page: something else is at the address, or in between.
  if (status >= 200 && status < 300 && !/^\s*</.test(body)) return undefined;
  return status === 429 || status >= 500
    ? notTaken(`${service} takes no messages just now (${status}).`, LATER)
    : notTaken(`${service} takes no messages at this address.`, NEW_ADDRESS, FOR_GOOD.includes(status));
}

const LATER = 'Nothing was saved. Try again in a minute.';
const NEW_ADDRESS = 'Make a new incoming webhook there, and save its address under Settings ▸ Tell a chat.';

/**
 * Slack: 403 `action_prohibited`, 404 `no_service`, 410 `channel_is_archived`; with 400 it means the message, and Google
 * Chat also an address that was cut off. Google Chat has the codes of its other APIs.
 * Source: https://api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks
 */
const FOR_GOOD: readonly number[] = [401, 403, 404, 410];
