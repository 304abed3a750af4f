import type { FieldGroup } from '../../catalog/columns/column';
import { PHOTO_HEADER, photoFormula } from '../../catalog/tab/photo-column';
import { legacyId } from '../../catalog/values/gid';
import { FORMS } from '../../catalog/writing/forms';
import { photoOf } from '../../plan/media/find-media';
import { type Result, succeed } from '../../ports/problem';
import type { Opened } from '../execution/execution';
import type { Services } from '../ground/services';
import { loadPull, loadPulledTab, type PulledTab } from '../pull/pull-record';
import { addToTab, isNew } from '../pull/run-pull';

export interface Added {
  readonly rows: number;
  /** Cells that show another photo. */
  readonly photos: number;
  /** Sentence about tabs to which nothing could be added. */
  readonly words: readonly string[];
  readonly isPaused: boolean;
}

interface Adding {
  readonly groups: readonly FieldGroup[];
  readonly deadlineMs: number;
}

const NOTHING_BESIDE = { values: [], descriptions: false, media: false, stock: false, publishing: false };

/** Adds to the tabs that were got from Shopify, at the end, the products that their filters find newly. */
export function addNewlyFound(services: Services, open: Opened, { groups, deadlineMs }: Adding): Added {
  let rows = 0;
  let photos = 0;
  let isPaused = false;
  const words: string[] = [];
  for (const { sheetId, name } of open.tabs) {
    const filled = loadPulledTab(services, sheetId);
    if (!filled || filled.shop !== open.shop.domain || !groups.includes(FORMS[filled.form].kind)) continue;
    const waiting = loadPull(services);
    if (waiting && waiting.state.kind !== 'finished') continue;
    const added = addTo(services, open, filled, deadlineMs);
    if (!added.ok) words.push(`“${name.slice(0, 60)}” got no new rows: ${added.problem.message}`);
    else {
      rows += added.value.rows;
      photos += added.value.photos;
      isPaused ||= added.value.isPaused;
    }
  }
  return { rows, photos, words, isPaused };
}

function addTo(
  services: Services,
  open: Opened,
  filled: PulledTab,
  deadlineMs: number,
): Result<Omit<Added, 'words'>> {
  const { catalog } = open.store;
  const measured = catalog.measure(filled.search);
  if (!measured.ok) return measured;
  const size = measured.value;
  const shownPhotos = filled.packs.includes('photo') ? new Map<string, string>() : undefined;
  let isAny = false;
  const read = catalog.read(
    {
      search: filled.search,
      parts: { ...NOTHING_BESIDE, media: shownPhotos !== undefined },
      size,
      onlineStore: null,
    },
    undefined,
    {
      deadlineMs,
      stopCheck: () => undefined,
      onPlace: () => undefined,
      take({ products }) {
        isAny ||= products.some((product) => isNew(product, open.state));
        if (shownPhotos)
          for (const product of products)
            for (const variant of product.variants)
              shownPhotos.set(legacyId(variant.id), photoFormula(photoOf(variant, product)));
        return (!isAny || shownPhotos !== undefined) && services.clock.now() < deadlineMs;
      },
    },
  );
  if (!read.ok) return read;
  const photos = shownPhotos ? renew(services, filled, shownPhotos) : 0;
  if (!isAny) return succeed({ rows: 0, photos, isPaused: read.value === 'stopped' });
  const begun = {
    ...filled,
    size,
    id: services.newUuid(),
    place: null,
    open: null,
    products: 0,
    rows: 0,
    unshown: 0,
    startedAtMs: services.clock.now(),
    adds: true,
    state: { kind: 'running' },
  } as const;
  const added = addToTab(services, begun, deadlineMs);
  return added.ok
    ? succeed({ rows: added.value.rows, photos, isPaused: added.value.outcome !== 'finished' })
    : added;
}

/** The photos of the rows that are there; those of new rows come with them. */
function renew(services: Services, { sheetId }: PulledTab, formulas: ReadonlyMap<string, string>): number {
  return services.cells.renewPhotos(sheetId, { header: PHOTO_HEADER, idHeader: VARIANT_ID, formulas });
}

/** Header of the IDs in every form that has photos. */
const VARIANT_ID = 'Variant ID';
