import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

let lastMillisecond = 0;
let sequence = 0;

/** A new UUID, version 7 (RFC 9562 §5.7): ids made one after the other sort in that order, so an id is also the sort key of creation. */
export function newId(): string {
  const bytes = randomBytes(16);
  const now = Date.now();
  sequence = now === lastMillisecond ? sequence + 1 : bytes.readUInt16BE(6) & 0x7ff;
  lastMillisecond = now;
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt16BE(0x7000 | (sequence & 0xfff), 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A new opaque secret of 256 bits; the prefix tells people what it is for when they meet it in a log. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`;
}

/** What is stored of a secret. Secrets have 256 random bits, so a plain hash is enough. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares two texts in a time that does not depend on where they differ. */
export function sameText(left: string, right: string): boolean {
  return timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest());
}

/** The instant `amount` milliseconds after an ISO time. */
export function later(iso: string, milliseconds: number): string {
  return new Date(Date.parse(iso) + milliseconds).toISOString();
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
