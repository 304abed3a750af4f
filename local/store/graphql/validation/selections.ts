import {
  type ArgumentNode,
  type DirectiveNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { checkLiteral, type Taker } from './literals';
import { type Path, report, type Validation } from './report';

/** Checks every field below a selection set; a fragment is checked where it is defined. */
export function checkSelections(
  validation: Validation,
  selections: SelectionSetNode,
  parent: GraphQLNamedType,
  path: Path,
): void {
  for (const selection of selections.selections) {
    checkDirectives(validation, selection.directives ?? [], path);
    if (selection.kind === Kind.FIELD) checkField(validation, selection, parent, path);
    else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value ?? parent.name;
      const type = validation.schema.getType(condition);
      const fragmentPath = [...path, `... on ${condition}`];
      if (type) checkSelections(validation, selection.selectionSet, type, fragmentPath);
      else reportUndefinedType(validation, selection, condition, fragmentPath);
    } else if (!validation.fragments.has(selection.name.value)) {
      report(
        validation,
        selection,
        [...path, `... ${selection.name.value}`],
        `Fragment ${selection.name.value} was used, but not defined`,
        { code: 'useAndDefineFragment', fragmentName: selection.name.value },
      );
    }
  }
}

export function reportUndefinedType(
  validation: Validation,
  node: Parameters<typeof report>[1],
  typeName: string,
  path: Path,
): void {
  report(validation, node, path, `No such type ${typeName}, so it can't be a fragment condition`, {
    code: 'undefinedType',
    typeName,
  });
}

function checkField(validation: Validation, node: FieldNode, parent: GraphQLNamedType, outer: Path): void {
  const name = node.name.value;
  const path = [...outer, node.alias?.value ?? name];
  if (name.startsWith('__')) return;
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  if (!field) {
    report(validation, node, path, `Field '${name}' doesn't exist on type '${parent.name}'`, {
      code: 'undefinedField',
      typeName: parent.name,
      fieldName: name,
    });
    return;
  }
  checkArguments(validation, node, node.arguments ?? [], field.args, { kind: 'Field', name }, path);
  checkLeaf(validation, node, field.type, path);
  if (node.selectionSet && isCompositeType(getNamedType(field.type))) {
    checkSelections(validation, node.selectionSet, getNamedType(field.type), path);
  }
}

function checkArguments(
  validation: Validation,
  node: FieldNode | DirectiveNode,
  written: readonly ArgumentNode[],
  defined: readonly GraphQLArgument[],
  taker: Taker,
  path: Path,
): void {
  for (const argument of written) {
    const name = argument.name.value;
    const definition = defined.find((candidate) => candidate.name === name);
    if (definition) {
      checkLiteral(validation, argument.value, definition.type, { ...taker, node }, name, [...path, name]);
    } else {
      report(
        validation,
        argument,
        [...path, name],
        `${taker.kind} '${taker.name}' doesn't accept argument '${name}'`,
        { code: 'argumentNotAccepted', name: taker.name, typeName: taker.kind, argumentName: name },
      );
    }
  }
  const present = new Set(written.map((argument) => argument.name.value));
  const missing = defined.filter((argument) => isRequiredArgument(argument) && !present.has(argument.name));
  if (missing.length === 0) return;
  const names = missing.map((argument) => argument.name).join(', ');
  report(validation, node, path, `${taker.kind} '${taker.name}' is missing required arguments: ${names}`, {
    code: 'missingRequiredArguments',
    className: taker.kind,
    name: taker.name,
    arguments: names,
  });
}

function checkLeaf(validation: Validation, node: FieldNode, type: GraphQLOutputType, path: Path): void {
  const named = getNamedType(type);
  const name = node.name.value;
  const mismatch = (message: string): void =>
    report(validation, node, path, message, {
      code: 'selectionMismatch',
      nodeName: `field '${name}'`,
      typeName: named.name,
    });
  if (isCompositeType(named) && !node.selectionSet) {
    mismatch(
      `Field must have selections (field '${name}' returns ${named.name} but has no selections. ` +
        `Did you mean '${name} { ... }'?)`,
    );
  } else if (!isCompositeType(named) && node.selectionSet) {
    const chosen = node.selectionSet.selections.map((child) =>
      child.kind === Kind.FIELD ? child.name.value : '...',
    );
    mismatch(
      `Selections can't be made on scalars (field '${name}' returns ${named.name} but has selections ` +
        `[${chosen.map((child) => JSON.stringify(child)).join(', ')}])`,
    );
  }
}

export function checkDirectives(
  validation: Validation,
  directives: readonly DirectiveNode[],
  path: Path,
): void {
  for (const directive of directives) {
    const name = directive.name.value;
    const definition = validation.schema.getDirective(name);
    if (definition) {
      const taker = { kind: 'Directive', name } as const;
      checkArguments(validation, directive, directive.arguments ?? [], definition.args, taker, path);
    } else {
      report(validation, directive, path, `Directive @${name} is not defined`, {
        code: 'undefinedDirective',
        directiveName: name,
      });
    }
  }
}
