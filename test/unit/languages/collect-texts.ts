import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';
import { sourcesOf } from '../../../local/docs/read-imports';
import { textOf } from '../../../src/sidebar/language/say';
import { ROOT } from '../../bundle/built';

/** What the pages say, as a language is asked for it, each once. */
interface PageTexts {
  /** By `say`: `Connected to {1}`. */
  readonly texts: readonly string[];
  /** By `countOf`: `{1} rows`. */
  readonly counts: readonly string[];
  /** What people may read and no language is asked for, by `file: text`. */
  readonly unsaid: readonly string[];
  /** Punctuation between two values, which not every language puts so, by `file: text`. */
  readonly joints: readonly string[];
}

/** Attributes that the browser reads, or an element of ours that draws a page of Shopify's. */
const FOR_BROWSERS =
  /^(class|id|type|role|href|target|rel|for|key|viewBox|d|placeholder|on|page|where|path|here)$/;

/** Begins with a capital, has two words, or ends in dots; anything else is a name in the code. */
const FOR_PEOPLE = /^\P{L}*\p{Lu}\p{Ll}|\p{L} \p{L}|^\p{L}+…$/u;

const JOINT = /^\s*[:;,.!?()]+\s*$/;

// biome-ignore lint/suspicious/noExplicitAny: the nodes of swc's tree that are told apart here have their kind in `type`
type Node = any;

export function collectTexts(): PageTexts {
  const texts = new Set<string>();
  const counts = new Set<string>();
  const unsaid: string[] = [];
  const joints: string[] = [];
  const read = (file: string, node: Node, isForBrowsers = false): void => {
    const below = () => {
      for (const [key, child] of Object.entries(node)) if (key !== 'span') visit(child);
    };
    const visit = (child: Node) => {
      if (Array.isArray(child)) child.forEach(visit);
      else if (child !== null && typeof child === 'object') read(file, child, isForBrowsers);
    };
    const note = (text: string) => {
      if (!isForBrowsers && FOR_PEOPLE.test(text)) unsaid.push(`${file}: ${text.trim()}`);
    };
    if (node.type === 'ImportDeclaration') return;
    if (node.type === 'JSXAttribute' && !isForBrowsers && FOR_BROWSERS.test(node.name.value))
      read(file, node, true);
    else if (node.type === 'TaggedTemplateExpression' && /^say/.test(node.tag.value)) {
      texts.add(textOf(cooked(node.template)));
      visit(node.template.expressions);
    } else if (node.type === 'CallExpression' && node.callee.value === 'countOf') {
      const [, one, many] = node.arguments.map((argument: Node) => argument.expression.value);
      counts.add(`{1} ${many ?? `${one}s`}`);
      visit(node.arguments[0]);
    } else if (node.type === 'CallExpression' && node.callee.value === 'told') {
      // Asked for by its words, as what the server says is.
    } else if (node.type === 'JSXText' && JOINT.test(node.value))
      joints.push(`${file}: ${node.value.trim()}`);
    else if (node.type === 'StringLiteral' || node.type === 'JSXText') note(node.value);
    else {
      if (node.type === 'TemplateLiteral' && node.quasis) note(cooked(node).join('{}'));
      below();
    }
  };
  for (const file of sourcesOf('src').filter((name) => name.startsWith('sidebar/'))) {
    const source = readFileSync(path.join(ROOT, 'src', file), 'utf8');
    const { body } = parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x') });
    for (const statement of body) read(file, statement);
  }
  return { texts: [...texts], counts: [...counts], unsaid, joints };
}

function cooked(template: Node): readonly string[] {
  return template.quasis.map((piece: Node) => piece.cooked);
}
