import { plainSigns } from './read-number';

/** `CurrencyCode` of the Admin API. A test holds it to the schema. */
// biome-ignore format: one list
const CODES =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BYR BZD CAD CDF CHF CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JEP JMD JOD JPY KES KGS KHR KID KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLL SOS SRD SSP STD STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USDC UYU UZS VED VEF VES VND VUV WST XAF XCD XOF XPF XXX YER ZAR ZMW' as const;

type WordsOf<Text extends string, Found = never> = Text extends `${infer Word} ${infer Rest}`
  ? WordsOf<Rest, Found | Word>
  : Found | Text;

export type CurrencyCode = WordsOf<typeof CODES>;

export const CURRENCY_CODES: ReadonlySet<string> = new Set(CODES.split(' '));

/** Signs, in lower case and without the point of a short word, and the currencies that are written so. */
const SIGNS = `$ USD CAD AUD NZD MXN SGD HKD TWD ARS CLP COP UYU BBD BMD BND BSD BZD DOP FJD GYD JMD KYD LRD NAD NIO SBD SRD TTD XCD TOP WST CVE
us$ USD
u$s USD
c$ CAD NIO
ca$ CAD
can$ CAD
cad$ CAD
a$ AUD
au$ AUD
nz$ NZD
mx$ MXN
mex$ MXN
s$ SGD
sg$ SGD
hk$ HKD
nt$ TWD
tw$ TWD
r$ BRL
ar$ ARS
cl$ CLP
co$ COP
col$ COP
rd$ DOP
j$ JMD
tt$ TTD
bz$ BZD
$u UYU
ec$ XCD
fj$ FJD
g$ GYD
bds$ BBD
b$ BND BSD
n$ NAD
l$ LRD
t$ TOP
ws$ WST
mop$ MOP
€ EUR
£ GBP EGP FKP GIP SHP SSP SDG LBP SYP JEP
e£ EGP
¥ JPY CNY
jp¥ JPY
cn¥ CNY
円 JPY
元 CNY TWD HKD MOP
圆 CNY
rmb CNY
₹ INR
₨ INR PKR LKR NPR MUR SCR
rs INR PKR LKR NPR MUR SCR
₩ KRW
원 KRW
₽ RUB
руб RUB
р RUB
₺ TRY
tl TRY
₴ UAH
грн UAH
₫ VND
đ VND
₪ ILS
₱ PHP
₦ NGN
₡ CRC
₲ PYG
₵ GHS
gh₵ GHS
₸ KZT
₮ MNT
₭ LAK
₼ AZN
₾ GEL
֏ AMD
฿ THB
៛ KHR
৳ BDT
؋ AFN
﷼ IRR QAR YER OMR SAR
zł PLN
zl PLN
kč CZK
kc CZK
kr SEK NOK DKK ISK
ft HUF
lei RON MDL
leu RON MDL
лв BGN BAM
lv BGN
км BAM
kn HRK
дин RSD
ден MKD
r ZAR
rp IDR
rm MYR
fr CHF
sfr CHF
s/ PEN
q GTQ
l HNL
bs BOB VES VED VEF
b/ PAB
k ZMW PGK MMK
kz AOA
mt MZN
ksh KES
tsh TZS
ush UGX
dh AED MAD
dhs AED
sr SAR
qr QAR
fcfa XAF XOF
cfa XAF XOF
br ETB BYN BYR
lek ALL
сом KGS
kd KWD
jd JOD
bd BHD
dt TND
rf RWF
nfk ERN
afl AWG
ƒ AWG ANG`;

let signs: ReadonlyMap<string, readonly string[]> | undefined;

function currenciesBySign(): ReadonlyMap<string, readonly string[]> {
  signs ??= new Map(
    SIGNS.split('\n')
      .map((line) => line.split(' '))
      .map(([sign = '', ...codes]) => [sign, codes] as const),
  );
  return signs;
}

/** An amount of money as typed: the number by itself, and why it is not one of the shop's currency. */
export type Amount =
  | { readonly kind: 'own'; readonly number: string }
  | { readonly kind: 'foreign'; readonly mark: string }
  | { readonly kind: 'not-an-amount' };

const AMOUNT = /^([+-]?) ?(\p{L}+\. |[\p{L}\p{Sc}/]*)(.*?)((?:[\p{L}\p{Sc}/]+\.?)?)$/u;

/** Takes the sign or code of a currency off an amount, before or after the number, with or without a blank. */
export function readAmount(text: string, currencyCode: string): Amount {
  const [, sign = '', before = '', middle = '', after = ''] = AMOUNT.exec(plainSigns(text)) ?? [];
  const number = middle.trim();
  for (const mark of [before, after].map((each) => each.trim()).filter(Boolean)) {
    if (isForeign(mark, currencyCode)) return { kind: 'foreign', mark };
    if (!isOwn(mark, currencyCode)) return { kind: 'not-an-amount' };
  }
  // Rs.50 is fifty rupees and no half: the point belongs to the word.
  const isAbbreviated = /\p{L}$/u.test(before) && number.startsWith('.');
  return isAbbreviated ? { kind: 'not-an-amount' } : { kind: 'own', number: sign + number };
}

/** The sign or code of another currency than the shop's that a cell shows, as its number format may add one. */
export function foreignMark(shown: string, currencyCode: string): string | undefined {
  return plainSigns(shown)
    .match(/[\p{L}\p{Sc}/]+/gu)
    ?.find((mark) => isForeign(mark, currencyCode));
}

function isOwn(mark: string, currencyCode: string): boolean {
  const word = foldMark(mark);
  return (
    word === currencyCode.toLowerCase() || (currenciesBySign().get(word)?.includes(currencyCode) ?? false)
  );
}

function isForeign(mark: string, currencyCode: string): boolean {
  const word = foldMark(mark);
  const isKnown =
    currenciesBySign().has(word) || CURRENCY_CODES.has(word.toUpperCase()) || /\p{Sc}/u.test(word);
  return isKnown && !isOwn(mark, currencyCode);
}

function foldMark(mark: string): string {
  return mark.normalize('NFKC').replace(/\.$/, '').toLowerCase();
}
