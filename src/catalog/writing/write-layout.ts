import type { FamilyFacts } from '../columns/column';
import { assignFamilyColumns } from '../tab/family-columns';
import { recogniseTab } from '../tab/layout';
import { assignLocationColumns } from '../tab/location-columns';
import { PHOTO_HEADER, PHOTO_NOTE } from '../tab/photo-column';
import type { TabLayout } from '../tab/tab-layout';
import { type TabTemplate, type TemplateColumn, templateColumn } from '../tab/tab-templates';
import { FORMS, type Form, formColumns, type Pack } from './forms';
import { shopColumns } from './shop-columns';

/** A tab to be filled with what Shopify has. */
export interface WrittenTab {
  readonly template: TabTemplate;
  /** Meaning of its header row, as a sync would read it. */
  readonly layout: TabLayout;
}

interface ShopWords {
  readonly locations: readonly string[];
  readonly families?: FamilyFacts | undefined;
}

const PHOTO_COLUMN: TemplateColumn = {
  header: PHOTO_HEADER,
  note: PHOTO_NOTE,
  choices: [],
  isText: false,
  isPhoto: true,
};

/** Undefined where the shop's own words get in the way: a location is called as another column is. */
export function writtenTab(
  form: Form,
  packs: readonly Pack[],
  { locations, families = {} }: ShopWords,
): WrittenTab | undefined {
  const all = formColumns(form, packs, { locations, ofFamilies: shopColumns(form, families) });
  const recognise = (some: typeof all) =>
    assignFamilyColumns(
      assignLocationColumns(recogniseTab([some.map(({ header }) => header)]), locations),
      families,
    );
  const first = recognise(all);
  const left = first.kind === 'ignored' ? {} : (first.layout.whyLeft ?? {});
  // What a sync would leave alone is not got either.
  const columns = all.filter(({ header }) => !(header in left));
  const recognition = columns.length < all.length ? recognise(columns) : first;
  if (recognition.kind !== 'recognised') return undefined;
  const { layout } = recognition;
  const isMeant = columns.every(({ key, location }, index) => {
    const read = layout.columns.find((column) => column.index === index);
    return read?.column.key === key && read.location === location;
  });
  if (!isMeant) return undefined;
  const hasPhoto = FORMS[form].kind === 'products' && packs.includes('photo');
  const template = {
    kind: FORMS[form].kind,
    name: FORMS[form].tab,
    freezesColumn: true as const,
    columns: [
      ...columns.map(({ key, header, note }) => {
        const column = templateColumn([key, header, note]);
        const isLocation = layout.columns.some(
          (each) => each.header === header && each.column.identifies === 'location',
        );
        return isLocation ? { ...column, choices: locations } : column;
      }),
      // Behind the others, so that what is read stands where the layout counts it.
      ...(hasPhoto ? [PHOTO_COLUMN] : []),
    ],
  };
  return { template, layout };
}
