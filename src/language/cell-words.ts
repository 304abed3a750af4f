import { type InEachLanguage, LANGUAGES, type Language } from './languages';

/**
 * Words in cells by which the add-on recognises its own: the statuses, and the corners of its tabs. They are in the code,
 * because a cell keeps its word where the language is changed. Machine drafts, until somebody whose language it is has read
 * them.
 */
const WORDS: Readonly<Record<string, InEachLanguage>> = {
  Error: ['Fehler', 'Error', 'Erreur', 'Errore', 'エラー', 'Fout', 'Erro'],
  'Changed in both': [
    'Beidseitig geändert',
    'Cambios en ambos lados',
    'Modifié des deux côtés',
    'Modificato da entrambe le parti',
    '両方で変更',
    'Aan beide kanten gewijzigd',
    'Alterado nos dois lados',
  ],
  Held: ['Zurückgehalten', 'Retenido', 'En suspens', 'In sospeso', '保留', 'Tegengehouden', 'Retido'],
  Created: ['Erstellt', 'Creado', 'Créé', 'Creato', '作成済み', 'Aangemaakt', 'Criado'],
  Updated: [
    'Aktualisiert',
    'Actualizado',
    'Mis à jour',
    'Aggiornato',
    '更新済み',
    'Bijgewerkt',
    'Atualizado',
  ],
  Differs: ['Weicht ab', 'No coincide', 'Diffère', 'Diverso', '不一致', 'Wijkt af', 'Difere'],
  'Not synced': [
    'Nicht synchronisiert',
    'Sin sincronizar',
    'Non synchronisé',
    'Non sincronizzato',
    '未同期',
    'Niet gesynchroniseerd',
    'Não sincronizado',
  ],
  'No change to send': [
    'Nichts zu senden',
    'Nada que enviar',
    'Rien à envoyer',
    'Niente da inviare',
    '送信する変更なし',
    'Niets te versturen',
    'Nada a enviar',
  ],
  'Up to date': ['Aktuell', 'Al día', 'À jour', 'Al passo', '最新', 'Actueel', 'Em dia'],
  'To create': ['Wird erstellt', 'Por crear', 'À créer', 'Da creare', '作成予定', 'Aan te maken', 'A criar'],
  'To update': [
    'Wird aktualisiert',
    'Por actualizar',
    'À mettre à jour',
    'Da aggiornare',
    '更新予定',
    'Bij te werken',
    'A atualizar',
  ],
  'What would happen': [
    'Was geschehen würde',
    'Qué pasaría',
    'Ce qui se passerait',
    'Che cosa succederebbe',
    '実行される内容',
    'Wat er zou gebeuren',
    'O que aconteceria',
  ],
  'Last checked': [
    'Zuletzt geprüft',
    'Última comprobación',
    'Dernière vérification',
    'Ultimo controllo',
    '最終確認',
    'Laatst gecontroleerd',
    'Última verificação',
  ],
};

const ENGLISH = new Map(
  Object.entries(WORDS).flatMap(([english, words]) => words.map((word): [string, string] => [word, english])),
);

/** These words in a language, by the English ones. */
export function wordsInCells(language: Language): Readonly<Record<string, string>> {
  const at = LANGUAGES.indexOf(language);
  return Object.fromEntries(Object.entries(WORDS).map(([english, words]) => [english, words[at]!]));
}

/** The English of a word that stands in a cell in any language. */
export function inEnglish(word: string): string {
  return ENGLISH.get(word) ?? word;
}

/** A word as it may stand in a cell: in English, and in each language. */
export function inEveryLanguage(english: string): readonly string[] {
  return [english, ...(WORDS[english] ?? [])];
}
