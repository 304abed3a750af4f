/** Decimals that a `number_decimal` keeps (recorded: 1.1234567891 → 1.123456789). */
const mostDecimals = 9;

const rules: Readonly<Record<string, (value: string) => string>> = {
  /** Recorded: `t`, `1` and ` TRUE ` are true, `f` and `0` false. */
  boolean: (value) => (/^(t|true|1)$/i.test(value.trim()) ? 'true' : 'false'),
  /** Recorded: `5.000` → `5`. */
  number_integer: (value) => value.trim().replace(/\.0+$/, ''),
  number_decimal: (value) => {
    const [whole = '', fraction = ''] = value.trim().split('.');
    return fraction === '' ? whole : `${whole}.${fraction.slice(0, mostDecimals)}`;
  },
  /** Recorded: fractions of a second are dropped, the offset stays, and none means UTC. */
  date_time: (value) => {
    const [, moment = value, offset = ''] = /^(.{19})(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/.exec(value.trim()) ?? [];
    return `${moment}${offset === '' || offset === 'Z' ? '+00:00' : offset}`;
  },
};

/** A metafield's value as Shopify writes it back; types without a rule come back as they were sent. */
export const normaliseMetafieldValue = (type: string, value: string): string => rules[type]?.(value) ?? value;
