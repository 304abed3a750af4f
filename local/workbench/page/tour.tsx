import { useEffect, useState } from 'preact/hooks';
import type { WorkbenchView } from '../view';

interface TourStep {
  readonly title: string;
  readonly words: string;
  /** Part of the page that is drawn around, as a selector. */
  readonly at: string;
}

const STEPS: readonly TourStep[] = [
  {
    title: 'Connect',
    words:
      'On the left is a spreadsheet, on the right the sidebar of the add-on. Choose “A token that begins with shpat_”, copy the token and the shop address from here into the sidebar, and press Connect.',
    at: 'aside',
  },
  {
    title: 'Preview',
    words:
      'Tick the tabs, and press Preview changes. Nothing is sent: the tab “Sync preview” has a line for each change, with the old and the new value.',
    at: 'aside',
  },
  {
    title: 'Send',
    words:
      'Press Send changes. Then open “Shopify store” up here: the products are there. Choose the name of one to see its page.',
    at: '.sides',
  },
  {
    title: 'Make a slip',
    words:
      'Back in the spreadsheet, open the tab with prices, and type a tenth of a price into its cell. Press Preview changes: a price that falls so far is held until you confirm it.',
    at: '.spreadsheet',
  },
  {
    title: 'Undo',
    words:
      'Change another price by a little and press Sync now. Then open History in the sidebar, and press Undo this run: the store has the old price again. Be a customer or a colleague in “Shopify store” to see what happens then.',
    at: 'aside',
  },
];

interface SimulationProps {
  readonly credentials: WorkbenchView['credentials'];
  /** The tour points at the spreadsheet and the sidebar. */
  openSidebar(): void;
}

/** Says that nothing here is real, and leads through it. */
export function Simulation({ credentials, openSidebar }: SimulationProps) {
  const [at, setAt] = useState<number>();
  const step = at === undefined ? undefined : STEPS[at];
  useEffect(() => pointAt(step?.at), [step]);
  const begin = () => {
    openSidebar();
    setAt(0);
  };
  return (
    <>
      <p class="simulation">
        <strong>This is a simulation.</strong> The spreadsheet, the store and the hours are made up on this
        computer; no Google account and no Shopify store is asked.{' '}
        <button type="button" onClick={begin}>
          Guided tour in {STEPS.length} steps
        </button>
      </p>
      {step && at !== undefined && (
        <section class="tour" aria-label="Guided tour">
          <p class="count">
            Step {at + 1} of {STEPS.length}
          </p>
          <h2>{step.title}</h2>
          <p>{step.words}</p>
          {at === 0 && (
            <p>
              <code>{credentials.accessToken}</code> <code>{credentials.shop}</code>
            </p>
          )}
          <p class="steps">
            <button type="button" onClick={() => setAt(undefined)}>
              Close
            </button>
            {at > 0 && (
              <button type="button" onClick={() => setAt(at - 1)}>
                Back
              </button>
            )}
            {at < STEPS.length - 1 && (
              <button type="button" class="next" onClick={() => setAt(at + 1)}>
                Next
              </button>
            )}
          </p>
        </section>
      )}
    </>
  );
}

/** Draws around a part of the page; answers how to take it away. */
function pointAt(selector: string | undefined): () => void {
  const part = selector === undefined ? null : document.querySelector(selector);
  part?.classList.add('pointed-at');
  return () => part?.classList.remove('pointed-at');
}
