/**
 * Enums whose values Shopify lists in another order than its introspection does, which sorts them. The order shows
 * in the message that refuses a value (recorded).
 */
const declared: Readonly<Record<string, readonly string[]>> = {
  CurrencyCode:
    `USD EUR GBP CAD AFN ALL DZD AOA ARS AMD AWG AUD BBD AZN BDT BSD BHD BIF BYN BZD BMD BTN BAM BRL BOB
    BWP BND BGN MMK KHR CVE KYD XAF CLP CNY COP KMF CDF CRC HRK CZK DKK DJF DOP XCD EGP ERN ETB FKP XPF
    FJD GIP GMD GHS GTQ GYD GEL GNF HTG HNL HKD HUF ISK INR IDR ILS IRR IQD JMD JPY JEP JOD KZT KES KID
    KWD KGS LAK LVL LBP LSL LRD LYD LTL MGA MKD MOP MWK MVR MRU MXN MYR MUR MDL MAD MNT MZN NAD NPR ANG
    NZD NIO NGN NOK OMR PAB PKR PGK PYG PEN PHP PLN QAR RON RUB RWF WST SHP SAR RSD SCR SLL SGD SDG SOS
    SYP ZAR KRW SSP SBD LKR SRD SZL SEK CHF TWD THB TJS TZS TOP TTD TND TRY TMT UGX UAH AED UYU UZS VUV
    VES VND XOF YER ZMW USDC BYR STD STN VED VEF XXX`.split(/\s+/),
  MediaContentType: ['VIDEO', 'EXTERNAL_VIDEO', 'MODEL_3D', 'IMAGE'],
  StagedUploadTargetGenerateUploadResource: [
    'COLLECTION_IMAGE',
    'FILE',
    'IMAGE',
    'MODEL_3D',
    'PRODUCT_IMAGE',
    'SHOP_IMAGE',
    'VIDEO',
    'BULK_MUTATION_VARIABLES',
    'RETURN_LABEL',
    'URL_REDIRECT_IMPORT',
    'DISPUTE_FILE_UPLOAD',
  ],
  WeightUnit: ['KILOGRAMS', 'GRAMS', 'POUNDS', 'OUNCES'],
};

/** The values in the order of Shopify's messages; values not known there come last. */
export function inDeclaredOrder(enumName: string, values: readonly string[]): readonly string[] {
  const known = (declared[enumName] ?? []).filter((value) => values.includes(value));
  return [...known, ...values.filter((value) => !known.includes(value))];
}
