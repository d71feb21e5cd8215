import type { Request } from 'express';
import { languageOf } from '../words/language.ts';

/** The language a browser asks for before others, or null. */
export function preferredLanguage(req: Request): string | null {
  const wishes = (req.headers['accept-language'] ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().split(';');
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find((value) => value !== undefined);
    return { tag, weight: weight === undefined ? 1 : Number(weight) };
  });
  const known = wishes.filter(({ tag, weight }) => /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(tag) && weight > 0);
  known.sort((left, right) => right.weight - left.weight);
  // A browser that prefers a language we have no words for may name one further down that we have.
  return (known.find(({ tag }) => languageOf(tag) !== null) ?? known[0])?.tag ?? null;
}
