/** Imports that the design allows; `tsc -b` enforces it. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  language: [],
  catalog: ['language'],
  plan: ['language', 'catalog'],
  ports: ['language', 'catalog', 'plan'],
  shopify: ['language', 'catalog', 'plan', 'ports'],
  answers: ['language', 'catalog', 'plan', 'ports'],
  sync: ['language', 'catalog', 'plan', 'ports', 'answers'],
  google: ['language', 'catalog', 'plan', 'ports'],
  // What the answers refer to comes along; that only their types are taken is tested apart.
  sidebar: ['language', 'catalog', 'plan', 'ports', 'answers'],
  // What the ports refer to comes along.
  help: ['language', 'catalog', 'plan', 'ports'],
};

/**
 * The rooms of each folder and what they hold, from the ground up: an import runs within a room or down. `.` is the folder
 * itself, without those of its files that have a floor of their own. The picture and the table of docs/architecture.md are made from this.
 */
export const ROOMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  language: { '.': 'which languages there are, and a message in one of them' },
  catalog: {
    values: 'one value each: handle, money, weight, tags, country code',
    markets: 'catalogs of markets and companies: their names, headers and prices',
    metafields: 'values of the shop’s own fields: how each type is typed, kept and checked',
    columns: 'the column table, kinds of cells, headers',
    dialects: 'one file format in each file, and how its header row is told',
    tab: 'a tab as cells; what its header row means; the status columns',
    reading: 'cells → typed rows, with an issue for each that cannot be read',
    building: 'rows → what is asked of the store (the desired catalog)',
    writing: 'what Shopify has → header row and rows of each form',
  },
  plan: {
    model: 'the types of the plan: action, base, snapshot, batch, outcome',
    refresh: 'which cells take Shopify’s value when their tab is refreshed',
    compare: 'the three-way decision, and when two values are equal',
    tags: 'tags that are added and taken away',
    deletion: 'the end of an item, asked for and kept before',
    media: 'images',
    publishing: 'the Online Store',
    'price-lists': 'fixed prices of markets and companies',
    values: 'values that Shopify keeps apart from their item, each with a version',
    stock: 'quantities, Adjust cells, locations',
    identity: 'which product or variant a row means',
    options: 'names, order and number of options',
    product: 'new and existing products and variants',
    'action-kinds.ts': 'one entry for each kind of change: all that it has to say of itself',
    preview: 'what a preview counts and says',
    batches: 'actions → batches, and the way each is sent',
    settle: 'the store’s answer → what rows are told and what is remembered',
    undo: 'the values that a run replaced, and giving them back',
    guards: 'what looks like a slip is held',
    '.': 'planSync, which joins all of these',
  },
  ports: { '.': 'what the outside must provide: tabs, store, storage, clock' },
  answers: { '.': 'what the page may ask and is answered; types only' },
  shopify: {
    auth: 'one grant in each file, behind one AuthStrategy',
    documents: 'GraphQL documents, with texts and types made from them',
    client: 'requests, retry, pace, problems; the version of the API',
    queries: 'the variables, costs and answers of documents that read',
    operations: 'one operation in each file: variables, cost, answer → rows',
    bulk: 'bulk operations',
    reading: 'which way to read what a plan needs',
    catalog: 'all that a filter finds, read page by page or in bulk',
    '.': 'shopifyStore, which implements the port',
  },
  sync: {
    ground: 'services, settings, the day’s allowance, progress',
    connection: 'connecting a spreadsheet to a store',
    tabs: 'ticked tabs, reading them, finding rows again',
    memory: 'what was last synced, kept in hidden tabs',
    run: 'the record of a run, its lease, its limits, stopping it',
    schedule: 'the schedule and its trigger',
    execution: 'one execution of a run: plan, send, record, write',
    pull: 'getting the catalog: what is read, the tab that is filled, what is remembered of it',
    refresh: 'a tab that is there takes what Shopify has, where nobody edited it',
    commands: 'one use case in each file',
  },
  google: {
    services: 'one Apps Script service in each file',
    tabs: 'reading and writing cells',
    journals: 'hidden tabs',
    '.': 'spreadsheetSheets, which implements the port',
  },
  sidebar: {
    language: 'what the page says, in the person’s language',
    server: 'calls of entry points',
    state: 'what the page knows, and the events that change it',
    parts: 'button, field, list',
    panels: 'what a person sees',
    '.': 'the page',
  },
  help: {
    topics: 'a paragraph for each message that a person reads, and which one explains it',
    '.': 'the help pages',
  },
};
