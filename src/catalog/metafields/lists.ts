import type { Parsed } from '../values/cell';
import { PLAIN_LOCALE } from '../values/read-number';
import { itemsIn } from './json';
import { givesBack, type ValueType } from './value-type';

/** Begins as a JSON list, or stands in its brackets: taken for an item, it would be the whole of the list. */
const HALF_JSON = /^\[\s*["[{]|^\[[^\n]*\]$/;

const NO_JSON =
  'begins as a JSON list and is none. Check its quotes and commas, or put each item on a line of its own';

/** A list of values of one type: in the cell one on each line, or JSON. */
export function listOf(item: ValueType): ValueType {
  const isText = item.canonical('x') === 'x';
  const list: ValueType = {
    read: item.read,
    ...(item.takesDates && { takesDates: true }),
    parse(raw, context): Parsed {
      const text = String(raw).replace(/\r\n?/g, '\n').trim();
      const json = text.startsWith('[') ? itemsIn(text) : undefined;
      if (!json && HALF_JSON.test(text)) return { problem: NO_JSON };
      const items: readonly (string | number | boolean)[] =
        json ??
        (typeof raw === 'string'
          ? text
              .split('\n')
              .map((one) => one.trim())
              .filter(Boolean)
          : [raw]);
      const values: string[] = [];
      for (const each of items) {
        const parsed = item.parse(each, json ? { ...context, locale: PLAIN_LOCALE } : context);
        if ('problem' in parsed) return { problem: problemOf(String(each), items.length, parsed.problem) };
        values.push(String(parsed.value));
      }
      const [only] = items;
      const isJoined = !json && isText && items.length === 1 && /[,;]\s/.test(String(only));
      return {
        value: `[${values.map((value) => (item.isBare ? value : JSON.stringify(value))).join(',')}]`,
        ...(isJoined && { doubt: `“${only}” counts as one item. Put each on a line of its own.` }),
      };
    },
    write(value) {
      const items = itemsIn(value);
      if (!items) return value;
      const lines = items.map((each) => String(item.write(each))).join('\n');
      return givesBack(list, lines, value) ? lines : value;
    },
    canonical: (value) => {
      const items = itemsIn(value);
      return items ? JSON.stringify(items.map(item.canonical)) : value.trim();
    },
  };
  return list;
}

function problemOf(item: string, count: number, problem: string): string {
  if (count === 1) return /,/.test(item) ? `${problem}. Put several on a line each` : problem;
  return `has “${item.slice(0, 40)}”, which ${problem}`;
}
