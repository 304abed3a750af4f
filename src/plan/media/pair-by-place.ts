/** Result for a list in which some positions have new entries. */
interface Pairs<Id> {
  /** Earlier entries, by the position of the entry that is there now. */
  readonly before: ReadonlyMap<number, Id>;
  /** Positions whose former entry cannot be determined, because other entries are gone whose successors are unknown. */
  readonly unclear: readonly number[];
}

/**
 * Matches new entries to the ones they replaced: between the same neighbours, where as many entries came as went.
 * `undefined` is an entry without a name yet.
 */
export function pairByPlace<Id>(before: readonly Id[], now: readonly (Id | undefined)[]): Pairs<Id> {
  const [was, is] = [new Set(before), new Set(now)];
  const gone = gapsOf(before, (id) => is.has(id));
  const came = gapsOf(now, (id) => id !== undefined && was.has(id));
  const pairs = new Map<number, Id>();
  const paired = new Set<number>();
  for (const gap of came) {
    const left = gone.find(({ after, until }) => after === gap.after && until === gap.until)?.places ?? [];
    if (left.length !== gap.places.length) continue;
    for (const [index, place] of gap.places.entries()) {
      const old = left[index] as number;
      paired.add(old);
      pairs.set(place, before[old] as Id);
    }
  }
  const isLeft = gone.some(({ places }) => places.some((place) => !paired.has(place)));
  const unclear = came.flatMap(({ places }) => places.filter((place) => !pairs.has(place)));
  return { before: pairs, unclear: isLeft ? unclear : [] };
}

interface Gap<Item> {
  readonly after: Item | undefined;
  readonly until: Item | undefined;
  readonly places: readonly number[];
}

/** Runs of items between those that stay. */
function gapsOf<Item>(list: readonly Item[], stays: (item: Item) => boolean): Gap<Item>[] {
  const gaps: Gap<Item>[] = [];
  let after: Item | undefined;
  let places: number[] = [];
  const close = (until: Item | undefined) => {
    if (places.length > 0) gaps.push({ after, until, places });
    places = [];
    after = until;
  };
  list.forEach((item, place) => {
    if (stays(item)) close(item);
    else places.push(place);
  });
  close(undefined);
  return gaps;
}
