/** What holds for everyone, and which version this is. */
export function Footer({ version }: { readonly version: string }) {
  return (
    <footer>
      <p>Everyone who can edit this spreadsheet can change this script, which acts with your store access.</p>
      {version && (
        <details>
          <summary>Version {version}: how to update</summary>
          <p>
            To update, paste the three files of a newer release over the old ones under Extensions ▸ Apps
            Script, and reload the spreadsheet. Your connection and what was synced stay.
          </p>
        </details>
      )}
    </footer>
  );
}
