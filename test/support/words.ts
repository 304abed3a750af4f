import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LanguageWords } from '../../src/sidebar/language/say';
import { ROOT } from '../bundle/built';

/** The words of a language, as its file has them. */
export function wordsOfLanguage(language: string): LanguageWords {
  return JSON.parse(readFileSync(path.join(ROOT, 'src/languages', `${language}.json`), 'utf8'));
}
