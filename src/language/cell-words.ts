import type { Language } from './languages';

/**
 * Words in cells by which the add-on knows its own again: the statuses, and the corners of its tabs. They stand in the code,
 * because a cell keeps its word where the language is changed. Machine drafts, until somebody whose language it is has read
 * them.
 */
export const WORDS_IN_CELLS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  de: {
    Error: 'Fehler',
    'Changed in both': 'Beidseitig geändert',
    Held: 'Zurückgehalten',
    Created: 'Erstellt',
    Updated: 'Aktualisiert',
    Differs: 'Weicht ab',
    'Not synced': 'Nicht synchronisiert',
    'No change to send': 'Nichts zu senden',
    'Up to date': 'Aktuell',
    'To create': 'Wird erstellt',
    'To update': 'Wird aktualisiert',
    'What would happen': 'Was geschehen würde',
    'Last checked': 'Zuletzt geprüft',
  },
  es: {
    Error: 'Error',
    'Changed in both': 'Cambios en ambos lados',
    Held: 'Retenido',
    Created: 'Creado',
    Updated: 'Actualizado',
    Differs: 'No coincide',
    'Not synced': 'Sin sincronizar',
    'No change to send': 'Nada que enviar',
    'Up to date': 'Al día',
    'To create': 'Por crear',
    'To update': 'Por actualizar',
    'What would happen': 'Qué pasaría',
    'Last checked': 'Última comprobación',
  },
  fr: {
    Error: 'Erreur',
    'Changed in both': 'Modifié des deux côtés',
    Held: 'En suspens',
    Created: 'Créé',
    Updated: 'Mis à jour',
    Differs: 'Diffère',
    'Not synced': 'Non synchronisé',
    'No change to send': 'Rien à envoyer',
    'Up to date': 'À jour',
    'To create': 'À créer',
    'To update': 'À mettre à jour',
    'What would happen': 'Ce qui se passerait',
    'Last checked': 'Dernière vérification',
  },
  it: {
    Error: 'Errore',
    'Changed in both': 'Modificato da entrambe le parti',
    Held: 'In sospeso',
    Created: 'Creato',
    Updated: 'Aggiornato',
    Differs: 'Diverso',
    'Not synced': 'Non sincronizzato',
    'No change to send': 'Niente da inviare',
    'Up to date': 'Al passo',
    'To create': 'Da creare',
    'To update': 'Da aggiornare',
    'What would happen': 'Che cosa succederebbe',
    'Last checked': 'Ultimo controllo',
  },
  ja: {
    Error: 'エラー',
    'Changed in both': '両方で変更',
    Held: '保留',
    Created: '作成済み',
    Updated: '更新済み',
    Differs: '不一致',
    'Not synced': '未同期',
    'No change to send': '送信する変更なし',
    'Up to date': '最新',
    'To create': '作成予定',
    'To update': '更新予定',
    'What would happen': '実行される内容',
    'Last checked': '最終確認',
  },
  nl: {
    Error: 'Fout',
    'Changed in both': 'Aan beide kanten gewijzigd',
    Held: 'Tegengehouden',
    Created: 'Aangemaakt',
    Updated: 'Bijgewerkt',
    Differs: 'Wijkt af',
    'Not synced': 'Niet gesynchroniseerd',
    'No change to send': 'Niets te versturen',
    'Up to date': 'Actueel',
    'To create': 'Aan te maken',
    'To update': 'Bij te werken',
    'What would happen': 'Wat er zou gebeuren',
    'Last checked': 'Laatst gecontroleerd',
  },
  'pt-BR': {
    Error: 'Erro',
    'Changed in both': 'Alterado nos dois lados',
    Held: 'Retido',
    Created: 'Criado',
    Updated: 'Atualizado',
    Differs: 'Difere',
    'Not synced': 'Não sincronizado',
    'No change to send': 'Nada a enviar',
    'Up to date': 'Em dia',
    'To create': 'A criar',
    'To update': 'A atualizar',
    'What would happen': 'O que aconteceria',
    'Last checked': 'Última verificação',
  },
};

const ENGLISH = new Map(
  Object.values(WORDS_IN_CELLS).flatMap((words) =>
    Object.entries(words).map(([english, word]): [string, string] => [word, english]),
  ),
);

/** The English of a word that stands in a cell in any language. */
export function inEnglish(word: string): string {
  return ENGLISH.get(word) ?? word;
}

/** A word as it may stand in a cell: in English, and in each language. */
export function inEveryLanguage(english: string): readonly string[] {
  return [english, ...Object.values(WORDS_IN_CELLS).flatMap((words) => words[english] ?? [])];
}
