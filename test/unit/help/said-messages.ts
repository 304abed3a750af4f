import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';

const SRC = path.resolve(__dirname, '../../../src');

/** Rooms whose texts can come to stand next to a row, in a preview or in the history. */
const ROOMS = [
  'catalog',
  'plan',
  'shopify/operations',
  'sync/commands',
  'sync/execution',
  'sync/memory',
  'sync/run',
  'sync/tabs',
  'sync/refresh',
];

/** Files whose texts are headers, codes and labels. */
const LABELS = [
  'catalog/columns/cell-words.ts',
  'catalog/columns/columns.ts',
  'catalog/dialects/',
  'catalog/tab/tab-templates.ts',
  'catalog/values/currency.ts',
  'catalog/writing/forms.ts',
];

export interface SaidMessage {
  readonly file: string;
  /** With `X` for each value that is put into it. */
  readonly text: string;
  /** Whether it reads like a sentence or a reason, and not like a label or a part of either. */
  readonly isSentence: boolean;
}

/** The texts in the code of these rooms, of two words at least; the words of problems are left out. */
export function saidMessages(): readonly SaidMessage[] {
  const found = new Map<string, SaidMessage>();
  for (const room of ROOMS)
    for (const entry of readdirSync(path.join(SRC, room), { recursive: true, encoding: 'utf8' })) {
      const file = `${room}/${entry.split(path.sep).join('/')}`;
      if (!file.endsWith('.ts') || LABELS.some((label) => file.startsWith(label))) continue;
      const program = parseSync(readFileSync(path.join(SRC, file), 'utf8'), { syntax: 'typescript' });
      collect(program, (text) => found.set(text, { file, text, isSentence: isSentence(file, text) }));
    }
  return [...found.values()];
}

interface Node {
  readonly type?: string;
  readonly [key: string]: unknown;
}

function collect(node: unknown, add: (text: string) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) collect(each, add);
    return;
  }
  const { type } = node as Node;
  if (type === 'ImportDeclaration' || isProblem(node as Node)) return;
  const text =
    type === 'StringLiteral'
      ? String((node as Node).value)
      : type === 'TemplateLiteral'
        ? templateOf(node as Node)
        : '';
  if ((text.match(/\p{L}{2,}/gu) ?? []).length > 1) add(text);
  for (const [key, value] of Object.entries(node)) if (key !== 'span') collect(value, add);
}

/** Its kind has a paragraph, which the compiler asks for. */
function isProblem(node: Node): boolean {
  if (node.type === 'CallExpression') return (node.callee as { readonly value?: string }).value === 'fail';
  if (node.type !== 'ObjectExpression') return false;
  const properties = node.properties as readonly { readonly key?: { readonly value?: string } }[];
  return properties.some(({ key }) => key?.value === 'nextStep');
}

function templateOf(node: Node): string {
  return (node.quasis as readonly { readonly cooked?: string; readonly raw: string }[])
    .map(({ cooked, raw }) => cooked ?? raw)
    .join('X');
}

const STARTS_LIKE_A_FAULT =
  /^(X )?(is|are|has|have|had|must|was|were|can|cannot|needs|holds|begins|ends|lost|it|its|they|nobody|rows)\b/i;

/** The reasons of guards end a sentence that is made elsewhere. */
function isSentence(file: string, text: string): boolean {
  const words = (text.match(/\p{L}{2,}/gu) ?? []).length;
  if (file.startsWith('plan/guards/')) return words > 3;
  return (
    words > 2 &&
    (/[.?]["”]?$/.test(text) || /[a-zX”][.:;] [\p{Lu}“]/u.test(text) || STARTS_LIKE_A_FAULT.test(text))
  );
}
