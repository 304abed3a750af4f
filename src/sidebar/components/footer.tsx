import { useState } from 'preact/hooks';
import { Button } from './button';
import type { PartProps } from './sidebar';

/** The store access: who has it, whether it works, and how to end it. */
export function Footer({ state, actions }: PartProps) {
  const { connection, activity, notice, version } = state;
  const isBusy = activity !== undefined;
  return (
    <footer>
      <p>Everyone who can edit this spreadsheet can change this script, which acts with your store access.</p>
      {connection && (
        <>
          <div class="buttons">
            <Button isSmall isDisabled={isBusy} onClick={actions.testConnection}>
              {activity === 'testing' ? 'Checking…' : 'Check connection'}
            </Button>
            <Disconnect isBusy={isBusy} disconnect={actions.disconnect} />
          </div>
          <p role="status">{notice}</p>
        </>
      )}
      {version && <p>Version {version}</p>}
    </footer>
  );
}

/** Asks once more: Shopify shows an access token a single time, so connecting again may be work. */
function Disconnect({ isBusy, disconnect }: { readonly isBusy: boolean; disconnect(): void }) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button isSmall isDisabled={isBusy} onClick={() => setAsking(true)}>
        Disconnect…
      </Button>
    );
  }
  return (
    <div class="panel warning">
      <p>
        This forgets your access token; to connect again you need it once more. To end the access for good,
        uninstall the app in Shopify.
      </p>
      <div class="buttons">
        <Button isSmall isDisabled={isBusy} onClick={disconnect}>
          Disconnect
        </Button>
        <Button isSmall onClick={() => setAsking(false)}>
          Keep
        </Button>
      </div>
    </div>
  );
}
