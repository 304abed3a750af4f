import type { ExecutionContext } from '../../graphql/execution/context';
import { randomUuid } from '../../http/staged-uploads/signing';
import { gid } from '../state/ids';

/** A Job as the answer that starts it shows it (recorded: its id is a UUID); what it does is done already. */
export const startJob = ({ random }: ExecutionContext) => ({
  id: gid('Job', randomUuid(random)),
  done: false,
});
