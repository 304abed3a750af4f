import type { Language } from '../../language/languages';

/** What the menu and the dialogs are called. */
export type Caption =
  | 'Preview changes'
  | 'Choose what to send…'
  | 'Sync now'
  | 'Sync selected rows'
  | 'Sync one group'
  | 'Products'
  | 'Inventory'
  | 'Prices'
  | 'Get from Shopify…'
  | 'Refresh from Shopify'
  | 'Fill this column from Shopify'
  | 'History…'
  | 'Undo last run…'
  | 'Show only problems, or all rows'
  | 'Set up tabs'
  | 'Open sidebar'
  | 'Help'
  | 'Choose what to send';

/** Machine drafts, until somebody whose language it is has read them. */
const WORDS: Readonly<Record<Language, Readonly<Record<Caption, string>>>> = {
  de: {
    'Preview changes': 'Änderungsvorschau',
    'Choose what to send…': 'Auswählen, was gesendet wird…',
    'Sync now': 'Jetzt synchronisieren',
    'Sync selected rows': 'Ausgewählte Zeilen synchronisieren',
    'Sync one group': 'Eine Gruppe synchronisieren',
    Products: 'Produkte',
    Inventory: 'Inventar',
    Prices: 'Preise',
    'Get from Shopify…': 'Aus Shopify abrufen…',
    'Refresh from Shopify': 'Aus Shopify aktualisieren',
    'Fill this column from Shopify': 'Diese Spalte aus Shopify füllen',
    'History…': 'Verlauf…',
    'Undo last run…': 'Letzten Durchlauf rückgängig machen…',
    'Show only problems, or all rows': 'Nur Probleme oder alle Zeilen zeigen',
    'Set up tabs': 'Tabellenblätter anlegen',
    'Open sidebar': 'Seitenleiste öffnen',
    Help: 'Hilfe',
    'Choose what to send': 'Auswählen, was gesendet wird',
  },
  es: {
    'Preview changes': 'Previsualizar cambios',
    'Choose what to send…': 'Elegir qué enviar…',
    'Sync now': 'Sincronizar ahora',
    'Sync selected rows': 'Sincronizar filas seleccionadas',
    'Sync one group': 'Sincronizar un grupo',
    Products: 'Productos',
    Inventory: 'Inventario',
    Prices: 'Precios',
    'Get from Shopify…': 'Traer de Shopify…',
    'Refresh from Shopify': 'Actualizar desde Shopify',
    'Fill this column from Shopify': 'Rellenar esta columna desde Shopify',
    'History…': 'Historial…',
    'Undo last run…': 'Deshacer la última sincronización…',
    'Show only problems, or all rows': 'Mostrar solo problemas o todas las filas',
    'Set up tabs': 'Preparar pestañas',
    'Open sidebar': 'Abrir barra lateral',
    Help: 'Ayuda',
    'Choose what to send': 'Elegir qué enviar',
  },
  fr: {
    'Preview changes': 'Aperçu des modifications',
    'Choose what to send…': 'Choisir quoi envoyer…',
    'Sync now': 'Synchroniser maintenant',
    'Sync selected rows': 'Synchroniser les lignes sélectionnées',
    'Sync one group': 'Synchroniser un groupe',
    Products: 'Produits',
    Inventory: 'Stock',
    Prices: 'Prix',
    'Get from Shopify…': 'Récupérer depuis Shopify…',
    'Refresh from Shopify': 'Actualiser depuis Shopify',
    'Fill this column from Shopify': 'Remplir cette colonne depuis Shopify',
    'History…': 'Historique…',
    'Undo last run…': 'Annuler la dernière exécution…',
    'Show only problems, or all rows': 'Afficher seulement les problèmes, ou toutes les lignes',
    'Set up tabs': 'Configurer les onglets',
    'Open sidebar': 'Ouvrir la barre latérale',
    Help: 'Aide',
    'Choose what to send': 'Choisir quoi envoyer',
  },
  it: {
    'Preview changes': 'Anteprima modifiche',
    'Choose what to send…': 'Scegli cosa inviare…',
    'Sync now': 'Sincronizza ora',
    'Sync selected rows': 'Sincronizza le righe selezionate',
    'Sync one group': 'Sincronizza un gruppo',
    Products: 'Prodotti',
    Inventory: 'Inventario',
    Prices: 'Prezzi',
    'Get from Shopify…': 'Recupera da Shopify…',
    'Refresh from Shopify': 'Aggiorna da Shopify',
    'Fill this column from Shopify': 'Riempi questa colonna da Shopify',
    'History…': 'Cronologia…',
    'Undo last run…': 'Annulla ultima esecuzione…',
    'Show only problems, or all rows': 'Mostra solo i problemi, o tutte le righe',
    'Set up tabs': 'Configura schede',
    'Open sidebar': 'Apri barra laterale',
    Help: 'Guida',
    'Choose what to send': 'Scegli cosa inviare',
  },
  ja: {
    'Preview changes': '変更をプレビュー',
    'Choose what to send…': '送信する変更を選択…',
    'Sync now': '今すぐ同期',
    'Sync selected rows': '選択した行を同期',
    'Sync one group': 'グループを指定して同期',
    Products: '商品',
    Inventory: '在庫',
    Prices: '価格',
    'Get from Shopify…': 'Shopifyから取得…',
    'Refresh from Shopify': 'Shopifyから更新',
    'Fill this column from Shopify': 'この列をShopifyの値で補完',
    'History…': '履歴…',
    'Undo last run…': '前回の同期を元に戻す…',
    'Show only problems, or all rows': '問題のある行のみ／すべての行を表示',
    'Set up tabs': '入力用シートを作成',
    'Open sidebar': 'サイドバーを開く',
    Help: 'ヘルプ',
    'Choose what to send': '送信する変更を選択',
  },
  nl: {
    'Preview changes': 'Wijzigingen voorvertonen',
    'Choose what to send…': 'Kiezen wat je verstuurt…',
    'Sync now': 'Nu synchroniseren',
    'Sync selected rows': 'Geselecteerde rijen synchroniseren',
    'Sync one group': 'Eén groep synchroniseren',
    Products: 'Producten',
    Inventory: 'Voorraad',
    Prices: 'Prijzen',
    'Get from Shopify…': 'Ophalen uit Shopify…',
    'Refresh from Shopify': 'Verversen uit Shopify',
    'Fill this column from Shopify': 'Deze kolom vullen uit Shopify',
    'History…': 'Geschiedenis…',
    'Undo last run…': 'Laatste synchronisatie ongedaan maken…',
    'Show only problems, or all rows': 'Alleen problemen of alle rijen tonen',
    'Set up tabs': 'Tabbladen aanmaken',
    'Open sidebar': 'Zijbalk openen',
    Help: 'Help',
    'Choose what to send': 'Kiezen wat je verstuurt',
  },
  'pt-BR': {
    'Preview changes': 'Ver prévia das alterações',
    'Choose what to send…': 'Escolher o que enviar…',
    'Sync now': 'Sincronizar agora',
    'Sync selected rows': 'Sincronizar linhas selecionadas',
    'Sync one group': 'Sincronizar um grupo',
    Products: 'Produtos',
    Inventory: 'Estoque',
    Prices: 'Preços',
    'Get from Shopify…': 'Trazer da Shopify…',
    'Refresh from Shopify': 'Atualizar com dados da Shopify',
    'Fill this column from Shopify': 'Preencher esta coluna com dados da Shopify',
    'History…': 'Histórico…',
    'Undo last run…': 'Desfazer a última sincronização…',
    'Show only problems, or all rows': 'Mostrar só problemas ou todas as linhas',
    'Set up tabs': 'Preparar abas',
    'Open sidebar': 'Abrir barra lateral',
    Help: 'Ajuda',
    'Choose what to send': 'Escolher o que enviar',
  },
};

/** Puts captions into a language; English where there is none. */
export function wordsOf(language: Language | undefined): (caption: Caption) => string {
  return (caption) => (language === undefined ? caption : WORDS[language][caption]);
}
