import { differences } from './compare';
import { createIdLearning } from './id-learning';
import { at } from './json-path';
import { recorderWaitedMs } from './recorder-waited';
import { type Contract, type ContractRequest, type Json, versionOf } from './recordings';
import { missing, resolveReferences } from './references';
import { freshStore, type Replayed, send } from './replay-sequences';
import { needsSeed } from './seed/needs-seed';
import { seedLocales } from './seed/seed-locales';
import { seedFrom } from './seed/seed-store';

export interface ReplayedContract {
  readonly needsSeed: boolean;
  readonly replayed: readonly Replayed[];
  /** Requests whose variables the recording does not hold: nobody can replay them. */
  readonly incomplete: readonly string[];
}

/** Replays a scenario against a store that holds what the recording shows must have been there. */
export function replayContract(contract: Contract): ReplayedContract {
  const { store, pass, wait } = freshStore(currencyOf(contract));
  const seeded = needsSeed(contract);
  const ids = createIdLearning();
  if (seeded) ids.learn(...seedFrom(contract, store));
  seedLocales(contract, store);
  pass();
  const answers = new Map<string, Json>();
  const bodies = new Map<string, Sent>();
  const replayed: Replayed[] = [];
  const incomplete: string[] = [];
  /** After a write that cannot be repeated nothing that follows says anything about the store. */
  let stateUnknown = false;
  for (const request of contract.requests) {
    const where = `${contract.name} ${request.name}`;
    const primary = answers.get(contract.requests[0]?.name ?? '');
    const variables = resolveReferences(request.variables ?? {}, { answers, primary, contract });
    if (variables === missing || request.answerAt === null || stateUnknown) {
      incomplete.push(where);
      stateUnknown ||= isMutation(request) && !showsErrors(request.answer);
      continue;
    }
    pass();
    wait(recorderWaitedMs(request));
    const body = sendOnce(request, ids.translate(variables), bodies, (own) =>
      send(store, request.document, own, versionOf(request)),
    );
    answers.set(request.name, body);
    const ours = at(body, request.answerAt);
    ids.learn(request.answer, ours);
    replayed.push({ where, differences: compareAnswer(request, ours) });
  }
  return { needsSeed: seeded, replayed, incomplete };
}

/** Scenario documents were laid out anew after the recording, so lines and columns are not theirs. */
const documentsWereReprinted = new Set(['locations']);

const isMutation = (request: ContractRequest): boolean => /^\s*(#.*\n\s*)*mutation/.test(request.document);

const showsErrors = (answer: Json): boolean => /"message":/.test(JSON.stringify(answer));

/** Several requests of a scenario may look at one recorded mutation by different paths: it is sent once. */
interface Sent {
  readonly body: Json;
  readonly seenAt: Set<string | null>;
}

function sendOnce(
  request: ContractRequest,
  variables: Json,
  bodies: Map<string, Sent>,
  sendNow: (variables: Json) => Json,
): Json {
  const key = `${request.document}\n${JSON.stringify(variables)}`;
  const known = bodies.get(key);
  if (known && isMutation(request) && !known.seenAt.has(request.answerAt)) {
    known.seenAt.add(request.answerAt);
    return known.body;
  }
  const body = sendNow(variables);
  bodies.set(key, { body, seenAt: new Set([request.answerAt]) });
  return body;
}

function compareAnswer(request: ContractRequest, ours: Json | undefined) {
  const ignoredKeys = new Set([...documentsWereReprinted, ...unselected(request)]);
  if (!request.onlyThesePaths)
    return differences(comparable(request.answer), comparable(ours), '$', ignoredKeys);
  return request.onlyThesePaths.flatMap((path) =>
    differences(at(request.answer, path), at(ours, path), path, ignoredKeys),
  );
}

/** Fields in the recorded answer that the kept document does not ask for: it was recorded with a wider one. */
function unselected(request: ContractRequest): string[] {
  const names = JSON.stringify(request.answer).match(/"(\w+)":/g) ?? [];
  return names
    .map((name) => name.slice(1, -2))
    .filter((name) => !request.document.includes(name) && !isOfBody(name));
}

const isOfBody = (name: string): boolean =>
  ['data', 'errors', 'message', 'path', 'extensions', 'code'].includes(name);

/** A whole body is compared without its `extensions`. */
function comparable(answer: Json | undefined): Json | undefined {
  if (answer === null || typeof answer !== 'object' || Array.isArray(answer)) return answer;
  if (!('data' in answer) && !('errors' in answer)) return answer;
  const { extensions: _notCompared, ...rest } = answer as { readonly [key: string]: Json };
  return rest;
}

/** The recorded store's currency was set differently at different times: a scenario shows which. */
function currencyOf(contract: Contract): string {
  return (
    /"currencyCode": ?"([A-Z]{3})"/.exec(JSON.stringify(contract.requests.map((one) => one.answer)))?.[1] ??
    'USD'
  );
}
