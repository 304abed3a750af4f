import type { WireResponse } from '../wire';

/** Answers without a time; who sends them says how long the exchange took. */

export const jsonAnswer = (status: number, body: unknown): WireResponse => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
  tookMs: 0,
});

export const htmlAnswer = (status: number, title: string, text: string): WireResponse => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>\n`,
  tookMs: 0,
});
