import type { Contract, ContractRequest } from '../recordings';

const idsIn = (value: unknown): string[] =>
  JSON.stringify(value ?? null).match(/gid:\/\/shopify\/[\w/?=&]+/g) ?? [];

/** Ids that stand for nothing: repeated digits, and small numbers, which no real store gives out. */
const isMadeUp = (id: string): boolean => /\/((\d\d?)\2{5,}|\d{1,3}|9{8,}\d*|90{8,}\d+)$/.test(id);

/**
 * A scenario needs a seed if a request names something that no earlier answer of the scenario showed, or if its
 * variables refer to a first answer that is not part of the recording.
 */
export function needsSeed(contract: Contract): boolean {
  return neededIds(contract).length > 0 || refersToUnrecordedPrimary(contract);
}

/** A look at what was there whose variables were not kept: what it showed must be seeded like what it does not show. */
const isUnrepeatableQuery = ({ document, variables }: ContractRequest): boolean =>
  /^\s*(#.*\n\s*)*query/.test(document) && JSON.stringify(variables ?? null).includes('fromCapturePath');

export function neededIds(contract: Contract): string[] {
  const shown = new Set<string>();
  const needed = new Set<string>();
  for (const request of contract.requests) {
    for (const id of [...idsIn(request.variables), ...idsIn(request.document)]) {
      if (!shown.has(id) && !isMadeUp(id)) needed.add(id);
    }
    if (!isUnrepeatableQuery(request)) for (const id of idsIn(request.answer)) shown.add(id);
  }
  return [...needed];
}

export function refersToUnrecordedPrimary(contract: Contract): boolean {
  const first = JSON.stringify(contract.requests[0]?.variables ?? null);
  return first.includes('fromPrimaryProxyPath');
}
