import { refusalOf } from '../../../../src/google/services/refusals';

test.each([
  [
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    'protected',
  ],
  [
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    'sheet-full',
  ],
  ['Service Spreadsheets timed out while accessing document with id abc.', 'google-trouble'],
  ['Service timed out: Spreadsheets', 'google-trouble'],
  ['Service error: Spreadsheets', 'google-trouble'],
  ['Service Spreadsheets failed while accessing document with id abc.', 'google-trouble'],
  ["We're sorry, a server error occurred. Please wait a bit and try again.", 'google-trouble'],
  [
    'You have exceeded the property storage quota. Please remove some properties and try again.',
    'storage-full',
  ],
  ['Argument too large: value', 'storage-full'],
  ['There are too many scripts running simultaneously for this Google user account.', 'busy'],
  ['There are too many simultaneous invocations: Spreadsheets', 'busy'],
  ['Lock timeout: another process was holding the lock for too long.', 'busy'],
  [
    'Service invoked too many times in a short time: exec qps. Try Utilities.sleep(1000) between calls.',
    'google-trouble',
  ],
  ['Service invoked too many times for one day: properties.', 'quota'],
  ['Service using too much computer time for one day.', 'quota'],
  ['A tab was deleted while it was in use.', 'unexpected'],
  ['Sheet 5 not found', 'unexpected'],
  ['The coordinates of the range are outside the dimensions of the sheet.', 'unexpected'],
  ['The coordinates or dimensions of the range are invalid.', 'unexpected'],
  ['Those rows are out of bounds.', 'unexpected'],
  ['The number of rows in the range must be at least 1.', 'unexpected'],
  ['There are too many LockService operations against the same script.', 'busy'],
])('what Google throws as “%s” is told in its own sentence', (message, kind) => {
  const refusal = refusalOf(new Error(message));
  expect(refusal?.kind).toBe(kind);
  expect(`${refusal?.message} ${refusal?.nextStep}`.length).toBeLessThanOrEqual(300);
  expect(refusalOf(`Exception: ${message}`)).toEqual(refusal);
});

/** As people report them; the id is of the length that Google's are. */
const ID = '1qjB-QoZ17jLql6g4Zz1l6-xV8xlVlXu3I1m52WZOMrY';

test.each([
  ['Servicio solicitado demasiadas veces en un mismo día: urlfetch.', 'quota'],
  ["Trop d'appels pour ce service aujourd'hui : urlfetch.", 'quota'],
  ['Serviço chamado muitas vezes no mesmo dia: urlfetch.', 'quota'],
  ['Dienst wurde an einem Tag zu häufig aufgerufen: urlfetch.', 'quota'],
  ['1 日にサービスを呼び出した回数が多すぎます: properties。', 'quota'],
  [
    '短時間でサービスを何度も呼び出しました: exec qps。呼び出しの間に Utilities.sleep(1000) を実行してみてください。',
    'google-trouble',
  ],
  ['保護されているセルやオブジェクトを編集しようとしています。', 'protected'],
  [
    'Estás intentando editar una celda o un objeto protegidos. Ponte en contacto con el propietario.',
    'protected',
  ],
  ['Vous tentez de modifier une cellule ou un objet protégés.', 'protected'],
  ['Você está tentando editar uma célula ou um objeto protegido.', 'protected'],
  ['Sie versuchen, eine geschützte Zelle oder ein geschütztes Objekt zu bearbeiten.', 'protected'],
  ['Эта область защищена. Чтобы изменить ее, обратитесь к владельцу таблицы.', 'protected'],
  [
    'Durch diese Aktion würde die Anzahl der Zellen über das Limit von 10000000 Zellen steigen.',
    'sheet-full',
  ],
  ['Cette action ferait dépasser la limite de 10 000 000 cellules.', 'sheet-full'],
  ['Ein Serverfehler ist aufgetreten. Bitte versuchen Sie es später erneut.', 'google-trouble'],
  [
    'Lo sentimos, se ha producido un error en el servidor. Espera un momento y vuelve a intentarlo.',
    'google-trouble',
  ],
  ['Une erreur est survenue sur le serveur.', 'google-trouble'],
  ['Erro de serviço: Spreadsheets', 'google-trouble'],
  ['サービス エラー: Spreadsheets', 'google-trouble'],
  [`Document ${ID} is missing (perhaps it was deleted, or you don't have read access?)`, 'not-allowed'],
  [`Das Dokument ${ID} fehlt. (Vielleicht wurde es gelöscht?)`, 'not-allowed'],
  [`Le document ${ID} est manquant (peut-être a-t-il été supprimé ?)`, 'not-allowed'],
  [`找不到文件「${ID}」(可能已遭刪除)`, 'not-allowed'],
  // What took too long names the document as well, and no reason in brackets.
  [
    `Le service Feuilles de calcul a expiré lors de l'accès au document associé à l'ID ${ID}.`,
    'google-trouble',
  ],
  [
    `Zeitüberschreitung beim Dienst Tabellen beim Zugriff auf das Dokument mit der ID ${ID}.`,
    'google-trouble',
  ],
  [
    `ID「${ID}」のドキュメントにアクセス中に、サービス「スプレッドシート」がタイムアウトしました。`,
    'google-trouble',
  ],
  ['Вы пытаетесь изменить защищенную ячейку или объект.', 'protected'],
  ['Du forsøger at redigere en beskyttet celle eller et beskyttet objekt.', 'protected'],
  ['Du försöker redigera en skyddad cell eller ett skyddat objekt.', 'protected'],
  ['Yrität muokata suojattua solua tai objektia.', 'protected'],
  ['Pokoušíte se upravit chráněnou buňku nebo objekt.', 'protected'],
  ['Pokúšate sa upraviť chránenú bunku alebo objekt.', 'protected'],
  ['Korumalı bir hücreyi veya nesneyi düzenlemeye çalışıyorsunuz.', 'protected'],
  ['أنت تحاول تعديل خلية محمية أو كائن محمي.', 'protected'],
  ['Ви намагаєтеся змінити захищену клітинку або об’єкт.', 'protected'],
  ['Védett cellát vagy objektumot próbál szerkeszteni.', 'protected'],
  [
    'Los permisos especificados no son suficientes para llamar a UrlFetchApp.fetch. Permisos necesarios: https://www.googleapis.com/auth/script.external_request',
    'not-allowed',
  ],
  ['Autorisation requise pour exécuter cette action.', 'not-allowed'],
])('what Google throws in another language is told as in English: %s', (message, kind) => {
  expect(refusalOf(new Error(message))?.kind).toBe(kind);
});

test('a missing permission is told by its box in every language', () => {
  const message =
    '指定された権限では UrlFetchApp.fetch を呼び出せません。必要な権限: https://www.googleapis.com/auth/script.external_request';
  expect(refusalOf(new Error(message))?.message).toContain('“Connect to an external service” is not ticked');
});

test('what is unknown and thrown by a service is said as Google’s, in its own words and without secrets', () => {
  const thrown = Object.assign(
    new Error('何かが起きました: https://x.example/?key=1 shpat_embedded_store_fake_token'),
    {
      name: 'Exception',
    },
  );
  const refusal = refusalOf(thrown);
  expect(refusal).toMatchObject({
    kind: 'google-trouble',
    message: expect.stringMatching(/^Google refused, and says: “何か/),
  });
  expect(JSON.stringify(refusal)).not.toMatch(/x\.example|shpat_embedded/);
  const long = refusalOf(Object.assign(new Error('x'.repeat(5_000)), { name: 'Exception' }));
  expect(`${long?.message} ${long?.nextStep}`.length).toBeLessThanOrEqual(300);
});

test.each([new Error('Cannot read properties of undefined'), 'x', null, undefined, 5, {}])(
  'an error of ours is no refusal of Google’s: %p',
  (error) => {
    expect(refusalOf(error)).toBeUndefined();
  },
);
