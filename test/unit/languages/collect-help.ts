import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CHAPTERS } from '../../../src/help/topics/chapters';
import { ROOT } from '../../bundle/built';

/** What the help says, each text once: its paragraphs, and what stands around them. */
export function collectHelp(): readonly string[] {
  const page = readFileSync(path.join(ROOT, 'src/help/help-pages.tsx'), 'utf8');
  const around = [...page.matchAll(/said\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text!);
  const paragraphs = CHAPTERS.flatMap(({ title, topics }) => [
    title,
    ...topics.flatMap(({ title: ofTopic, means, why, next }) => [ofTopic, means, why, next]),
  ]);
  return [...new Set([...around, ...paragraphs])];
}
