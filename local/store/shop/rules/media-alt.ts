import { type UserError, userError } from '../../graphql/user-errors';
import { longestAlt } from './limits';

export const altTooLong = (index: number): UserError =>
  userError(
    ['files', index, 'alt'],
    `The alt value exceeds the maximum limit of ${longestAlt} characters.`,
    'ALT_VALUE_LIMIT_EXCEEDED',
  );
