import path from 'node:path';
import {
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';
import { isBulk, operationText, repeatedField } from '../../../local/codegen/document-text';
import { readDocuments } from '../../../local/codegen/read-documents';

const FOLDER = path.join(__dirname, '..', '..', '..', 'src', 'shopify', 'documents');
const { files, fragments } = readDocuments(FOLDER);
const operations = files.flatMap((file) => file.operations);

/** The operation with the selection of each fragment in place of its spread. */
function inlined(operation: OperationDefinitionNode): OperationDefinitionNode {
  return visit(operation, {
    SelectionSet: {
      leave: (node) => ({
        ...node,
        selections: node.selections.flatMap((selection) =>
          selection.kind === Kind.FRAGMENT_SPREAD ? selectionsOf(selection) : [selection],
        ),
      }),
    },
  });
}

function selectionsOf({ name }: FragmentSpreadNode) {
  return (fragments.get(name.value) as FragmentDefinitionNode).selectionSet.selections;
}

/** A text as it stands in a generated file, and `count` as the number of repetitions. */
async function evaluated(operation: OperationDefinitionNode): Promise<string> {
  const file = files.find((each) => each.operations.includes(operation));
  const module = await import(path.join(FOLDER, 'generated', `${file?.name}.ts`));
  return module[`${operation.name?.value}Document`];
}

const plain = operations.filter((operation) => !isBulk(operation) && !repeatedField(operation));

test.each(plain.map((operation) => [operation.name?.value, operation] as const))(
  'what is sent as %s asks for exactly what its file asks for',
  async (_, operation) => {
    expect(print(parse(await evaluated(operation)))).toBe(print(inlined(operation)));
  },
);

test('a field that is asked for several times has a name and a variable of its own each time', async () => {
  const { findHandlesDocument } = await import(path.join(FOLDER, 'generated', 'products.ts'));
  expect(findHandlesDocument(2)).toBe(
    'query FindHandles($h0:String! $h1:String!){h0:productByIdentifier(identifier:{handle:$h0}){id} h1:productByIdentifier(identifier:{handle:$h1}){id}}',
  );
});

test('a text takes what TypeScript reads otherwise for an error', () => {
  const [operation] = parse('query Q { shop { a(of: "\\\\n") } }').definitions;
  expect(() => operationText(operation as OperationDefinitionNode)).toThrow('backslash');
});
