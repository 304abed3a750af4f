import { recogniseTab } from '../tab/layout';
import { assignLocationColumns } from '../tab/location-columns';
import type { TabLayout } from '../tab/tab-layout';
import { type TabTemplate, templateColumn } from '../tab/tab-templates';
import { FORMS, type Form, formColumns, type Pack } from './forms';

/** A tab to be filled with what Shopify has. */
export interface WrittenTab {
  readonly template: TabTemplate;
  /** Meaning of its header row, as a sync would read it. */
  readonly layout: TabLayout;
}

/** Undefined where the shop's own words get in the way: a location is called as another column is. */
export function writtenTab(
  form: Form,
  packs: readonly Pack[],
  locations: readonly string[],
): WrittenTab | undefined {
  const columns = formColumns(form, packs, locations);
  const headers = columns.map(({ header }) => header);
  const recognition = assignLocationColumns(recogniseTab([headers]), locations);
  if (recognition.kind !== 'recognised') return undefined;
  const { layout } = recognition;
  const isMeant = columns.every(({ key, location }, index) => {
    const read = layout.columns.find((column) => column.index === index);
    return read?.column.key === key && read.location === location;
  });
  if (!isMeant) return undefined;
  const template = {
    kind: FORMS[form].kind,
    name: FORMS[form].tab,
    freezesColumn: true as const,
    columns: columns.map(({ key, header }) => {
      const column = templateColumn([key, header]);
      const isLocation = layout.columns.some(
        (each) => each.header === header && each.column.identifies === 'location',
      );
      return isLocation ? { ...column, choices: locations } : column;
    }),
  };
  return { template, layout };
}
