import {
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  isCompositeType,
  type OperationDefinitionNode,
} from 'graphql';
import { fragmentText, isBulk, operationText, repeatedField } from './document-text';
import { declarations, variablesType } from './input-type';
import { type Documents, readDocuments } from './read-documents';
import { dataType, lineTypes, selectionType } from './selection-type';
import type { TypeContext } from './type-context';

const HEAD = '// Written by `npm run codegen` from the .graphql files of the folder above.\n';

/** The TypeScript files of a folder of documents, by name. */
export function generate(folder: string): ReadonlyMap<string, string> {
  const documents = readDocuments(folder);
  const used = new Set<GraphQLNamedType>();
  const generated = new Map<string, string>();
  for (const { name, fragments, operations } of documents.files) {
    const own = new Set<GraphQLNamedType>();
    const context = { ...documents, use: (type: GraphQLNamedType) => void own.add(type) };
    const code = [
      ...fragments.map((fragment) => fragmentCode(fragment, context)),
      ...operations.map((operation) => operationCode(operation, context)),
    ].join('\n\n');
    generated.set(`${name}.ts`, `${HEAD}${imports(code, own, documents)}\n${code}\n`);
    for (const type of own) used.add(type);
  }
  const schemaTypes = declarations(used, { ...documents, use: () => undefined });
  return generated.set('schema-types.ts', `${HEAD}\n${schemaTypes.join('\n\n')}\n`);
}

function fragmentCode(fragment: FragmentDefinitionNode, context: TypeContext): string {
  const parent = context.schema.getType(fragment.typeCondition.name.value);
  if (!isCompositeType(parent)) throw new Error(`${fragment.name.value} is on no type with fields.`);
  const name = fragment.name.value;
  const type = selectionType(fragment.selectionSet, parent, context);
  return `export const ${name}Text = \`${fragmentText(fragment)}\`;\n\nexport type ${name} = ${type};`;
}

function operationCode(operation: OperationDefinitionNode, context: TypeContext): string {
  const name = operation.name?.value ?? '';
  const text = operationText(operation);
  const variables = variablesType(operation, context);
  if (isBulk(operation)) {
    const lines = lineTypes(operation, context).join('\n  | ').replaceAll('\n', '\n  ');
    // A query that leaves nothing out is asked for as it is.
    const include = text.includes('${include.') ? `include: ${variables}` : '';
    return `export function ${camel(name)}Text(${include}): string {\n  return \`${text}\`;\n}\n\nexport type ${name}Line =\n  | ${lines};`;
  }
  const types = `export type ${name}Data = ${dataType(operation, context)};\n\nexport type ${name}Variables = ${variables};`;
  const documentType = `GraphqlDocument<${name}Data, ${name}Variables>`;
  return repeatedField(operation)
    ? `export function ${camel(name)}Document(count: number): ${documentType} {\n  return \`${text}\`;\n}\n\n${types}`
    : `export const ${name}Document: ${documentType} = \`${text}\`;\n\n${types}`;
}

function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function imports(code: string, used: ReadonlySet<GraphQLNamedType>, { fragments }: Documents): string {
  const isNamed = (name: string) => new RegExp(`\\b${name}\\b`).test(code);
  const isForeign = (name: string) =>
    isNamed(name) && !new RegExp(`export (const|type) ${name}\\b`).test(code);
  const names = [...fragments.keys()];
  return [
    importLine('../../../catalog/values/gid', ['Gid'].filter(isNamed), []),
    importLine(
      '../document',
      ['BulkLine', 'GraphqlDocument', 'Narrowed'].filter(isNamed),
      ['repeated'].filter(isNamed),
    ),
    importLine('./fragments', names.filter(isForeign), names.map((name) => `${name}Text`).filter(isForeign)),
    importLine(
      './schema-types',
      [...used].map(({ name }) => name),
      [],
    ),
  ].join('');
}

function importLine(from: string, types: readonly string[], values: readonly string[]): string {
  if (types.length + values.length === 0) return '';
  const named = [...types, ...values].sort((one, other) =>
    one.toLowerCase() < other.toLowerCase() ? -1 : 1,
  );
  if (values.length === 0) return `import type { ${named.join(', ')} } from '${from}';\n`;
  const marked = named.map((name) => (types.includes(name) ? `type ${name}` : name));
  return `import { ${marked.join(', ')} } from '${from}';\n`;
}
