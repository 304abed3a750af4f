/** Languages beside English; each has its words for the pages in `src/languages/`, and for the menu in `menu-words.ts`. */
const LANGUAGES = ['de', 'es', 'fr', 'it', 'ja', 'nl', 'pt-BR'] as const;

export type Language = (typeof LANGUAGES)[number];

/**
 * The language of the person's Google account; undefined where it is English, or one that the add-on does not speak.
 * In auth mode NONE, in which a menu may be made, the locale is all that Google tells of a person.
 * Source: https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle
 */
export function languageOfPerson(): Language | undefined {
  try {
    return languageFor(Session.getActiveUserLocale());
  } catch {
    return undefined;
  }
}

/** Google writes `pt_BR`, `pt-BR` or `pt`. Whoever reads one Portuguese reads the other better than English. */
export function languageFor(locale: string): Language | undefined {
  const [spoken = ''] = locale.toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language.split('-')[0] === spoken);
}
