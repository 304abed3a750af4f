import {
  type GraphQLInputType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  type VariableDefinitionNode,
  type VariableNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type Path, report, type Validation } from './report';

interface Use {
  readonly node: VariableNode;
  readonly type: GraphQLInputType | undefined;
  readonly hasDefault: boolean;
  readonly argumentName: string;
}

/** Declared but not used, used but not declared, and declared with another type than the place wants. */
export function checkVariables(validation: Validation, operation: OperationDefinitionNode, path: Path): void {
  const owner = operation.name
    ? `${operation.operation} ${operation.name.value}`
    : `anonymous ${operation.operation}`;
  const declared = new Map(
    (operation.variableDefinitions ?? []).map((node) => [node.variable.name.value, node]),
  );
  for (const [name, node] of declared) checkDeclaredType(validation, node, name, path);
  const uses = collectUses(validation, operation);
  for (const use of uses) {
    const name = use.node.name.value;
    const declaration = declared.get(name);
    if (declaration) checkUse(validation, declaration, use, path);
    else
      report(validation, use.node, path, `Variable $${name} is used by ${owner} but not declared`, {
        code: 'variableNotDefined',
        variableName: name,
      });
  }
  const used = new Set(uses.map((use) => use.node.name.value));
  for (const [name, node] of declared) {
    if (used.has(name)) continue;
    report(validation, node, path, `Variable $${name} is declared by ${owner} but not used`, {
      code: 'variableNotUsed',
      variableName: name,
    });
  }
}

function checkDeclaredType(
  validation: Validation,
  node: VariableDefinitionNode,
  name: string,
  path: Path,
): void {
  let named = node.type;
  while (named.kind !== Kind.NAMED_TYPE) named = named.type;
  const type = validation.schema.getType(named.name.value);
  if (type && isInputType(type)) return;
  report(validation, node, path, `${named.name.value} isn't a defined input type (on $${name})`, {
    code: 'variableRequiresValidType',
    typeName: named.name.value,
    variableName: name,
  });
}

/** Every use below the operation, through its fragments. */
function collectUses(validation: Validation, operation: OperationDefinitionNode): Use[] {
  const uses: Use[] = [];
  const visited = new Set<string>();
  const pending: Parameters<typeof visit>[0][] = [operation];
  for (const root of pending) {
    const types = new TypeInfo(validation.schema);
    let argumentName = '';
    visit(
      root,
      visitWithTypeInfo(types, {
        VariableDefinition: () => false,
        Argument: (node) => {
          argumentName = node.name.value;
        },
        FragmentSpread: (node) => {
          const fragment = validation.fragments.get(node.name.value);
          if (!fragment || visited.has(node.name.value)) return;
          visited.add(node.name.value);
          pending.push(fragment);
        },
        Variable: (node) => {
          const type = types.getInputType() ?? undefined;
          uses.push({ node, type, hasDefault: types.getDefaultValue() !== undefined, argumentName });
        },
      }),
    );
  }
  return uses;
}

function checkUse(validation: Validation, declaration: VariableDefinitionNode, use: Use, path: Path): void {
  const declaredType = typeFromAST(validation.schema, declaration.type as never) as
    | GraphQLInputType
    | undefined;
  if (!declaredType || !use.type) return;
  const excused = declaration.defaultValue !== undefined || use.hasDefault;
  const wanted = excused && isNonNullType(use.type) ? use.type.ofType : use.type;
  const errorMessage = mismatch(declaredType, wanted);
  if (!errorMessage) return;
  const name = declaration.variable.name.value;
  report(
    validation,
    use.node,
    path,
    `${errorMessage} on variable $${name} and argument ${use.argumentName} (${declaredType} / ${use.type})`,
    {
      code: 'variableMismatch',
      variableName: name,
      typeName: String(declaredType),
      argumentName: use.argumentName,
      errorMessage,
    },
  );
}

function mismatch(given: GraphQLInputType, wanted: GraphQLInputType): string | null {
  if (isNonNullType(wanted)) {
    return isNonNullType(given)
      ? mismatch(given.ofType, wanted.ofType)
      : (mismatch(given, wanted.ofType) ?? 'Nullability mismatch');
  }
  if (isNonNullType(given)) return mismatch(given.ofType, wanted);
  if (isListType(wanted)) {
    return isListType(given) ? mismatch(given.ofType, wanted.ofType) : 'List dimension mismatch';
  }
  if (isListType(given)) return 'List dimension mismatch';
  return given.name === wanted.name ? null : 'Type mismatch';
}
