import { useEffect } from 'preact/hooks';
import { say, sayAround } from '../../language/say';
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
      <h2 ref={heading} tabIndex={-1}>{say`Waiting for your answer in Shopify`}</h2>
      <p role="status">
        <span class="spinner" aria-hidden="true" />{' '}
        {sayAround`Shopify’s permission page is open in a new tab. Choose ${<b>{say`Install`}</b>} there and
          come back.`}
      </p>
      <p class="quiet">{sayAround`No new tab? ${(
        <a href={url}>{say`Open the permission
        page`}</a>
      )}. The link works for an hour.`}</p>
      <Button isSmall onClick={actions.abandonPermission}>{say`Back to the form`}</Button>
    </section>
  );
}
