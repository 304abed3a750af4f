import type { Services } from './services';

/** Who started a run, and how. */
export interface StartedBy {
  /** Tells one Google user from another; drawn by lot, because no e-mail address is asked for. */
  readonly editor: string;
  /** As they typed it when they connected; empty where they did not. */
  readonly name: string;
  readonly by: 'person' | 'clock';
}

const KEY = 'editor';

/** This user, as spreadsheets know them. */
export function editorId({ secrets, newUuid }: Services): string {
  const known = secrets.load(KEY);
  if (known) return known;
  const drawn = newUuid();
  secrets.save(KEY, drawn);
  return drawn;
}
