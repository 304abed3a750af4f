import fc from 'fast-check';
import {
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values';
import { requestedCost } from '../../../local/store/graphql/query-cost/requested-cost';
import { schemaFor } from '../../../local/store/graphql/schema';
import { checkBulkQuery } from '../../../local/store/shop/bulk-operations/check-query';
import { type FieldKey, shopifyFields } from '../../../src/catalog/columns/columns';
import { API_VERSION } from '../../../src/shopify/client/graphql';
import {
  ItemFieldsText,
  ProductFieldsText,
  VariantFieldsText,
} from '../../../src/shopify/documents/generated/fragments';
import {
  allFixedPricesText,
  allProductsText,
  allVariantsText,
  apartFromProductsText,
} from '../../../src/shopify/documents/generated/whole-shop';
import { FIELD_PATHS } from '../../../src/shopify/queries/field-paths';
import { ALL_OPERATIONS, type SentRequest, sentRequests } from './sent-requests';

const schema = schemaFor(API_VERSION).graphql;
const requests = sentRequests();

/** Mutations that Shopify refuses without the directive since 2026-04. Source: the schema's description of each. */
const NEED_KEY = /^inventory(Set|Adjust|Activate|Move)/;

function operationOf({ document }: SentRequest): OperationDefinitionNode {
  return parse(document).definitions[0] as OperationDefinitionNode;
}

describe('what the add-on sends', () => {
  test('covers every mutation that it knows', () => {
    const names = new Set(requests.map(({ name }) => name));
    expect(ALL_OPERATIONS.filter((operation) => !names.has(operation))).toEqual([]);
  });

  test('is valid in Shopify’s schema of its version, and no deprecated field or argument is in it', () => {
    const deprecated = new Set<string>();
    for (const { document } of requests) {
      const parsed = parse(document);
      expect(validate(schema, parsed).map(({ message }) => message)).toEqual([]);
      const types = new TypeInfo(schema);
      visit(
        parsed,
        visitWithTypeInfo(types, {
          Field: () => {
            const field = types.getFieldDef();
            if (field?.deprecationReason) deprecated.add(`${types.getParentType()?.name}.${field.name}`);
          },
        }),
      );
    }
    // Its successor needs the access scope write_files; see the operation.
    // Nor has a bulk query room for one more connection, such as the media of a variant.
    expect([...deprecated]).toEqual(['Mutation.productUpdateMedia', 'ProductVariant.image']);
  });

  test('reads in bulk with queries that are valid whatever they leave out, and take no variable', () => {
    fc.assert(
      fc.property(
        fc.record({
          descriptions: fc.boolean(),
          optionIds: fc.boolean(),
          levels: fc.boolean(),
          media: fc.boolean(),
          publishing: fc.boolean(),
          variantImages: fc.boolean(),
          collections: fc.boolean(),
          included: fc.boolean(),
          variants: fc.boolean(),
          barcodes: fc.boolean(),
        }),
        (include) => {
          const apart = [apartFromProductsText(include), allFixedPricesText()];
          for (const query of [allProductsText(include), allVariantsText(include), ...apart]) {
            expect(checkBulkQuery(schemaFor(API_VERSION), query)).toEqual([]);
            expect(query).not.toMatch(/[$@]/);
            expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
          }
        },
      ),
    );
  });

  test('has variables of the declared types', () => {
    for (const request of requests) {
      const variables = JSON.parse(JSON.stringify(request.variables));
      const { errors } = getVariableValues(schema, operationOf(request).variableDefinitions ?? [], variables);
      expect(errors ?? []).toEqual([]);
    }
  });

  test('carries an idempotency key wherever Shopify wants one', () => {
    for (const request of requests) {
      for (const field of operationOf(request).selectionSet.selections) {
        if (field.kind !== Kind.FIELD || !NEED_KEY.test(field.name.value)) continue;
        expect(field.directives?.map(({ name }) => name.value)).toEqual(['idempotent']);
        expect(request.variables.key).toBe('fake-key');
        expect(request.repeatable).toBe(true);
      }
    }
  });

  test('says for every stock level from which quantity it changes', () => {
    const sets = requests.filter(({ name }) => name === 'set-stock');
    const levels = sets.flatMap(({ variables }) => (variables.input as { quantities: object[] }).quantities);
    expect(levels.length).toBeGreaterThan(0);
    for (const level of levels) expect(Object.keys(level)).toContain('changeFromQuantity');
  });

  test('never repeats a mutation that would do a second thing', () => {
    const repeatable = (name: string) => [
      ...new Set(requests.filter((request) => request.name === name).map((request) => request.repeatable)),
    ];
    expect(repeatable('create-product')).toEqual([false]);
    expect(repeatable('create-variants')).toEqual([false]);
  });

  test('creates without an identifier and with a handle, so that it can neither replace nor double', () => {
    const creations = requests.filter(({ name }) => name === 'create-product');
    for (const { document, variables } of creations) {
      expect(document).not.toContain('identifier');
      expect((variables.input as { handle?: string }).handle).toBe('tee');
    }
  });
});

describe('the cost of a request', () => {
  test('is never less than what Shopify charges, and little more', () => {
    const charged = requests.map((request) => {
      const points = requestedCost(schema, parse(request.document), request.variables)?.total ?? 0;
      return { name: request.name, said: request.cost, points };
    });
    expect(charged.filter(({ said, points }) => said < points)).toEqual([]);
    expect(charged.filter(({ said, points }) => said > points + 2)).toEqual([]);
  });
});

describe('the column table', () => {
  const typeAt = (root: string, path: readonly string[]): unknown =>
    path.reduce<unknown>((type, name) => {
      const field = (type as GraphQLObjectType | GraphQLInputObjectType | undefined)?.getFields?.()[name];
      return field && getNamedType(field.type);
    }, schema.getType(root));

  const INPUTS = {
    product: ['ProductSetInput', 'ProductUpdateInput'],
    variant: ['ProductVariantSetInput', 'ProductVariantsBulkInput'],
  } as const;
  const NODES = { product: 'Product', variant: 'ProductVariant' } as const;
  const READ_APART: Partial<Record<FieldKey, string>> = {
    published: 'resourcePublicationsV2',
    publishedAt: 'resourcePublicationsV2',
    channels: 'resourcePublicationsV2',
    collections: 'collections',
    barcodes: 'barcodes',
    option1Order: 'options.optionValues',
    option2Order: 'options.optionValues',
    option3Order: 'options.optionValues',
  };
  const SELECTED = {
    product: `${ProductFieldsText} descriptionHtml`,
    variant: `${VariantFieldsText} inventoryItem{${ItemFieldsText}}`,
  } as const;

  test.each(shopifyFields().map((field) => [field.key, field] as const))(
    'finds %s in the API',
    (_, { level, key }) => {
      const field = FIELD_PATHS[key];
      const own = level as keyof typeof NODES;
      const node = field.node ?? READ_APART[key];
      expect(node && typeAt(NODES[own], node.split('.'))).toBeDefined();
      for (const input of INPUTS[own])
        if (field.input) expect(typeAt(input, field.input.split('.'))).toBeDefined();
    },
  );

  const readTogether = shopifyFields().flatMap(({ key, level }) =>
    FIELD_PATHS[key].node ? [{ key, level, node: FIELD_PATHS[key].node }] : [],
  );

  test.each(readTogether.map((field) => [field.key, field] as const))(
    'selects %s where it reads',
    (_, { level, node: path }) => {
      const selection = parse(`{${SELECTED[level as keyof typeof SELECTED]}}`).definitions[0];
      let selections = (selection as OperationDefinitionNode).selectionSet.selections;
      for (const name of path.split('.')) {
        const found = selections.find((node) => node.kind === Kind.FIELD && node.name.value === name);
        expect(found).toBeDefined();
        selections = found?.kind === Kind.FIELD ? (found.selectionSet?.selections ?? []) : [];
      }
    },
  );
});
