/**
 * Requests in one `UrlFetchApp.fetchAll`. Google documents no limit; ten at once were seen to run side by side.
 * Source: https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app#fetchallrequests
 */
export const K_MAX = 10;
