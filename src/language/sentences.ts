/** The sentences of a message; a value in quotation marks is never taken for the end of one. */
export function sentencesOf(message: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  message.replace(/“[^“”]*”|[.!?…]\s+(?=[\p{Lu}\p{Lo}“…])/gu, (end, index) => {
    if (end.startsWith('“')) return end;
    sentences.push(message.slice(start, index + 1));
    start = index + end.length;
    return end;
  });
  return [...sentences, message.slice(start)];
}
