import { say } from '../language/say';
import { dayWords } from '../parts/words';
import type { ReleaseView } from '../server/answers';

interface FooterProps {
  readonly version: string;
  readonly release: ReleaseView;
}

/** Facts that hold for everyone, and the version of the script. */
export function Footer({ version, release }: FooterProps) {
  return (
    <footer>
      <p>{say`Everyone who can edit this spreadsheet can change this script, which acts with your store
        access.`}</p>
      {version && (
        <details>
          <summary>{say`Version ${version}: how to update`}</summary>
          <p>{say`To update, paste the files of a newer release over the old ones under Extensions ▸ Apps
            Script, and reload the spreadsheet. Your connection and what was synced stay.`}</p>
          <ReleasesLink release={release} />
        </details>
      )}
    </footer>
  );
}

/** In good time, because a pasted script does not update itself. */
export function Retirement({ release }: Pick<FooterProps, 'release'>) {
  if (!release.retires) return null;
  const { atMs, isOver } = release.retires;
  const day = dayWords(atMs);
  return (
    <section class="panel note">
      <h2>{isOver ? say`This copy is too old for Shopify` : say`This copy is soon too old for Shopify`}</h2>
      <p>
        {isOver
          ? say`Shopify has not served the version of its API that this copy speaks since ${day}. Install a
            newer release.`
          : say`Shopify stops to serve the version of its API that this copy speaks on ${day}. Install a newer
            release before then.`}{' '}
        {say`At the foot of this sidebar stands how.`}
      </p>
      <ReleasesLink release={release} />
    </section>
  );
}

function ReleasesLink({ release: { page } }: Pick<FooterProps, 'release'>) {
  return page === null ? null : (
    <p>
      <a href={page} target="_blank" rel="noopener">{say`See the releases`}</a>
    </p>
  );
}
