import type { Json } from './recordings';

/** Which of our ids and cursors stands for which recorded one. */
export interface IdLearning {
  /** Pairs up what stands at the same path of both answers. */
  learn(recorded: Json | undefined, ours: Json | undefined): void;
  /** A recorded value with our ids and cursors in it. */
  translate(recorded: Json): Json;
}

const isId = (text: string): boolean => text.startsWith('gid://');
const isCursor = (key: string): boolean => ['cursor', 'startCursor', 'endCursor'].includes(key);

/** The number of an id, where it is long enough not to be found in any text by chance. */
const longNumber = (id: string): string | undefined => /\/(\d{8,})(?:\?|$)/.exec(id)?.[1];

/** Where a staged upload stands; a bulk mutation names it by that. */
const uploadKey = /\btmp\/\d+\/\w+\/[0-9a-f-]{36}\/[^?"'\s]+/;

/** The namespace that is reserved for an app. */
const appNamespace = /\bapp--\d+/;

export function createIdLearning(): IdLearning {
  const ours = new Map<string, string>();

  const pair = (recordedText: string, ourText: string): void => {
    ours.set(recordedText, ourText);
    const [recordedNumber, ourNumber] = [longNumber(recordedText), longNumber(ourText)];
    if (recordedNumber && ourNumber) ours.set(recordedNumber, ourNumber);
  };

  const learn = (recorded: Json | undefined, answer: Json | undefined, key = ''): void => {
    if (typeof recorded === 'string' && typeof answer === 'string') {
      if ((isId(recorded) && isId(answer)) || isCursor(key)) pair(recorded, answer);
      const apps = [appNamespace.exec(recorded)?.[0], appNamespace.exec(answer)?.[0]] as const;
      if (apps[0] && apps[1]) ours.set(apps[0], apps[1]);
      const keys = [uploadKey.exec(recorded)?.[0], uploadKey.exec(answer)?.[0]] as const;
      if (keys[0] && keys[1]) ours.set(keys[0], keys[1]);
    } else if (Array.isArray(recorded) && Array.isArray(answer)) {
      for (const [index, item] of recorded.entries()) learn(item, answer[index]);
    } else if (recorded && answer && typeof recorded === 'object' && typeof answer === 'object') {
      for (const [name, item] of Object.entries(recorded)) learn(item, (answer as Tree)[name], name);
    }
  };

  const translateText = (text: string): string => {
    const whole = ours.get(text);
    if (whole) return whole;
    return text.replace(/gid:\/\/[^\s"']+|\bapp--\d+|\d{8,}/g, (found) => ours.get(found) ?? found);
  };

  const translate = (recorded: Json): Json => {
    if (typeof recorded === 'string') return translateText(recorded);
    if (Array.isArray(recorded)) return recorded.map(translate);
    if (recorded === null || typeof recorded !== 'object') return recorded;
    return Object.fromEntries(Object.entries(recorded).map(([name, item]) => [name, translate(item)]));
  };

  return { learn, translate };
}

type Tree = { readonly [key: string]: Json };
