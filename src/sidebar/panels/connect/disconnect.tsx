import { useState } from 'preact/hooks';
import { Button, useFocusWhen } from '../../parts/button';

interface DisconnectProps {
  readonly isBusy: boolean;
  disconnect(everywhere: boolean): void;
}

/** Asks once more: Shopify shows an access token a single time, so connecting again may be work. */
export function Disconnect({ isBusy, disconnect }: DisconnectProps) {
  const [isAsking, setAsking] = useState(false);
  const [everywhere, setEverywhere] = useState(false);
  const panel = useFocusWhen<HTMLDivElement>(isAsking);
  if (!isAsking) {
    return (
      <Button isSmall isDisabled={isBusy} onClick={() => setAsking(true)}>
        Disconnect…
      </Button>
    );
  }
  return (
    <div ref={panel} class="panel warning" tabIndex={-1}>
      <p>
        This forgets your access to the store. To connect again you need the same token or secret once more.
      </p>
      <label>
        <input type="checkbox" checked={everywhere} onChange={() => setEverywhere(!everywhere)} />
        <span>Also in my other spreadsheets that use this access</span>
      </label>
      <div class="buttons">
        <Button isSmall isDisabled={isBusy} onClick={() => disconnect(everywhere)}>
          {isBusy ? 'Disconnecting…' : 'Disconnect'}
        </Button>
        <Button isSmall onClick={() => setAsking(false)}>
          Keep
        </Button>
      </div>
    </div>
  );
}
