/** Words of one language: how a term may be said, as a pattern without regard to case. */
type Words = Readonly<Record<'de' | 'es' | 'fr' | 'it' | 'ja' | 'nl' | 'pt-BR', string>>;

/** A term and the words for it, so that a person finds in Shopify and in Google Sheets what a sentence names. */
export interface Term {
  /** As English sentences say it; names of columns are the same in every language and begin with a capital. */
  readonly english: RegExp;
  readonly words: Words;
}

/**
 * Terms of Shopify's admin. Source: Shopify's help in each language, such as https://help.shopify.com/de/manual/products/details,
 * https://help.shopify.com/it/manual/locations/convert-to-locations,
 * https://help.shopify.com/nl/manual/apps/app-types/custom-apps and https://help.shopify.com/es/manual/products.
 */
const OF_SHOPIFY: readonly Term[] = [
  {
    english: /\bproducts?\b/,
    words: {
      de: 'produkt',
      es: 'producto',
      fr: 'produit',
      it: 'prodott',
      ja: '商品',
      nl: 'product',
      'pt-BR': 'produto',
    },
  },
  {
    english: /\bvariants?\b/,
    words: {
      ...{ de: 'variante', es: 'variante', fr: 'variante', it: 'variant[ei]' },
      ...{ ja: 'バリエーション', nl: 'variant', 'pt-BR': 'variante' },
    },
  },
  {
    english: /\binventory\b/,
    words: {
      ...{ de: 'inventar|bestand|bestände', es: 'inventario', fr: 'stock', it: 'inventario' },
      ...{ ja: '在庫', nl: 'voorraad', 'pt-BR': 'estoque' },
    },
  },
  {
    english: /(?<!\b(?:[Oo]ut of|in|not|longer|to) )\bstock\b(?! (?:it|this)\b)/,
    words: {
      ...{ de: 'bestand|bestände', es: 'inventario', fr: 'stock', it: 'inventario' },
      ...{ ja: '在庫', nl: 'voorra[ad]', 'pt-BR': 'estoque' },
    },
  },
  {
    english: /(?<!Edit )\blocations?\b/,
    words: {
      ...{ de: 'standort', es: 'sucursal', fr: 'emplacement', it: 'sed[ei]' },
      ...{ ja: 'ロケーション', nl: 'locatie', 'pt-BR': 'loca(l|is)' },
    },
  },
  {
    english: /\bcollections?\b/,
    words: {
      ...{ de: 'kollektion', es: 'colecci[oó]n', fr: 'collection', it: 'collezion' },
      ...{ ja: 'コレクション', nl: 'collectie', 'pt-BR': 'coleç' },
    },
  },
  {
    english: /\bvendors?\b/,
    words: {
      ...{ de: 'anbieter', es: 'proveedor', fr: 'distributeur', it: 'fornitor' },
      ...{ ja: '販売元', nl: 'leverancier', 'pt-BR': 'fabricante' },
    },
  },
  {
    english: /\btags?\b/,
    words: { de: 'tag', es: 'etiqueta', fr: 'balise', it: 'tag', ja: 'タグ', nl: 'tag', 'pt-BR': 'tag' },
  },
  {
    english: /\bbarcodes?\b(?! column)/,
    words: {
      ...{ de: 'barcode', es: 'códigos? de barras', fr: 'codes?-barres', it: 'codic[ei] a barre' },
      ...{ ja: 'バーコード|Barcode', nl: 'barcode', 'pt-BR': 'códigos? de barras' },
    },
  },
  {
    english: /\bmetafields?\b/,
    words: {
      ...{ de: 'metafeld', es: 'metacampo', fr: 'champs? méta', it: 'metafield' },
      ...{ ja: 'メタフィールド', nl: 'metaveld', 'pt-BR': 'metacampo' },
    },
  },
  {
    english: /\bnamespaces?\b/,
    words: {
      ...{ de: 'namespace', es: 'espacio de nombres', fr: 'espace de noms', it: 'spazio dei nomi' },
      ...{ ja: 'ネームスペース', nl: 'naamruimte', 'pt-BR': 'namespace' },
    },
  },
  {
    english: /\bmarkets?\b/,
    words: {
      de: 'm[aä]rkt',
      es: 'mercado',
      fr: 'marché',
      it: 'mercat',
      ja: 'マーケット',
      nl: 'markt',
      'pt-BR': 'mercado',
    },
  },
  {
    english: /\bcatalogs?\b/,
    words: {
      ...{ de: 'katalog', es: 'catálogo', fr: 'catalogue', it: 'catalog', ja: 'カタログ' },
      ...{ nl: 'catalog(us|i)', 'pt-BR': 'catálogo' },
    },
  },
  {
    english: /\bprice lists?\b/,
    words: {
      ...{ de: 'preisliste', es: 'lista de precios', fr: 'liste de prix', it: 'listino' },
      ...{ ja: '価格表', nl: 'prijslijst', 'pt-BR': 'lista de preços' },
    },
  },
  {
    english: /\b[Cc]ompare-at price\b(?! (?:and Cost|“))/,
    words: {
      ...{ de: 'vergleichspreis', es: 'precio de comparación', fr: 'prix avant réduction' },
      ...{
        it: 'prezzo di confronto',
        ja: '割引前価格',
        nl: 'prijsvergelijking',
        'pt-BR': 'comparação de preços',
      },
    },
  },
  {
    english: /\bhandles?\b/,
    words: {
      de: 'handle',
      es: 'handle',
      fr: 'handle',
      it: 'handle',
      ja: 'ハンドル',
      nl: 'handle',
      'pt-BR': 'handle',
    },
  },
  {
    english: /\bsales channels?\b/,
    words: {
      ...{
        de: 'vertriebskan',
        es: 'canal(es)? de ventas',
        fr: 'cana(l|ux) de vente',
        it: 'canal[ei] di vendita',
      },
      ...{ ja: '販売チャネル', nl: 'verkoopkana', 'pt-BR': 'cana(l|is) de vendas' },
    },
  },
  {
    english: /\bcustom apps?\b/,
    words: {
      ...{
        de: 'benutzerdefinierten? app',
        es: 'aplicaci(ón|ones) personalizada',
        fr: 'application personnalisée',
      },
      ...{
        it: 'app personalizzata',
        ja: 'カスタムアプリ',
        nl: 'gepersonaliseerde app',
        'pt-BR': 'app personalizado',
      },
    },
  },
  {
    english: /\baccess tokens?\b/,
    words: {
      de: 'token',
      es: 'token',
      fr: 'jeton',
      it: 'token',
      ja: 'トークン',
      nl: 'token',
      'pt-BR': 'token',
    },
  },
  {
    english: /\bscopes?\b/,
    words: {
      ...{ de: 'zugriffsbereich', es: 'alcance', fr: 'autorisation', it: 'ambit', ja: 'スコープ' },
      ...{ nl: 'scope', 'pt-BR': 'escopo' },
    },
  },
  {
    english: /\b(?:store|shop)s?\b/,
    words: {
      de: 'shop',
      es: 'tienda',
      fr: 'boutique',
      it: 'negozi',
      ja: 'ストア',
      nl: 'winkel',
      'pt-BR': 'loja',
    },
  },
];

/** Terms of Google Sheets. Source: its menus in each language. */
const OF_GOOGLE: readonly Term[] = [
  {
    english: /\bspreadsheets?\b/,
    words: {
      ...{
        de: 'tabelle',
        es: 'hojas? de cálculo',
        fr: 'feuilles? de calcul',
        it: 'fogli?o? di (lavoro|calcolo)',
      },
      ...{ ja: 'スプレッドシート', nl: 'spreadsheet', 'pt-BR': 'planilha' },
    },
  },
  {
    // One of the browser is another thing.
    english: /(?<!\b(?:new|browser) )\btabs?\b(?!\?)/,
    words: {
      ...{ de: 'tabellenbl[aä]tt', es: 'pestaña', fr: 'onglet', it: 'sched[ae]', ja: 'シート' },
      ...{ nl: 'tabblad', 'pt-BR': 'abas?\\b' },
    },
  },
  {
    english: /(?<!header )\brows?\b/,
    words: { de: 'zeile', es: 'fila', fr: 'ligne', it: 'rig[ah]', ja: '行', nl: 'rij', 'pt-BR': 'linha' },
  },
  {
    english: /\bcolumns?\b/,
    words: {
      de: 'spalte',
      es: 'columna',
      fr: 'colonne',
      it: 'colonn',
      ja: '列',
      nl: 'kolom',
      'pt-BR': 'coluna',
    },
  },
  {
    english: /\bcells?\b/,
    words: {
      de: 'zelle',
      es: 'celda',
      fr: 'cellule',
      it: 'cell[ae]',
      ja: 'セル',
      nl: 'cel',
      'pt-BR': 'célula',
    },
  },
  {
    english: /\bsidebar\b/,
    words: {
      ...{ de: 'seitenleiste', es: 'barra lateral', fr: '(barre|volet) latéral', it: 'barra laterale' },
      ...{ ja: 'サイドバー', nl: 'zijbalk', 'pt-BR': 'barra lateral' },
    },
  },
];

/** Terms of our own, each of which is a button or a status as well. */
const OF_OURS: readonly Term[] = [
  {
    english: /\bheld\b/,
    words: {
      ...{ de: 'zurückgehalten', es: 'reten|retuv|retien', fr: 'en suspens', it: 'in sospeso' },
      ...{ ja: '保留', nl: 'tegengehouden', 'pt-BR': 'retid' },
    },
  },
  {
    english: /(?<!“Sync )\bpreviews?\b(?!”)/,
    words: {
      ...{ de: 'vorschau', es: 'vista previa|previsualiza', fr: 'aperçu', it: 'anteprima', ja: 'プレビュー' },
      ...{ nl: 'voorvertoning|voorvertonen', 'pt-BR': 'prévia' },
    },
  },
];

export const TERMS: readonly Term[] = [...OF_SHOPIFY, ...OF_GOOGLE, ...OF_OURS];

/** Words that Shopify or Google has for something else, or has not: a sentence that says one names what nobody finds. */
export const NEVER: Words = {
  de: '\\b(lieferant|strichcode|sammlung|arbeitsblatt|filiale)\\b',
  es: '\\b(existencias|ubicaci(ón|ones)|metafields?(?!:)|planilla|usted)\\b',
  fr: '\\b(inventaire|fournisseur|métachamps?|metafields?(?!:)|magasin)\\b',
  it: '\\b(magazzino|scorte|metacamp[oi]|ubicazion[ei]|venditor[ei])\\b',
  ja: 'バリアント|ショップ|市場|店舗|製品|ベンダー|仕入先',
  nl: '\\b(streepjescode|aangepaste app|inventaris|metafields?(?!:)|werkblad|uw)\\b',
  'pt-BR': '\\b(inventário|fornecedor|localização|metafields?(?!:)|teus?|tuas?)\\b',
};
