import { useEffect } from 'preact/hooks';
import { Button, useFocusWhen } from '../../parts/button';
import type { Actions } from '../../state/actions';

const LOOK_INTERVAL_MS = 2_500;

/** Waits for what a person decides on Shopify's page, and looks now and then whether they have. */
export function PermissionPage({ url, actions }: { readonly url: string; readonly actions: Actions }) {
  const heading = useFocusWhen<HTMLHeadingElement>(true);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) void actions.look();
    }, LOOK_INTERVAL_MS);
    return () => clearInterval(timer);
  }, [actions]);
  return (
    <section class="stack">
      <h2 ref={heading} tabIndex={-1}>
        Waiting for your answer in Shopify
      </h2>
      <p role="status">
        <span class="spinner" aria-hidden="true" /> Shopify’s permission page is open in a new tab. Choose{' '}
        <b>Install</b> there and come back.
      </p>
      <p class="quiet">
        No new tab? <a href={url}>Open the permission page</a>. The link works for an hour.
      </p>
      <Button isSmall onClick={actions.abandonPermission}>
        Back to the form
      </Button>
    </section>
  );
}
