interface FooterProps {
  readonly version: string;
  readonly isBusy: boolean;
  /** Null where nothing is connected. */
  readonly disconnect: (() => void) | null;
}

export function Footer({ version, isBusy, disconnect }: FooterProps) {
  return (
    <footer>
      <p>Everyone who can edit this spreadsheet can change this script, which acts with your store access.</p>
      {disconnect && (
        <p>
          <button type="button" class="small" disabled={isBusy} onClick={disconnect}>
            Disconnect
          </button>{' '}
          removes your access from this spreadsheet. In Shopify, uninstall the app to end it for good.
        </p>
      )}
      {version && <p>Version {version}</p>}
    </footer>
  );
}
