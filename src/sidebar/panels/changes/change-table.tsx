import { useState } from 'preact/hooks';
import { say, told, toldValue } from '../../language/say';
import { OfWhat } from '../../parts/button';
import { PREVIEW_WORDS } from '../../parts/words';
import type { Change, RowPlace } from '../../server/answers';

interface ChangeTableProps {
  readonly changes: readonly Change[];
  /** Ticks of the changes that are left out. */
  readonly left: ReadonlySet<string>;
  setTicked(ticks: readonly string[], isTicked: boolean): void;
  goToRow(place: RowPlace): unknown;
}

/** One line a change, with a box where it can be left out. */
export function ChangeTable({ changes, left, setTicked, goToRow }: ChangeTableProps) {
  const ticks = changes.flatMap(({ tick }) => tick ?? []);
  const isAll = ticks.every((tick) => !left.has(tick));
  return (
    <section class="scroll" aria-label={say`Changes`}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={isAll ? say`Leave out all shown` : say`Tick all shown`}
                checked={isAll && ticks.length > 0}
                disabled={ticks.length === 0}
                onChange={() => setTicked(ticks, !isAll)}
              />
            </th>
            <th scope="col">{say`Product`}</th>
            <th scope="col">{say`Field`}</th>
            <th scope="col">{say`Old`}</th>
            <th scope="col">{say`New`}</th>
            <th scope="col">{say`Difference`}</th>
            <th scope="col">{say`Why, where`}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change, index) => (
            <ChangeRow
              key={change.tick ?? `line ${index}`}
              change={change}
              isTicked={change.tick !== null && !left.has(change.tick)}
              setTicked={setTicked}
              goToRow={goToRow}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ChangeRowProps extends Pick<ChangeTableProps, 'setTicked' | 'goToRow'> {
  readonly change: Change;
  readonly isTicked: boolean;
}

function ChangeRow({ change, isTicked, setTicked, goToRow }: ChangeRowProps) {
  const { tick, what, product, variant, sku, difference, why, link, photo } = change;
  const [from, to] = [toldValue(change.from), toldValue(change.to)];
  // Of a new item it is our word, else a header.
  const field = told(what) === PREVIEW_WORDS.created ? told(change.field) : change.field;
  const name = [product, variant].filter(Boolean).join(' · ') || sku;
  return (
    <tr class={tick === null ? 'waits' : ''}>
      <td>
        {tick === null ? (
          <span class="word">{told(what)}</span>
        ) : (
          <input
            type="checkbox"
            aria-label={say`Send: ${name}, ${field} ${from} → ${to}`}
            checked={isTicked}
            onChange={() => setTicked([tick], !isTicked)}
          />
        )}
      </td>
      <th scope="row">
        {photo && <Photo address={photo} />}
        <bdi>{name}</bdi>
        {sku && name !== sku && (
          <>
            {' '}
            <bdi class="quiet">{sku}</bdi>
          </>
        )}
      </th>
      <td>
        <bdi>{field}</bdi>
      </td>
      <td>
        <bdi>{from}</bdi>
      </td>
      <td>
        <bdi>{to}</bdi>
      </td>
      <td class="number">{difference}</td>
      <td>
        {why && <bdi>{told(why)} </bdi>}
        <Place change={change} goToRow={goToRow} />
        {link && (
          <>
            {' '}
            <a href={link} target="_blank" rel="noreferrer">
              {say`Shopify`}
              <OfWhat about={name} />
            </a>
          </>
        )}
      </td>
    </tr>
  );
}

/** Has a fixed size, so that no line moves under the pointer when it comes; its name stands next to it. */
function Photo({ address }: { readonly address: string }) {
  const [isLost, setLost] = useState(false);
  return (
    <img
      class={isLost ? 'photo lost' : 'photo'}
      src={address}
      alt=""
      width={40}
      height={40}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      onError={() => setLost(true)}
    />
  );
}

function Place({
  change: { sheetId, tab, row, field },
  goToRow,
}: Pick<ChangeRowProps, 'change' | 'goToRow'>) {
  const words = say`${tab}, row ${row}`;
  if (sheetId === null) return <span>{words}</span>;
  return (
    <button type="button" class="link" onClick={() => goToRow({ sheetId, row, column: field })}>
      {words}
    </button>
  );
}
