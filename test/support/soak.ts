/** Whether this is the long run (`npm run soak`): every suite on every set-up, and many repetitions. */
export const isSoak = process.env.SEATKIT_SOAK === '1';

/** How often to repeat something: seldom in the usual run, often in the long one. */
export function rounds(usual: number, inSoak: number): number {
  return isSoak ? inSoak : usual;
}
