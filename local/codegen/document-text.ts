import {
  type ASTNode,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';

/**
 * An operation as the inside of a template literal, without white space. A fragment's selection stands in place of its
 * spread: whether the bulk engine takes spreads is nowhere recorded.
 */
export function operationText(operation: OperationDefinitionNode): string {
  const { operation: kind, name, selectionSet } = operation;
  if (isBulk(operation)) return selectionText(selectionSet, true);
  const repeated = repeatedField(operation);
  const variables = (operation.variableDefinitions ?? []).map(short);
  const declared = repeated
    ? `(${repetition(numbered(variables.join(), repeated))})`
    : variables.length > 0
      ? `(${variables.join()})`
      : '';
  return safe(`${kind} ${name?.value}${declared}${selectionText(selectionSet, false)}`);
}

/** Text between the braces of a fragment. */
export function fragmentText({ selectionSet }: FragmentDefinitionNode): string {
  return safe(selectionText(selectionSet, false).slice(1, -1));
}

export function isBulk({ directives }: OperationDefinitionNode): boolean {
  return directives?.some(({ name }) => name.value === 'bulk') ?? false;
}

/** The alias of the field that is asked for once for each value; undefined where there is none. */
export function repeatedField(operation: OperationDefinitionNode): string | undefined {
  let alias: string | undefined;
  visit(operation, {
    Field: (node) => {
      if (isRepeated(node)) alias = node.alias?.value;
    },
  });
  return alias;
}

export function isRepeated({ directives }: FieldNode): boolean {
  return directives?.some(({ name }) => name.value === 'each') ?? false;
}

/** The variable of `@include(if: $variable)`. */
export function conditionOf({ directives }: FieldNode): string | undefined {
  const include = directives?.find(({ name }) => name.value === 'include');
  const value = include?.arguments?.[0]?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : undefined;
}

function selectionText({ selections }: SelectionSetNode, inBulk: boolean): string {
  const parts = selections.map((selection) => partText(selection, inBulk));
  const joined = parts.map((part, index) => {
    const before = parts[index - 1] ?? '{';
    // What is put in may end with a name.
    return /^[^$].*[})]$|^\{$/s.test(before) || part.startsWith('...') ? part : ` ${part}`;
  });
  return `{${joined.join('')}}`;
}

function partText(selection: SelectionNode, inBulk: boolean): string {
  switch (selection.kind) {
    case Kind.FRAGMENT_SPREAD:
      return `\${${selection.name.value}Text}`;
    case Kind.INLINE_FRAGMENT:
      return `...on ${selection.typeCondition?.name.value}${selectionText(selection.selectionSet, inBulk)}`;
    case Kind.FIELD: {
      const condition = inBulk ? conditionOf(selection) : undefined;
      const directives = condition ? [] : (selection.directives ?? []).filter(isOfShopify);
      const text = fieldText(selection, directives, inBulk);
      if (condition) return `\${include.${condition} ? \`${text}\` : ''}`;
      const alias = selection.alias?.value;
      return isRepeated(selection) && alias ? repetition(numbered(text, alias)) : text;
    }
  }
}

function fieldText(field: FieldNode, directives: readonly DirectiveNode[], inBulk: boolean): string {
  const { alias, name, arguments: given = [], selectionSet } = field;
  return [
    alias ? `${alias.value}:` : '',
    name.value,
    given.length > 0 ? `(${given.map(short).join()})` : '',
    ...directives.map(short),
    selectionSet ? selectionText(selectionSet, inBulk) : '',
  ].join('');
}

function isOfShopify({ name }: DirectiveNode): boolean {
  return name.value !== 'each';
}

/** The alias and the variable of the same name, each with its number. */
function numbered(text: string, alias: string): string {
  return text.replace(new RegExp(`(^|\\$)${alias}(?=:)|\\$${alias}\\b`, 'g'), (found) => `${found}\${index}`);
}

function repetition(text: string): string {
  return `\${repeated(count, (index) => \`${text}\`)}`;
}

function short(node: ASTNode): string {
  return stripIgnoredCharacters(print(node)).replaceAll('""', '","');
}

function safe(text: string): string {
  if (/\\/.test(text)) throw new Error(`TypeScript would read the backslash of: ${text}`);
  return text;
}
