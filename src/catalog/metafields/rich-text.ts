import { inOrder, objectIn } from './json';
import type { ValueType } from './value-type';

interface RichNode {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly children?: readonly RichNode[];
}

/**
 * Text with headings and lists, as Shopify's JSON of it. Text without JSON becomes one paragraph for each line.
 * Source: https://shopify.dev/docs/apps/build/metafields/list-of-data-types#rich-text-formatting
 */
export const richText: ValueType = {
  read: 'text',
  parse(raw) {
    const text = String(raw).replace(/\r\n?/g, '\n').trim();
    if (!text.startsWith('{')) return { value: JSON.stringify(paragraphs(text)) };
    const json = objectIn(text) as RichNode | undefined;
    return json?.type === 'root' && Array.isArray(json.children)
      ? { value: text }
      : { problem: 'is not the JSON of a rich text, which begins with {"type":"root","children":[' };
  },
  write(value) {
    const { children = [] } = (objectIn(value) ?? {}) as RichNode;
    const lines = children.map(({ children: parts = [] }) => parts.map((part) => part.value).join(''));
    const text = lines.join('\n');
    const isPlain = text === text.trim() && text !== '' && !/^[{[]/.test(text);
    return isPlain && inOrder(paragraphs(text)) === richText.canonical(value) ? text : value;
  },
  canonical(value) {
    const json = objectIn(value);
    return json ? inOrder(json) : value.trim();
  },
};

function paragraphs(text: string): RichNode {
  const children = text
    .split('\n')
    .map((line) => ({ type: 'paragraph', children: [{ type: 'text', value: line }] }));
  return { type: 'root', children };
}
