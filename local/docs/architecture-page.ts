import { findJourney } from './journey';
import { ROOMS } from './rooms';

const INTRO = `# Architecture

<!-- Written by \`npm run docs\`: the text is in local/docs/architecture-page.ts, rooms in rooms.ts, steps in journey.ts. -->

The add-on is one Apps Script file and one page, built from \`src\`. Data flows in one direction, from the tabs to the
store, and comes back as an answer next to each row. Three ideas explain most of the code:

- **Deciding is pure, doing is not.** \`catalog\` and \`plan\` are functions of values: no Google, no Shopify, no clock. What
  a preview shows and what a run sends is the same value.
- **The outside is behind ports.** \`src/ports\` says what the use cases need of tabs, store, storage and clock; \`google\` and
  \`shopify\` provide it. No use case names a Google service or a document of the Admin API.
- **The store is the checkpoint.** Google ends a script after six minutes. A run that was cut off reads and plans again, and
  what was done is found done, and its rows say so. [life-of-a-run.md](life-of-a-run.md) has the states.

![The folders of src on their floors](architecture.svg)

An import runs within a room or down; \`tsc -b\` enforces it between folders, \`test/boundaries.test.ts\` between rooms. The
names after *uses* are the folders that a folder really imports from today. The numbers are the journey of a row.

## The journey of a row

Open the files in this order to read the code as if you were a row. A test follows a row through the built add-on and
compares.`;

const AFTER_JOURNEY = `What happens around it:

- A run is opened by [\`run-sync.ts\`](../src/sync/commands/run-sync.ts), or by another file of
  [\`src/sync/commands\`](../src/sync/commands), one for each thing that a person or the schedule can ask for.
- What was last synced is read and written in [\`src/sync/memory\`](../src/sync/memory): a hidden tab, as a journal.
- A bulk operation leaves at step 12 and comes back at step 14, perhaps in another execution:
  [\`src/sync/execution/bulk\`](../src/sync/execution/bulk).
- An undo is a run whose plan comes from [\`src/plan/undo\`](../src/plan/undo); it joins at step 10.

## The rooms

From the top floor down, as in the picture.`;

/** docs/architecture.md. */
export function architecturePage(): string {
  return [
    INTRO,
    '',
    '| | Function | File | What it does |',
    '|---|---|---|---|',
    ...findJourney().map(
      ({ number, name, file, does }) =>
        `| ${number} | \`${name}\` | [\`${file}\`](../src/${file}) | ${does} |`,
    ),
    '',
    AFTER_JOURNEY,
    ...Object.entries(ROOMS)
      .toReversed()
      .flatMap(([folder, rooms]) => [
        '',
        `### ${folder}`,
        '',
        '| Room | Holds |',
        '|---|---|',
        ...Object.entries(rooms)
          .toReversed()
          .map(([room, holds]) => `| ${roomLink(folder, room)} | ${holds} |`),
      ]),
    '',
  ].join('\n');
}

function roomLink(folder: string, room: string): string {
  return room === '.' ? `[\`src/${folder}\`](../src/${folder})` : `[\`${room}\`](../src/${folder}/${room})`;
}
