/** Languages besides English. Each has a file of words in `src/languages/`, and its captions and status words in the code. */
export const LANGUAGES = ['de', 'es', 'fr', 'it', 'ja', 'nl', 'pt-BR'] as const;

export type Language = (typeof LANGUAGES)[number];

type OneEach<List extends readonly unknown[]> = { readonly [index in keyof List]: string };

/** The same words in each of them, in their order. */
export type InEachLanguage = OneEach<typeof LANGUAGES>;

/** As their speakers call them. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  ja: '日本語',
  nl: 'Nederlands',
  'pt-BR': 'Português do Brasil',
};

/** Google writes `pt_BR`, `pt-BR` or `pt`. Whoever reads one Portuguese reads the other better than English. */
export function languageFor(locale: string): Language | undefined {
  const [spoken = ''] = locale.toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language.split('-')[0] === spoken);
}
