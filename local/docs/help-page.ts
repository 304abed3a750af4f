import { CHAPTERS } from '../../src/help/topics/chapters';
import type { Topic } from '../../src/help/topics/topic';

/** `docs/help.md`: the help pages of the add-on as one page, each paragraph under its code. */
export function helpPage(): string {
  return [
    '# Help',
    '',
    '<!-- Written by `npm run docs`: the text is in src/help/topics. -->',
    '',
    'What each message means, why, and what to do next. The add-on shows the same under **Sync to Shopify ▸ Help**, searchable,',
    'and opens it at the message of the selected row; the link *Help* next to a message in the sidebar does so too.',
    '',
    ...CHAPTERS.flatMap(({ title, topics }) => [`## ${title}`, '', ...topics.flatMap(paragraph)]),
  ].join('\n');
}

function paragraph({ code, title, means, why, next }: Topic): string[] {
  return [`### ${title} <a id="${code}"></a>`, '', `${means} **Why:** ${why} **What to do:** ${next}`, ''];
}
