import { drawInteger, drawNumber, type SeededRandom } from '../../local/apps-script/runtime/random';
import type { BulkOptions } from '../../local/store/shop/bulk-operations/bulk-pace';
import type { OtherPeopleOptions } from '../../local/store/store-types';
import type { Scenario } from './scenarios';
import { type Tidying, tidyingNames } from './tidy';

/** Everything that goes wrong, and who acts when; a seed says all of it. */
export interface Schedule {
  readonly seed: number;
  /** Its place in the list given. */
  readonly scenario: number;
  /** In the words of `local/store/faults`. */
  readonly faults: string;
  readonly latencyMs: number;
  readonly bulk: BulkOptions;
  /** The numbers of the service calls, counted over all executions, at which the calling one is killed. */
  readonly killedCalls: readonly number[];
  /** The same of fetches: sent and answered, but the execution never sees it. */
  readonly killedFetches: readonly number[];
  /** Moments at which whoever called last is killed, wherever it stands. */
  readonly killedAtMs: readonly number[];
  readonly starts: readonly Start[];
  readonly otherPeople: OtherPeopleOptions | undefined;
  /** What happens to the tabs while the fetch of that number is under way. */
  readonly tidyings: readonly { readonly fetch: number; readonly tidying: Tidying }[];
}

/** A click of the sidebar's owner who goes on until it is done, who stops it, or who gets something; one of another editor; or the clock. */
interface Start {
  readonly who: 'sidebar' | 'stop' | 'editor' | 'clock' | 'refresh' | 'pull';
  readonly afterMs: number;
}

const effects = [
  'timeout-before',
  'timeout-after',
  '502-before',
  '503-after',
  'truncated',
  'html-after',
  '429',
  'slow 40000',
];

/** From here on seeds play the life of items, with a refresh and a pull among the rest; those before play as ever. */
export const LIFE_FROM = 1_000;

/** A schedule of the same kind with what only these seeds have. */
export function drawLifeSchedule(seed: number, scenarios: readonly Pick<Scenario, 'requests'>[]): Schedule {
  const schedule = drawSchedule(seed, scenarios);
  const random: SeededRandom = { seed: -seed };
  const drawn = (['refresh', 'pull'] as const).filter(() => drawNumber(random) < 0.35);
  const starts = drawn.map((who): Start => ({ who, afterMs: Math.floor(400_000 ** drawNumber(random)) }));
  // What others do to a price is counted from, or taken into a cell: there is no one end to compare with.
  const { otherPeople, ...rest } = schedule;
  const kinds = ['tag'] as const;
  return {
    ...rest,
    starts: [...schedule.starts, ...starts],
    otherPeople: otherPeople && drawn.length === 0 ? { ...otherPeople, kinds } : undefined,
  };
}

export function drawSchedule(seed: number, scenarios: readonly Pick<Scenario, 'requests'>[]): Schedule {
  const random: SeededRandom = { seed };
  // Neighbouring seeds begin alike.
  for (let skipped = 0; skipped < 3; skipped += 1) drawNumber(random);
  const isDrawn = (chance: number) => drawNumber(random) < chance;
  const one = <Item>(items: readonly Item[]) => items[drawInteger(random, 0, items.length)] as Item;
  const several = <Item>(most: number, draw: () => Item) =>
    Array.from({ length: drawInteger(random, 0, most + 1) }, draw);
  /** As many small numbers as large ones. */
  const upTo = (most: number) => Math.floor(most ** drawNumber(random));

  const scenario = drawInteger(random, 0, scenarios.length);
  const requests = scenarios[scenario]?.requests ?? [];
  const faults = [
    ...several(3, () => `${one(requests)}#${drawInteger(random, 1, 3)}: ${one(effects)}`),
    ...several(2, () => `${drawInteger(random, 1, 9)}%: ${one(effects)}`),
  ];
  return {
    seed,
    scenario,
    faults: faults.join('; '),
    latencyMs: one([150, 150, 2_000, 20_000]),
    bulk: {
      mutationRowsPerSecond: one([40, 40, 2, 0.3]),
      breakOffs: several(2, () => ({
        operation: drawInteger(random, 1, 4),
        afterRows: drawInteger(random, 0, 150),
        errorCode: one(['INTERNAL_SERVER_ERROR', 'TIMEOUT'] as const),
      })),
    },
    killedCalls: several(4, () => upTo(1_500)),
    killedFetches: several(3, () => upTo(100)),
    killedAtMs: several(2, () => upTo(600_000)),
    starts: [
      { who: 'sidebar', afterMs: 0 },
      ...several(2, (): Start => ({ who: 'editor', afterMs: upTo(400_000) })),
      ...(isDrawn(0.2) ? [{ who: 'stop', afterMs: upTo(100_000) } as const] : []),
      ...several(3, (): Start => ({ who: 'clock', afterMs: upTo(400_000) })),
    ],
    otherPeople: isDrawn(0.4)
      ? {
          percent: drawInteger(random, 2, 15),
          kinds: one([['tag'], ['order'], ['price'], ['tag', 'order', 'price']]),
          seed,
        }
      : undefined,
    tidyings: several(2, () => ({ fetch: upTo(60), tidying: one(tidyingNames) })),
  };
}
