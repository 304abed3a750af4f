import { type InEachLanguage, LANGUAGES, type Language } from '../../language/languages';

/** Captions of the menu and titles of the dialogs. */
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
const WORDS: Readonly<Record<Caption, InEachLanguage>> = {
  'Preview changes': [
    'Änderungsvorschau',
    'Previsualizar cambios',
    'Aperçu des modifications',
    'Anteprima modifiche',
    '変更をプレビュー',
    'Wijzigingen voorvertonen',
    'Ver prévia das alterações',
  ],
  'Choose what to send…': [
    'Auswählen, was gesendet wird…',
    'Elegir qué enviar…',
    'Choisir quoi envoyer…',
    'Scegli cosa inviare…',
    '送信する変更を選択…',
    'Kiezen wat je verstuurt…',
    'Escolher o que enviar…',
  ],
  'Sync now': [
    'Jetzt synchronisieren',
    'Sincronizar ahora',
    'Synchroniser maintenant',
    'Sincronizza ora',
    '今すぐ同期',
    'Nu synchroniseren',
    'Sincronizar agora',
  ],
  'Sync selected rows': [
    'Ausgewählte Zeilen synchronisieren',
    'Sincronizar filas seleccionadas',
    'Synchroniser les lignes sélectionnées',
    'Sincronizza le righe selezionate',
    '選択した行を同期',
    'Geselecteerde rijen synchroniseren',
    'Sincronizar linhas selecionadas',
  ],
  'Sync one group': [
    'Eine Gruppe synchronisieren',
    'Sincronizar un grupo',
    'Synchroniser un groupe',
    'Sincronizza un gruppo',
    'グループを指定して同期',
    'Eén groep synchroniseren',
    'Sincronizar um grupo',
  ],
  Products: ['Produkte', 'Productos', 'Produits', 'Prodotti', '商品', 'Producten', 'Produtos'],
  Inventory: ['Inventar', 'Inventario', 'Stock', 'Inventario', '在庫', 'Voorraad', 'Estoque'],
  Prices: ['Preise', 'Precios', 'Prix', 'Prezzi', '価格', 'Prijzen', 'Preços'],
  'Get from Shopify…': [
    'Aus Shopify abrufen…',
    'Traer de Shopify…',
    'Récupérer depuis Shopify…',
    'Recupera da Shopify…',
    'Shopifyから取得…',
    'Ophalen uit Shopify…',
    'Trazer da Shopify…',
  ],
  'Refresh from Shopify': [
    'Aus Shopify aktualisieren',
    'Actualizar desde Shopify',
    'Actualiser depuis Shopify',
    'Aggiorna da Shopify',
    'Shopifyから更新',
    'Verversen uit Shopify',
    'Atualizar com dados da Shopify',
  ],
  'Fill this column from Shopify': [
    'Diese Spalte aus Shopify füllen',
    'Rellenar esta columna desde Shopify',
    'Remplir cette colonne depuis Shopify',
    'Riempi questa colonna da Shopify',
    'この列をShopifyの値で補完',
    'Deze kolom vullen uit Shopify',
    'Preencher esta coluna com dados da Shopify',
  ],
  'History…': [
    'Verlauf…',
    'Historial…',
    'Historique…',
    'Cronologia…',
    '履歴…',
    'Geschiedenis…',
    'Histórico…',
  ],
  'Undo last run…': [
    'Letzten Durchlauf rückgängig machen…',
    'Deshacer la última sincronización…',
    'Annuler la dernière exécution…',
    'Annulla ultima esecuzione…',
    '前回の同期を元に戻す…',
    'Laatste synchronisatie ongedaan maken…',
    'Desfazer a última sincronização…',
  ],
  'Show only problems, or all rows': [
    'Nur Probleme oder alle Zeilen zeigen',
    'Mostrar solo problemas o todas las filas',
    'Afficher seulement les problèmes, ou toutes les lignes',
    'Mostra solo i problemi, o tutte le righe',
    '問題のある行のみ／すべての行を表示',
    'Alleen problemen of alle rijen tonen',
    'Mostrar só problemas ou todas as linhas',
  ],
  'Set up tabs': [
    'Tabellenblätter anlegen',
    'Preparar pestañas',
    'Configurer les onglets',
    'Configura schede',
    '入力用シートを作成',
    'Tabbladen aanmaken',
    'Preparar abas',
  ],
  'Open sidebar': [
    'Seitenleiste öffnen',
    'Abrir barra lateral',
    'Ouvrir la barre latérale',
    'Apri barra laterale',
    'サイドバーを開く',
    'Zijbalk openen',
    'Abrir barra lateral',
  ],
  Help: ['Hilfe', 'Ayuda', 'Aide', 'Guida', 'ヘルプ', 'Help', 'Ajuda'],
  'Choose what to send': [
    'Auswählen, was gesendet wird',
    'Elegir qué enviar',
    'Choisir quoi envoyer',
    'Scegli cosa inviare',
    '送信する変更を選択',
    'Kiezen wat je verstuurt',
    'Escolher o que enviar',
  ],
};

/** Puts captions into a language; English where there is none. */
export function wordsOf(language: Language | undefined): (caption: Caption) => string {
  return (caption) => (language && WORDS[caption][LANGUAGES.indexOf(language)]) ?? caption;
}
