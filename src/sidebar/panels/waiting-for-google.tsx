import { useEffect, useState } from 'preact/hooks';
import { say } from '../language/say';
import type { PartProps } from '../state/actions';
import type { Activity } from '../state/sidebar-state';

/** Activities that say nothing of themselves beside the button that began them. */
const SILENT: ReadonlySet<Activity | undefined> = new Set<Activity>([
  'choosing',
  'refusing',
  'filtering',
  'giving-back',
  'scheduling',
  'telling',
  'asking',
  'listing',
  'previewing-undo',
]);

/** A usual answer is there before. */
const LATE_MS = 1_000;

/** Says at the foot of what is in sight that a press was heard, where the answer takes long. */
export function WaitingForGoogle({ state: { activity, leading } }: Pick<PartProps, 'state'>) {
  const isWaiting = leading > 0 || SILENT.has(activity);
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isWaiting]);
  return (
    <p role="status" class={isLate ? 'late' : 'unseen'}>
      {isLate && (
        <>
          <span class="spinner" aria-hidden="true" /> {say`Waiting for Google…`}
        </>
      )}
    </p>
  );
}
