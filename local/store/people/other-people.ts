import { createRandom } from '../random';
import type { OtherPeople, OtherPeopleOptions } from '../store-types';
import { type Act, type ActKind, actKinds, choices } from './act';
import { perform } from './perform';

export const nobody: OtherPeople = { done: [], actMaybe: () => undefined };

export function createOtherPeople({ percent, kinds = actKinds, seed = 1 }: OtherPeopleOptions): OtherPeople {
  const random = createRandom(seed);
  const done: Act[] = [];
  return {
    done,
    actMaybe(store) {
      if (random() * 100 >= percent) return;
      const kind = kinds[Math.floor(random() * kinds.length)];
      const act = kind && choices[kind](store.state, random);
      if (act && perform(store, act)) done.push(act);
    },
  };
}

/** `20%` or `20% order price`: how often, and what. */
export function parseOtherPeople(text: string): OtherPeopleOptions {
  const [often = '', ...named] = text.trim().split(/[\s,]+/);
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(often)?.[1];
  const kinds = named.filter((name): name is ActKind => (actKinds as readonly string[]).includes(name));
  if (percent === undefined || kinds.length < named.length) {
    throw new Error(`Other people are written "20%" or "20% ${actKinds.join(' ')}", not "${text}".`);
  }
  return kinds.length > 0 ? { percent: Number(percent), kinds } : { percent: Number(percent) };
}
