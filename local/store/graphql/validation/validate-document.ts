import { type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, Kind, visit } from 'graphql';
import type { TopLevelError } from '../execution/answer';
import { report, type Validation } from './report';
import { checkDirectives, checkSelections, reportUndefinedType } from './selections';
import { checkVariables } from './variable-use';

/**
 * Validates as Shopify does: graphql-ruby's static validation, whose messages, paths and codes differ from
 * graphql-js's. Empty when the document is sound.
 */
export function validateDocument(schema: GraphQLSchema, document: DocumentNode): readonly TopLevelError[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const validation: Validation = { schema, fragments, errors: [] };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      const name = definition.name ? ` ${definition.name.value}` : '';
      const path = [`${definition.operation}${name}`];
      const root = schema.getRootType(definition.operation);
      checkDirectives(validation, definition.directives ?? [], path);
      if (root) checkSelections(validation, definition.selectionSet, root, path);
      checkVariables(validation, definition, path);
    } else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      checkFragment(validation, definition);
    }
  }
  checkFragmentsUsed(validation, document);
  return validation.errors;
}

function checkFragment(validation: Validation, fragment: FragmentDefinitionNode): void {
  const path = [`fragment ${fragment.name.value}`];
  const condition = fragment.typeCondition.name.value;
  const type = validation.schema.getType(condition);
  if (type) checkSelections(validation, fragment.selectionSet, type, path);
  else reportUndefinedType(validation, fragment, condition, path);
}

function checkFragmentsUsed(validation: Validation, document: DocumentNode): void {
  const spread = new Set<string>();
  visit(document, {
    FragmentSpread: (node) => {
      spread.add(node.name.value);
    },
  });
  for (const [name, fragment] of validation.fragments) {
    if (spread.has(name)) continue;
    report(validation, fragment, [`fragment ${name}`], `Fragment ${name} was defined, but not used`, {
      code: 'useAndDefineFragment',
      fragmentName: name,
    });
  }
}
