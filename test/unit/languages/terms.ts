import type { InEachLanguage, Language } from '../../../src/language/languages';

/** A term and the words for it, so that a person finds in Shopify and in Google Sheets what a sentence names. */
export interface Term {
  /** As English sentences say it; names of columns are the same in every language and begin with a capital. */
  readonly english: RegExp;
  /** How each language may say it: patterns without regard to case. */
  readonly words: InEachLanguage;
}

/**
 * Terms of Shopify's admin. Source: Shopify's help in each language, such as https://help.shopify.com/de/manual/products/details,
 * https://help.shopify.com/it/manual/locations/convert-to-locations,
 * https://help.shopify.com/nl/manual/apps/app-types/custom-apps and https://help.shopify.com/es/manual/products.
 */
const OF_SHOPIFY: readonly Term[] = [
  {
    english: /\bproducts?\b/,
    words: ['produkt', 'producto', 'produit', 'prodott', '商品', 'product', 'produto'],
  },
  {
    english: /\bvariants?\b/,
    words: ['variante', 'variante', 'variante', 'variant[ei]', 'バリエーション', 'variant', 'variante'],
  },
  {
    english: /\binventory\b/,
    words: ['inventar|bestand|bestände', 'inventario', 'stock', 'inventario', '在庫', 'voorraad', 'estoque'],
  },
  {
    english: /(?<!\b(?:[Oo]ut of|in|not|longer|to) )\bstock\b(?! (?:it|this)\b)/,
    words: ['bestand|bestände', 'inventario', 'stock', 'inventario', '在庫', 'voorra[ad]', 'estoque'],
  },
  {
    english: /(?<!Edit )\blocations?\b/,
    words: ['standort', 'sucursal', 'emplacement', 'sed[ei]', 'ロケーション', 'locatie', 'loca(l|is)'],
  },
  {
    english: /\bcollections?\b/,
    words: ['kollektion', 'colecci[oó]n', 'collection', 'collezion', 'コレクション', 'collectie', 'coleç'],
  },
  {
    english: /\bvendors?\b/,
    words: ['anbieter', 'proveedor', 'distributeur', 'fornitor', '販売元', 'leverancier', 'fabricante'],
  },
  {
    english: /\btags?\b/,
    words: ['tag', 'etiqueta', 'balise', 'tag', 'タグ', 'tag', 'tag'],
  },
  {
    english: /\bbarcodes?\b(?! column)/,
    words: [
      'barcode',
      'códigos? de barras',
      'codes?-barres',
      'codic[ei] a barre',
      'バーコード|Barcode',
      'barcode',
      'códigos? de barras',
    ],
  },
  {
    english: /\bmetafields?\b/,
    words: ['metafeld', 'metacampo', 'champs? méta', 'metafield', 'メタフィールド', 'metaveld', 'metacampo'],
  },
  {
    english: /\bnamespaces?\b/,
    words: [
      'namespace',
      'espacio de nombres',
      'espace de noms',
      'spazio dei nomi',
      'ネームスペース',
      'naamruimte',
      'namespace',
    ],
  },
  {
    english: /\bmarkets?\b/,
    words: ['m[aä]rkt', 'mercado', 'marché', 'mercat', 'マーケット', 'markt', 'mercado'],
  },
  {
    english: /\bcatalogs?\b/,
    words: ['katalog', 'catálogo', 'catalogue', 'catalog', 'カタログ', 'catalog(us|i)', 'catálogo'],
  },
  {
    english: /\bprice lists?\b/,
    words: [
      'preisliste',
      'lista de precios',
      'liste de prix',
      'listino',
      '価格表',
      'prijslijst',
      'lista de preços',
    ],
  },
  {
    english: /\b[Cc]ompare-at price\b(?! (?:and Cost|“))/,
    words: [
      'vergleichspreis',
      'precio de comparación',
      'prix avant réduction',
      'prezzo di confronto',
      '割引前価格',
      'prijsvergelijking',
      'comparação de preços',
    ],
  },
  {
    english: /\bhandles?\b/,
    words: ['handle', 'handle', 'handle', 'handle', 'ハンドル', 'handle', 'handle'],
  },
  {
    english: /\bsales channels?\b/,
    words: [
      'vertriebskan',
      'canal(es)? de ventas',
      'cana(l|ux) de vente',
      'canal[ei] di vendita',
      '販売チャネル',
      'verkoopkana',
      'cana(l|is) de vendas',
    ],
  },
  {
    english: /\bcustom apps?\b/,
    words: [
      'benutzerdefinierten? app',
      'aplicaci(ón|ones) personalizada',
      'application personnalisée',
      'app personalizzata',
      'カスタムアプリ',
      'gepersonaliseerde app',
      'app personalizado',
    ],
  },
  {
    english: /\baccess tokens?\b/,
    words: ['token', 'token', 'jeton', 'token', 'トークン', 'token', 'token'],
  },
  {
    english: /\bscopes?\b/,
    words: ['zugriffsbereich', 'alcance', 'autorisation', 'ambit', 'スコープ', 'scope', 'escopo'],
  },
  {
    english: /\b(?:store|shop)s?\b/,
    words: ['shop', 'tienda', 'boutique', 'negozi', 'ストア', 'winkel', 'loja'],
  },
];

/** Terms of Google Sheets. Source: its menus in each language. */
const OF_GOOGLE: readonly Term[] = [
  {
    english: /\bspreadsheets?\b/,
    words: [
      'tabelle',
      'hojas? de cálculo',
      'feuilles? de calcul',
      'fogli?o? di (lavoro|calcolo)',
      'スプレッドシート',
      'spreadsheet',
      'planilha',
    ],
  },
  {
    // One of the browser is another thing.
    english: /(?<!\b(?:new|browser) )\btabs?\b(?!\?)/,
    words: ['tabellenbl[aä]tt', 'pestaña', 'onglet', 'sched[ae]', 'シート', 'tabblad', 'abas?\\b'],
  },
  {
    english: /(?<!header )\brows?\b/,
    words: ['zeile', 'fila', 'ligne', 'rig[ah]', '行', 'rij', 'linha'],
  },
  {
    english: /\bcolumns?\b/,
    words: ['spalte', 'columna', 'colonne', 'colonn', '列', 'kolom', 'coluna'],
  },
  {
    english: /\bcells?\b/,
    words: ['zelle', 'celda', 'cellule', 'cell[ae]', 'セル', 'cel', 'célula'],
  },
  {
    english: /\bsidebar\b/,
    words: [
      'seitenleiste',
      'barra lateral',
      '(barre|volet) latéral',
      'barra laterale',
      'サイドバー',
      'zijbalk',
      'barra lateral',
    ],
  },
];

/** Terms of our own, each of which is a button or a status as well. */
const OF_OURS: readonly Term[] = [
  {
    english: /\bheld\b/,
    words: [
      'zurückgehalten',
      'reten|retuv|retien',
      'en suspens',
      'in sospeso',
      '保留',
      'tegengehouden',
      'retid',
    ],
  },
  {
    english: /(?<!“Sync )\bpreviews?\b(?!”)/,
    words: [
      'vorschau',
      'vista previa|previsualiza',
      'aperçu',
      'anteprima',
      'プレビュー',
      'voorvertoning|voorvertonen',
      'prévia',
    ],
  },
];

export const TERMS: readonly Term[] = [...OF_SHOPIFY, ...OF_GOOGLE, ...OF_OURS];

/** Words that Shopify or Google has for something else, or has not: a sentence that says one names what nobody finds. */
export const NEVER: Readonly<Record<Language, string>> = {
  de: '\\b(lieferant|strichcode|sammlung|arbeitsblatt|filiale)\\b',
  es: '\\b(existencias|ubicaci(ón|ones)|metafields?(?!:)|planilla|usted)\\b',
  fr: '\\b(inventaire|fournisseur|métachamps?|metafields?(?!:)|magasin)\\b',
  it: '\\b(magazzino|scorte|metacamp[oi]|ubicazion[ei]|venditor[ei])\\b',
  ja: 'バリアント|ショップ|市場|店舗|製品|ベンダー|仕入先',
  nl: '\\b(streepjescode|aangepaste app|inventaris|metafields?(?!:)|werkblad|uw)\\b',
  'pt-BR': '\\b(inventário|fornecedor|localização|metafields?(?!:)|teus?|tuas?)\\b',
};
