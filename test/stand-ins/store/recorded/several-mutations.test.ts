import { Kind, OperationTypeNode, parse } from 'graphql';
import { describeBeside } from '../../../support/beside';
import { loadContracts } from './recordings';
import { replayContract } from './replay-contracts';
import { misses, share, shareOf, tell } from './share';

/** Families of which no mutation is modelled, or not all that their documents ask for. */
const NOT_MODELLED = /^(discounts__|markets__)/;
const WANTED = 0.9;

/** Whether a document has several mutations, which Shopify runs in turn and answers by their aliases. */
function hasSeveral(document: string): boolean {
  return parse(document).definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === OperationTypeNode.MUTATION &&
      definition.selectionSet.selections.length > 1,
  );
}

describeBeside('recorded-store', 'documents of several mutations recorded from a real store', () => {
  const contracts = (['contracts', 'contracts-more'] as const)
    .flatMap((folder) => loadContracts(folder))
    .filter(({ name }) => !NOT_MODELLED.test(name))
    .filter(({ requests }) => requests.some(({ document }) => hasSeveral(document)));

  test('are answered alias by alias as they were recorded', () => {
    const replayed = contracts.flatMap((contract) => {
      const several = new Set(
        contract.requests
          .filter(({ document }) => hasSeveral(document))
          .map(({ name }) => `${contract.name} ${name}`),
      );
      return replayContract(contract).replayed.filter(({ where }) => several.has(where));
    });
    tell(`documents of several mutations: ${share(replayed)}`);
    if (process.env.WHICH) tell(JSON.stringify(misses(replayed), null, 1));
    expect(replayed.length).toBeGreaterThan(20);
    expect(shareOf(replayed)).toBeGreaterThanOrEqual(WANTED);
  });
});
