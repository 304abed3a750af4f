// Written by `npm run codegen` from the .graphql files of the folder above.

export type BarcodeInput = {
  readonly type?: BarcodeType | null;
  readonly value: string;
};

export type BarcodeType = 'ASIN' | 'EAN' | 'GTIN' | 'ISBN' | 'UPC';

export type BulkMutationErrorCode = 'INTERNAL_FILE_SERVER_ERROR' | 'INVALID_MUTATION' | 'INVALID_STAGED_UPLOAD_FILE' | 'LIMIT_REACHED' | 'NO_SUCH_FILE' | 'OPERATION_IN_PROGRESS';

export type BulkOperationStatus = 'CANCELED' | 'CANCELING' | 'COMPLETED' | 'CREATED' | 'EXPIRED' | 'FAILED' | 'RUNNING';

export type CatalogStatus = 'ACTIVE' | 'ARCHIVED' | 'DRAFT';

export type CatalogType = 'APP' | 'COMPANY_LOCATION' | 'MARKET' | 'NONE';

export type CombinedListingsRole = 'CHILD' | 'PARENT';

export type CountryCode = 'AC' | 'AD' | 'AE' | 'AF' | 'AG' | 'AI' | 'AL' | 'AM' | 'AN' | 'AO' | 'AR' | 'AT' | 'AU' | 'AW' | 'AX' | 'AZ' | 'BA' | 'BB' | 'BD' | 'BE' | 'BF' | 'BG' | 'BH' | 'BI' | 'BJ' | 'BL' | 'BM' | 'BN' | 'BO' | 'BQ' | 'BR' | 'BS' | 'BT' | 'BV' | 'BW' | 'BY' | 'BZ' | 'CA' | 'CC' | 'CD' | 'CF' | 'CG' | 'CH' | 'CI' | 'CK' | 'CL' | 'CM' | 'CN' | 'CO' | 'CR' | 'CU' | 'CV' | 'CW' | 'CX' | 'CY' | 'CZ' | 'DE' | 'DJ' | 'DK' | 'DM' | 'DO' | 'DZ' | 'EC' | 'EE' | 'EG' | 'EH' | 'ER' | 'ES' | 'ET' | 'FI' | 'FJ' | 'FK' | 'FO' | 'FR' | 'GA' | 'GB' | 'GD' | 'GE' | 'GF' | 'GG' | 'GH' | 'GI' | 'GL' | 'GM' | 'GN' | 'GP' | 'GQ' | 'GR' | 'GS' | 'GT' | 'GW' | 'GY' | 'HK' | 'HM' | 'HN' | 'HR' | 'HT' | 'HU' | 'ID' | 'IE' | 'IL' | 'IM' | 'IN' | 'IO' | 'IQ' | 'IR' | 'IS' | 'IT' | 'JE' | 'JM' | 'JO' | 'JP' | 'KE' | 'KG' | 'KH' | 'KI' | 'KM' | 'KN' | 'KP' | 'KR' | 'KW' | 'KY' | 'KZ' | 'LA' | 'LB' | 'LC' | 'LI' | 'LK' | 'LR' | 'LS' | 'LT' | 'LU' | 'LV' | 'LY' | 'MA' | 'MC' | 'MD' | 'ME' | 'MF' | 'MG' | 'MK' | 'ML' | 'MM' | 'MN' | 'MO' | 'MQ' | 'MR' | 'MS' | 'MT' | 'MU' | 'MV' | 'MW' | 'MX' | 'MY' | 'MZ' | 'NA' | 'NC' | 'NE' | 'NF' | 'NG' | 'NI' | 'NL' | 'NO' | 'NP' | 'NR' | 'NU' | 'NZ' | 'OM' | 'PA' | 'PE' | 'PF' | 'PG' | 'PH' | 'PK' | 'PL' | 'PM' | 'PN' | 'PS' | 'PT' | 'PY' | 'QA' | 'RE' | 'RO' | 'RS' | 'RU' | 'RW' | 'SA' | 'SB' | 'SC' | 'SD' | 'SE' | 'SG' | 'SH' | 'SI' | 'SJ' | 'SK' | 'SL' | 'SM' | 'SN' | 'SO' | 'SR' | 'SS' | 'ST' | 'SV' | 'SX' | 'SY' | 'SZ' | 'TA' | 'TC' | 'TD' | 'TF' | 'TG' | 'TH' | 'TJ' | 'TK' | 'TL' | 'TM' | 'TN' | 'TO' | 'TR' | 'TT' | 'TV' | 'TW' | 'TZ' | 'UA' | 'UG' | 'UM' | 'US' | 'UY' | 'UZ' | 'VA' | 'VC' | 'VE' | 'VG' | 'VN' | 'VU' | 'WF' | 'WS' | 'XK' | 'YE' | 'YT' | 'ZA' | 'ZM' | 'ZW' | 'ZZ';

export type CountryHarmonizedSystemCodeInput = {
  readonly countryCode?: CountryCode | null;
  readonly harmonizedSystemCode: string;
};

export type CreateMediaInput = {
  readonly alt?: string | null;
  readonly mediaContentType: MediaContentType;
  readonly originalSource: string;
};

export type CurrencyCode = 'AED' | 'AFN' | 'ALL' | 'AMD' | 'ANG' | 'AOA' | 'ARS' | 'AUD' | 'AWG' | 'AZN' | 'BAM' | 'BBD' | 'BDT' | 'BGN' | 'BHD' | 'BIF' | 'BMD' | 'BND' | 'BOB' | 'BRL' | 'BSD' | 'BTN' | 'BWP' | 'BYN' | 'BYR' | 'BZD' | 'CAD' | 'CDF' | 'CHF' | 'CLP' | 'CNY' | 'COP' | 'CRC' | 'CVE' | 'CZK' | 'DJF' | 'DKK' | 'DOP' | 'DZD' | 'EGP' | 'ERN' | 'ETB' | 'EUR' | 'FJD' | 'FKP' | 'GBP' | 'GEL' | 'GHS' | 'GIP' | 'GMD' | 'GNF' | 'GTQ' | 'GYD' | 'HKD' | 'HNL' | 'HRK' | 'HTG' | 'HUF' | 'IDR' | 'ILS' | 'INR' | 'IQD' | 'IRR' | 'ISK' | 'JEP' | 'JMD' | 'JOD' | 'JPY' | 'KES' | 'KGS' | 'KHR' | 'KID' | 'KMF' | 'KRW' | 'KWD' | 'KYD' | 'KZT' | 'LAK' | 'LBP' | 'LKR' | 'LRD' | 'LSL' | 'LTL' | 'LVL' | 'LYD' | 'MAD' | 'MDL' | 'MGA' | 'MKD' | 'MMK' | 'MNT' | 'MOP' | 'MRU' | 'MUR' | 'MVR' | 'MWK' | 'MXN' | 'MYR' | 'MZN' | 'NAD' | 'NGN' | 'NIO' | 'NOK' | 'NPR' | 'NZD' | 'OMR' | 'PAB' | 'PEN' | 'PGK' | 'PHP' | 'PKR' | 'PLN' | 'PYG' | 'QAR' | 'RON' | 'RSD' | 'RUB' | 'RWF' | 'SAR' | 'SBD' | 'SCR' | 'SDG' | 'SEK' | 'SGD' | 'SHP' | 'SLL' | 'SOS' | 'SRD' | 'SSP' | 'STD' | 'STN' | 'SYP' | 'SZL' | 'THB' | 'TJS' | 'TMT' | 'TND' | 'TOP' | 'TRY' | 'TTD' | 'TWD' | 'TZS' | 'UAH' | 'UGX' | 'USD' | 'USDC' | 'UYU' | 'UZS' | 'VED' | 'VEF' | 'VES' | 'VND' | 'VUV' | 'WST' | 'XAF' | 'XCD' | 'XOF' | 'XPF' | 'XXX' | 'YER' | 'ZAR' | 'ZMW';

export type FileContentType = 'EXTERNAL_VIDEO' | 'FILE' | 'IMAGE' | 'MODEL_3D' | 'VIDEO';

export type FileCreateInputDuplicateResolutionMode = 'APPEND_UUID' | 'RAISE_ERROR' | 'REPLACE';

export type FileSetInput = {
  readonly alt?: string | null;
  readonly contentType?: FileContentType | null;
  readonly duplicateResolutionMode?: FileCreateInputDuplicateResolutionMode | null;
  readonly filename?: string | null;
  readonly id?: string | null;
  readonly originalSource?: string | null;
};

export type FileUpdateInput = {
  readonly alt?: string | null;
  readonly filename?: string | null;
  readonly id: string;
  readonly originalSource?: string | null;
  readonly previewImageSource?: string | null;
  readonly referencesToAdd?: readonly string[] | null;
  readonly referencesToRemove?: readonly string[] | null;
};

export type FilesErrorCode = 'ALT_VALUE_LIMIT_EXCEEDED' | 'BLANK_SEARCH' | 'FILENAME_ALREADY_EXISTS' | 'FILE_DOES_NOT_EXIST' | 'FILE_LOCKED' | 'INVALID' | 'INVALID_DUPLICATE_MODE_FOR_TYPE' | 'INVALID_DUPLICATE_RESOLUTION_MODE' | 'INVALID_FAILED_MEDIA_STATE' | 'INVALID_FILENAME' | 'INVALID_FILENAME_EXTENSION' | 'INVALID_IMAGE_SOURCE_URL' | 'INVALID_QUERY' | 'MEDIA_CANNOT_BE_MODIFIED' | 'MISMATCHED_FILENAME_AND_ORIGINAL_SOURCE' | 'MISSING_ARGUMENTS' | 'MISSING_FILENAME_FOR_DUPLICATE_MODE_REPLACE' | 'NON_IMAGE_MEDIA_PER_SHOP_LIMIT_EXCEEDED' | 'NON_READY_STATE' | 'PRODUCT_MEDIA_LIMIT_EXCEEDED' | 'PRODUCT_SUSPENDED' | 'REFERENCE_TARGET_DOES_NOT_EXIST' | 'TOO_MANY_ARGUMENTS' | 'TOO_MANY_FILE_REFERENCE' | 'UNACCEPTABLE_ASSET' | 'UNACCEPTABLE_TRIAL_ASSET' | 'UNACCEPTABLE_UNVERIFIED_TRIAL_ASSET' | 'UNSUPPORTED_FILE_REFERENCE' | 'UNSUPPORTED_MEDIA_TYPE_FOR_FILENAME_UPDATE';

export type InventoryAdjustmentInput = {
  readonly adjustment?: number | null;
  readonly changeFromQuantity?: number | null;
  readonly locationId: string;
};

export type InventoryItemInput = {
  readonly cost?: string | null;
  readonly countryCodeOfOrigin?: CountryCode | null;
  readonly countryHarmonizedSystemCodes?: readonly CountryHarmonizedSystemCodeInput[] | null;
  readonly harmonizedSystemCode?: string | null;
  readonly measurement?: InventoryItemMeasurementInput | null;
  readonly provinceCodeOfOrigin?: string | null;
  readonly requiresShipping?: boolean | null;
  readonly sku?: string | null;
  readonly tracked?: boolean | null;
};

export type InventoryItemMeasurementInput = {
  readonly shippingPackageId?: string | null;
  readonly weight?: WeightInput | null;
};

export type InventoryLevelInput = {
  readonly availableQuantity: number;
  readonly locationId: string;
};

export type InventoryQuantityInput = {
  readonly changeFromQuantity?: number | null;
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly quantity: number;
};

export type InventorySetQuantitiesInput = {
  readonly name: string;
  readonly quantities: readonly InventoryQuantityInput[];
  readonly reason: string;
  readonly referenceDocumentUri?: string | null;
};

export type InventorySetQuantitiesUserErrorCode = 'CHANGE_FROM_QUANTITY_STALE' | 'COMPARE_QUANTITY_REQUIRED' | 'COMPARE_QUANTITY_STALE' | 'IDEMPOTENCY_CONCURRENT_REQUEST' | 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH' | 'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED' | 'INVALID_INVENTORY_ITEM' | 'INVALID_LOCATION' | 'INVALID_NAME' | 'INVALID_QUANTITY_NEGATIVE' | 'INVALID_QUANTITY_TOO_HIGH' | 'INVALID_QUANTITY_TOO_LOW' | 'INVALID_REASON' | 'INVALID_REFERENCE_DOCUMENT' | 'NON_MUTABLE_INVENTORY_ITEM' | 'NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR';

export type LinkedMetafieldCreateInput = {
  readonly key: string;
  readonly namespace: string;
  readonly values?: readonly string[] | null;
};

export type LinkedMetafieldUpdateInput = {
  readonly key: string;
  readonly namespace: string;
};

export type MarketType = 'CHANNEL' | 'COMPANY_LOCATION' | 'LOCATION' | 'NONE' | 'REGION';

export type MediaContentType = 'EXTERNAL_VIDEO' | 'IMAGE' | 'MODEL_3D' | 'VIDEO';

export type MediaStatus = 'FAILED' | 'PROCESSING' | 'READY' | 'UPLOADED';

export type MediaUserErrorCode = 'BLANK' | 'INVALID' | 'INVALID_MEDIA_TYPE' | 'MAXIMUM_VARIANT_MEDIA_PAIRS_EXCEEDED' | 'MEDIA_CANNOT_BE_MODIFIED' | 'MEDIA_DOES_NOT_EXIST' | 'MEDIA_DOES_NOT_EXIST_ON_PRODUCT' | 'MEDIA_IS_NOT_ATTACHED_TO_VARIANT' | 'MISSING_ARGUMENTS' | 'MODEL3D_THROTTLE_EXCEEDED' | 'MODEL3D_VALIDATION_ERROR' | 'NON_READY_MEDIA' | 'PRODUCT_DOES_NOT_EXIST' | 'PRODUCT_MEDIA_LIMIT_EXCEEDED' | 'PRODUCT_SUSPENDED' | 'PRODUCT_VARIANT_ALREADY_HAS_MEDIA' | 'PRODUCT_VARIANT_DOES_NOT_EXIST_ON_PRODUCT' | 'PRODUCT_VARIANT_SPECIFIED_MULTIPLE_TIMES' | 'SHOP_MEDIA_LIMIT_EXCEEDED' | 'TOO_MANY_MEDIA_PER_INPUT_PAIR' | 'VIDEO_THROTTLE_EXCEEDED' | 'VIDEO_VALIDATION_ERROR';

export type MetafieldAdminAccess = 'MERCHANT_READ' | 'MERCHANT_READ_WRITE' | 'PRIVATE' | 'PUBLIC_READ' | 'PUBLIC_READ_WRITE';

export type MetafieldIdentifierInput = {
  readonly key: string;
  readonly namespace: string;
  readonly ownerId: string;
};

export type MetafieldInput = {
  readonly id?: string | null;
  readonly key?: string | null;
  readonly namespace?: string | null;
  readonly type?: string | null;
  readonly value?: string | null;
};

export type MetafieldOwnerType = 'API_PERMISSION' | 'ARTICLE' | 'BLOG' | 'CARTTRANSFORM' | 'COLLECTION' | 'COMPANY' | 'COMPANY_LOCATION' | 'CUSTOMER' | 'DELIVERY_CUSTOMIZATION' | 'DISCOUNT' | 'DRAFTORDER' | 'FULFILLMENT_CONSTRAINT_RULE' | 'GIFT_CARD_TRANSACTION' | 'LOCATION' | 'MARKET' | 'MEDIA_IMAGE' | 'ORDER' | 'ORDER_ROUTING_LOCATION_RULE' | 'PAGE' | 'PAYMENT_CUSTOMIZATION' | 'PRODUCT' | 'PRODUCTVARIANT' | 'SELLING_PLAN' | 'SHOP' | 'TRANSFER' | 'VALIDATION';

export type MetafieldsSetInput = {
  readonly compareDigest?: string | null;
  readonly key: string;
  readonly namespace?: string | null;
  readonly ownerId: string;
  readonly type?: string | null;
  readonly value: string;
};

export type MetafieldsSetUserErrorCode = 'APP_NOT_AUTHORIZED' | 'BLANK' | 'CAPABILITY_VIOLATION' | 'INCLUSION' | 'INTERNAL_ERROR' | 'INVALID' | 'INVALID_COMPARE_DIGEST' | 'INVALID_TYPE' | 'INVALID_VALUE' | 'LESS_THAN_OR_EQUAL_TO' | 'PRESENT' | 'STALE_OBJECT' | 'TAKEN' | 'TOO_LONG' | 'TOO_SHORT';

export type MoneyInput = {
  readonly amount: string;
  readonly currencyCode: CurrencyCode;
};

export type MoveInput = {
  readonly id: string;
  readonly newPosition: string;
};

export type OptionCreateInput = {
  readonly linkedMetafield?: LinkedMetafieldCreateInput | null;
  readonly name?: string | null;
  readonly position?: number | null;
  readonly values?: readonly OptionValueCreateInput[] | null;
};

export type OptionReorderInput = {
  readonly id?: string | null;
  readonly name?: string | null;
  readonly values?: readonly OptionValueReorderInput[] | null;
};

export type OptionSetInput = {
  readonly id?: string | null;
  readonly linkedMetafield?: LinkedMetafieldCreateInput | null;
  readonly name?: string | null;
  readonly position?: number | null;
  readonly values?: readonly OptionValueSetInput[] | null;
};

export type OptionUpdateInput = {
  readonly id: string;
  readonly linkedMetafield?: LinkedMetafieldUpdateInput | null;
  readonly name?: string | null;
  readonly position?: number | null;
};

export type OptionValueCreateInput = {
  readonly linkedMetafieldValue?: string | null;
  readonly name?: string | null;
};

export type OptionValueReorderInput = {
  readonly id?: string | null;
  readonly name?: string | null;
};

export type OptionValueSetInput = {
  readonly id?: string | null;
  readonly name?: string | null;
};

export type OptionValueUpdateInput = {
  readonly id: string;
  readonly linkedMetafieldValue?: string | null;
  readonly name?: string | null;
};

export type PriceListAdjustmentType = 'PERCENTAGE_DECREASE' | 'PERCENTAGE_INCREASE';

export type PriceListPriceInput = {
  readonly compareAtPrice?: MoneyInput | null;
  readonly price: MoneyInput;
  readonly variantId: string;
};

export type PriceListPriceUserErrorCode = 'BLANK' | 'LOCAL_CURRENCY_GIFT_CARD_ISSUANCE_CURRENCY_MISMATCH' | 'LOCAL_CURRENCY_GIFT_CARD_LIMIT_EXCEEDED' | 'PRICE_LIST_CURRENCY_MISMATCH' | 'PRICE_LIST_NOT_FOUND' | 'PRICE_NOT_FIXED' | 'VARIANT_NOT_FOUND';

export type ProductClaimOwnershipInput = {
  readonly bundles?: boolean | null;
};

export type ProductDeleteInput = {
  readonly id: string;
};

export type ProductOptionUpdateUserErrorCode = 'CANNOT_COMBINE_LINKED_AND_NONLINKED_OPTION_VALUES' | 'CANNOT_CREATE_VARIANTS_ABOVE_LIMIT' | 'CANNOT_DELETE_ALL_OPTION_VALUES_IN_OPTION' | 'CANNOT_DELETE_VARIANT_WITHOUT_PERMISSION' | 'CANNOT_LEAVE_OPTIONS_WITHOUT_VARIANTS' | 'CANNOT_MAKE_CHANGES_IF_VARIANT_IS_MISSING_REQUIRED_SKU' | 'DUPLICATED_OPTION_VALUE' | 'DUPLICATE_LINKED_OPTION' | 'INVALID_METAFIELD_VALUE_FOR_LINKED_OPTION' | 'INVALID_NAME' | 'INVALID_POSITION' | 'KEY_MISSING_IN_INPUT' | 'LINKED_METAFIELD_DEFINITION_NOT_FOUND' | 'LINKED_OPTIONS_NOT_SUPPORTED_FOR_SHOP' | 'LINKED_OPTION_UPDATE_MISSING_VALUES' | 'NO_KEY_ON_CREATE' | 'OPTION_ALREADY_EXISTS' | 'OPTION_DOES_NOT_EXIST' | 'OPTION_LINKED_METAFIELD_ALREADY_TAKEN' | 'OPTION_NAME_TOO_LONG' | 'OPTION_VALUES_OVER_LIMIT' | 'OPTION_VALUE_ALREADY_EXISTS' | 'OPTION_VALUE_CONFLICTING_OPERATION' | 'OPTION_VALUE_DOES_NOT_EXIST' | 'OPTION_VALUE_HAS_VARIANTS' | 'OPTION_VALUE_NAME_TOO_LONG' | 'PRODUCT_DOES_NOT_EXIST' | 'PRODUCT_SUSPENDED' | 'TOO_MANY_VARIANTS_CREATED' | 'UNSUPPORTED_COMBINED_LISTING_PARENT_OPERATION';

export type ProductOptionsCreateUserErrorCode = 'CANNOT_COMBINE_LINKED_METAFIELD_AND_OPTION_VALUES' | 'CANNOT_MAKE_CHANGES_IF_VARIANT_IS_MISSING_REQUIRED_SKU' | 'DUPLICATED_OPTION_NAME' | 'DUPLICATED_OPTION_VALUE' | 'DUPLICATE_LINKED_OPTION' | 'INVALID_METAFIELD_VALUE_FOR_LINKED_OPTION' | 'INVALID_NAME' | 'LINKED_METAFIELD_DEFINITION_NOT_FOUND' | 'LINKED_METAFIELD_VALUE_WITHOUT_LINKED_OPTION' | 'LINKED_OPTIONS_NOT_SUPPORTED_FOR_SHOP' | 'MISSING_METAFIELD_VALUES_FOR_LINKED_OPTION' | 'NEW_OPTION_WITHOUT_VALUE_FOR_EXISTING_VARIANTS' | 'OPTIONS_OVER_LIMIT' | 'OPTION_ALREADY_EXISTS' | 'OPTION_LINKED_METAFIELD_ALREADY_TAKEN' | 'OPTION_NAME_MISSING' | 'OPTION_NAME_TOO_LONG' | 'OPTION_POSITION_MISSING' | 'OPTION_VALUES_MISSING' | 'OPTION_VALUES_OVER_LIMIT' | 'OPTION_VALUE_NAME_TOO_LONG' | 'POSITION_OUT_OF_BOUNDS' | 'PRODUCT_DOES_NOT_EXIST' | 'PRODUCT_SUSPENDED' | 'TOO_MANY_VARIANTS_CREATED' | 'UNSUPPORTED_COMBINED_LISTING_PARENT_OPERATION';

export type ProductOptionsReorderUserErrorCode = 'CANNOT_MAKE_CHANGES_IF_VARIANT_IS_MISSING_REQUIRED_SKU' | 'DUPLICATED_OPTION_NAME' | 'DUPLICATED_OPTION_VALUE' | 'MISSING_OPTION_NAME' | 'MISSING_OPTION_VALUE' | 'MIXING_ID_AND_NAME_KEYS_IS_NOT_ALLOWED' | 'NO_KEY_ON_REORDER' | 'OPTION_ID_DOES_NOT_EXIST' | 'OPTION_NAME_DOES_NOT_EXIST' | 'OPTION_VALUE_DOES_NOT_EXIST' | 'OPTION_VALUE_ID_DOES_NOT_EXIST' | 'PRODUCT_DOES_NOT_EXIST' | 'PRODUCT_SUSPENDED';

export type ProductSetInput = {
  readonly category?: string | null;
  readonly claimOwnership?: ProductClaimOwnershipInput | null;
  readonly collections?: readonly string[] | null;
  readonly combinedListingRole?: CombinedListingsRole | null;
  readonly descriptionHtml?: string | null;
  readonly files?: readonly FileSetInput[] | null;
  readonly giftCard?: boolean | null;
  readonly giftCardTemplateSuffix?: string | null;
  readonly handle?: string | null;
  readonly id?: string | null;
  readonly metafields?: readonly MetafieldInput[] | null;
  readonly productOptions?: readonly OptionSetInput[] | null;
  readonly productType?: string | null;
  readonly redirectNewHandle?: boolean | null;
  readonly requiresSellingPlan?: boolean | null;
  readonly seo?: SEOInput | null;
  readonly status?: ProductStatus | null;
  readonly tags?: readonly string[] | null;
  readonly templateSuffix?: string | null;
  readonly title?: string | null;
  readonly variants?: readonly ProductVariantSetInput[] | null;
  readonly vendor?: string | null;
};

export type ProductSetInventoryInput = {
  readonly locationId: string;
  readonly name: string;
  readonly quantity: number;
};

export type ProductStatus = 'ACTIVE' | 'ARCHIVED' | 'DRAFT' | 'UNLISTED';

export type ProductUpdateInput = {
  readonly category?: string | null;
  readonly collectionsToJoin?: readonly string[] | null;
  readonly collectionsToLeave?: readonly string[] | null;
  readonly deleteConflictingConstrainedMetafields?: boolean | null;
  readonly descriptionHtml?: string | null;
  readonly giftCardTemplateSuffix?: string | null;
  readonly handle?: string | null;
  readonly id?: string | null;
  readonly metafields?: readonly MetafieldInput[] | null;
  readonly productType?: string | null;
  readonly redirectNewHandle?: boolean | null;
  readonly requiresSellingPlan?: boolean | null;
  readonly seo?: SEOInput | null;
  readonly status?: ProductStatus | null;
  readonly tags?: readonly string[] | null;
  readonly templateSuffix?: string | null;
  readonly title?: string | null;
  readonly vendor?: string | null;
};

export type ProductVariantDetachMediaInput = {
  readonly mediaIds: readonly string[];
  readonly variantId: string;
};

export type ProductVariantInventoryPolicy = 'CONTINUE' | 'DENY';

export type ProductVariantSetInput = {
  readonly barcode?: string | null;
  readonly compareAtPrice?: string | null;
  readonly file?: FileSetInput | null;
  readonly id?: string | null;
  readonly inventoryItem?: InventoryItemInput | null;
  readonly inventoryPolicy?: ProductVariantInventoryPolicy | null;
  readonly inventoryQuantities?: readonly ProductSetInventoryInput[] | null;
  readonly metafields?: readonly MetafieldInput[] | null;
  readonly optionValues: readonly VariantOptionValueInput[];
  readonly position?: number | null;
  readonly price?: string | null;
  readonly published?: boolean | null;
  readonly requiresComponents?: boolean | null;
  readonly showUnitPrice?: boolean | null;
  readonly sku?: string | null;
  readonly taxCode?: string | null;
  readonly taxable?: boolean | null;
  readonly unitPriceMeasurement?: UnitPriceMeasurementInput | null;
  readonly barcodes?: readonly BarcodeInput[] | null;
};

export type ProductVariantsBulkCreateUserErrorCode = 'CANNOT_SET_NAME_FOR_LINKED_OPTION_VALUE' | 'GREATER_THAN_OR_EQUAL_TO' | 'INVALID' | 'INVALID_INPUT' | 'INVENTORY_QUANTITIES_LIMIT_EXCEEDED' | 'LOCAL_CURRENCY_GIFT_CARD_PRICE_MUST_BE_ZERO' | 'MUST_BE_FOR_THIS_PRODUCT' | 'NEED_TO_ADD_OPTION_VALUES' | 'NEGATIVE_PRICE_VALUE' | 'NOT_DEFINED_FOR_SHOP' | 'NO_KEY_ON_CREATE' | 'OPTION_VALUES_FOR_NUMBER_OF_UNKNOWN_OPTIONS' | 'PRODUCT_DOES_NOT_EXIST' | 'PRODUCT_SUSPENDED' | 'SUBSCRIPTION_VIOLATION' | 'TOO_MANY_INVENTORY_LOCATIONS' | 'TRACKED_VARIANT_LOCATION_NOT_FOUND' | 'UNSUPPORTED_COMBINED_LISTING_PARENT_OPERATION' | 'VARIANT_ALREADY_EXISTS' | 'VARIANT_ALREADY_EXISTS_CHANGE_OPTION_VALUE' | 'BARCODE_CHECKSUM_VALIDATION_FAILED' | 'BARCODE_VALUE_TOO_LONG' | 'BLANK_BARCODE_VALUE' | 'DUPLICATE_BARCODE_VALUE' | 'INCOMPATIBLE_BARCODE_FIELDS' | 'INVALID_BARCODE_CHARACTERS' | 'INVALID_BARCODE_LENGTH' | 'INVALID_BARCODE_PREFIX' | 'INVALID_BARCODE_SEPARATORS' | 'INVALID_BARCODE_TYPE' | 'TOO_MANY_BARCODES';

export type ProductVariantsBulkDeleteUserErrorCode = 'AT_LEAST_ONE_VARIANT_DOES_NOT_BELONG_TO_THE_PRODUCT' | 'CANNOT_DELETE_LAST_VARIANT' | 'PRODUCT_DOES_NOT_EXIST' | 'PRODUCT_SUSPENDED' | 'UNSUPPORTED_COMBINED_LISTING_PARENT_OPERATION';

export type ProductVariantsBulkInput = {
  readonly barcode?: string | null;
  readonly compareAtPrice?: string | null;
  readonly id?: string | null;
  readonly inventoryItem?: InventoryItemInput | null;
  readonly inventoryPolicy?: ProductVariantInventoryPolicy | null;
  readonly inventoryQuantities?: readonly InventoryLevelInput[] | null;
  readonly mediaId?: string | null;
  readonly mediaSrc?: readonly string[] | null;
  readonly metafields?: readonly MetafieldInput[] | null;
  readonly optionValues?: readonly VariantOptionValueInput[] | null;
  readonly price?: string | null;
  readonly published?: boolean | null;
  readonly quantityAdjustments?: readonly InventoryAdjustmentInput[] | null;
  readonly requiresComponents?: boolean | null;
  readonly showUnitPrice?: boolean | null;
  readonly taxCode?: string | null;
  readonly taxable?: boolean | null;
  readonly unitPriceMeasurement?: UnitPriceMeasurementInput | null;
  readonly barcodes?: readonly BarcodeInput[] | null;
};

export type ProductVariantsBulkUpdateUserErrorCode = 'BLANK' | 'CANNOT_SET_NAME_FOR_LINKED_OPTION_VALUE' | 'CANNOT_SPECIFY_BOTH' | 'GREATER_THAN_OR_EQUAL_TO' | 'INVALID_INPUT' | 'INVALID_VALUE' | 'INVENTORY_QUANTITIES_LIMIT_EXCEEDED' | 'LOCAL_CURRENCY_GIFT_CARD_PRICE_MUST_BE_ZERO' | 'MUST_BE_FOR_THIS_PRODUCT' | 'MUST_SPECIFY_ONE_OF_PAIR' | 'NEED_TO_ADD_OPTION_VALUES' | 'NEGATIVE_PRICE_VALUE' | 'NOT_DEFINED_FOR_SHOP' | 'NO_INVENTORY_QUANTITES_DURING_UPDATE' | 'NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE' | 'OPTION_DOES_NOT_EXIST' | 'OPTION_VALUES_FOR_NUMBER_OF_UNKNOWN_OPTIONS' | 'OPTION_VALUE_DOES_NOT_EXIST' | 'OPTION_VALUE_NAME_TOO_LONG' | 'PRODUCT_DOES_NOT_EXIST' | 'PRODUCT_SUSPENDED' | 'PRODUCT_VARIANT_DOES_NOT_EXIST' | 'PRODUCT_VARIANT_ID_MISSING' | 'SUBSCRIPTION_VIOLATION' | 'TOO_LONG' | 'TOO_SHORT' | 'UNSUPPORTED_COMBINED_LISTING_PARENT_OPERATION' | 'VARIANT_ALREADY_EXISTS' | 'BARCODE_CHECKSUM_VALIDATION_FAILED' | 'BARCODE_VALUE_TOO_LONG' | 'BLANK_BARCODE_VALUE' | 'DUPLICATE_BARCODE_VALUE' | 'INCOMPATIBLE_BARCODE_FIELDS' | 'INVALID_BARCODE_CHARACTERS' | 'INVALID_BARCODE_LENGTH' | 'INVALID_BARCODE_PREFIX' | 'INVALID_BARCODE_SEPARATORS' | 'INVALID_BARCODE_TYPE' | 'TOO_MANY_BARCODES';

export type PublicationInput = {
  readonly channelId?: string | null;
  readonly publicationId?: string | null;
  readonly publishDate?: string | null;
};

export type QuantityPriceBreakInput = {
  readonly minimumQuantity: number;
  readonly price: MoneyInput;
  readonly variantId: string;
};

export type QuantityPricingByVariantUpdateInput = {
  readonly pricesToAdd: readonly PriceListPriceInput[];
  readonly pricesToDeleteByVariantId: readonly string[];
  readonly quantityPriceBreaksToAdd: readonly QuantityPriceBreakInput[];
  readonly quantityPriceBreaksToDelete: readonly string[];
  readonly quantityPriceBreaksToDeleteByVariantId?: readonly string[] | null;
  readonly quantityRulesToAdd: readonly QuantityRuleInput[];
  readonly quantityRulesToDeleteByVariantId: readonly string[];
};

export type QuantityPricingByVariantUserErrorCode = 'BLANK' | 'GENERIC_ERROR' | 'PRICE_ADD_CURRENCY_MISMATCH' | 'PRICE_ADD_DUPLICATE_INPUT_FOR_VARIANT' | 'PRICE_ADD_LOCAL_CURRENCY_GIFT_CARD_ISSUANCE_CURRENCY_MISMATCH' | 'PRICE_ADD_LOCAL_CURRENCY_GIFT_CARD_LIMIT_EXCEEDED' | 'PRICE_ADD_VARIANT_NOT_FOUND' | 'PRICE_DELETE_PRICE_NOT_FIXED' | 'PRICE_DELETE_VARIANT_NOT_FOUND' | 'PRICE_LIST_NOT_FOUND' | 'QUANTITY_PRICE_BREAK_ADD_CURRENCY_MISMATCH' | 'QUANTITY_PRICE_BREAK_ADD_DUPLICATE_INPUT_FOR_VARIANT_AND_MIN' | 'QUANTITY_PRICE_BREAK_ADD_FAILED_TO_SAVE' | 'QUANTITY_PRICE_BREAK_ADD_INVALID' | 'QUANTITY_PRICE_BREAK_ADD_LIMIT_EXCEEDED' | 'QUANTITY_PRICE_BREAK_ADD_MIN_HIGHER_THAN_QUANTITY_RULES_MAX' | 'QUANTITY_PRICE_BREAK_ADD_MIN_LOWER_THAN_QUANTITY_RULES_MIN' | 'QUANTITY_PRICE_BREAK_ADD_MIN_NOT_A_MULTIPLE_OF_QUANTITY_RULES_INCREMENT' | 'QUANTITY_PRICE_BREAK_ADD_PRICE_LIST_PRICE_NOT_FOUND' | 'QUANTITY_PRICE_BREAK_ADD_VARIANT_NOT_FOUND' | 'QUANTITY_PRICE_BREAK_DELETE_BY_VARIANT_ID_VARIANT_NOT_FOUND' | 'QUANTITY_PRICE_BREAK_DELETE_FAILED' | 'QUANTITY_PRICE_BREAK_DELETE_NOT_FOUND' | 'QUANTITY_RULE_ADD_CATALOG_CONTEXT_NOT_SUPPORTED' | 'QUANTITY_RULE_ADD_DUPLICATE_INPUT_FOR_VARIANT' | 'QUANTITY_RULE_ADD_INCREMENT_IS_GREATER_THAN_MINIMUM' | 'QUANTITY_RULE_ADD_INCREMENT_IS_LESS_THAN_ONE' | 'QUANTITY_RULE_ADD_INCREMENT_NOT_A_MULTIPLE_OF_QUANTITY_PRICE_BREAK_MIN' | 'QUANTITY_RULE_ADD_MAXIMUM_IS_LESS_THAN_ONE' | 'QUANTITY_RULE_ADD_MAXIMUM_NOT_A_MULTIPLE_OF_INCREMENT' | 'QUANTITY_RULE_ADD_MAX_LOWER_THAN_QUANTITY_PRICE_BREAK_MIN' | 'QUANTITY_RULE_ADD_MINIMUM_GREATER_THAN_MAXIMUM' | 'QUANTITY_RULE_ADD_MINIMUM_IS_LESS_THAN_ONE' | 'QUANTITY_RULE_ADD_MINIMUM_NOT_A_MULTIPLE_OF_INCREMENT' | 'QUANTITY_RULE_ADD_MIN_HIGHER_THAN_QUANTITY_PRICE_BREAK_MIN' | 'QUANTITY_RULE_ADD_VARIANT_NOT_FOUND' | 'QUANTITY_RULE_DELETE_RULE_NOT_FOUND' | 'QUANTITY_RULE_DELETE_VARIANT_NOT_FOUND';

export type QuantityRuleInput = {
  readonly increment: number;
  readonly maximum?: number | null;
  readonly minimum: number;
  readonly variantId: string;
};

export type SEOInput = {
  readonly description?: string | null;
  readonly title?: string | null;
};

export type StagedUploadHttpMethodType = 'POST' | 'PUT';

export type StagedUploadInput = {
  readonly fileSize?: string | null;
  readonly filename: string;
  readonly httpMethod?: StagedUploadHttpMethodType | null;
  readonly mimeType: string;
  readonly resource: StagedUploadTargetGenerateUploadResource;
};

export type StagedUploadTargetGenerateUploadResource = 'BULK_MUTATION_VARIABLES' | 'COLLECTION_IMAGE' | 'DISPUTE_FILE_UPLOAD' | 'FILE' | 'IMAGE' | 'MODEL_3D' | 'PRODUCT_IMAGE' | 'RETURN_LABEL' | 'SHOP_IMAGE' | 'URL_REDIRECT_IMPORT' | 'VIDEO';

export type UnitPriceMeasurementInput = {
  readonly quantityUnit?: UnitPriceMeasurementMeasuredUnit | null;
  readonly quantityValue?: number | null;
  readonly referenceUnit?: UnitPriceMeasurementMeasuredUnit | null;
  readonly referenceValue?: number | null;
};

export type UnitPriceMeasurementMeasuredUnit = 'CL' | 'CM' | 'FLOZ' | 'FT' | 'FT2' | 'G' | 'GAL' | 'IN' | 'ITEM' | 'KG' | 'L' | 'LB' | 'M' | 'M2' | 'M3' | 'MG' | 'ML' | 'MM' | 'OZ' | 'PT' | 'QT' | 'UNKNOWN' | 'YD';

export type UpdateMediaInput = {
  readonly alt?: string | null;
  readonly id: string;
  readonly previewImageSource?: string | null;
};

export type VariantOptionValueInput = {
  readonly id?: string | null;
  readonly linkedMetafieldValue?: string | null;
  readonly name?: string | null;
  readonly optionId?: string | null;
  readonly optionName?: string | null;
};

export type WeightInput = {
  readonly unit: WeightUnit;
  readonly value: number;
};

export type WeightUnit = 'GRAMS' | 'KILOGRAMS' | 'OUNCES' | 'POUNDS';
