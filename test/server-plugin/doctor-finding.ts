import type { DoctorFinding } from '@seatkit/server-plugin';
import { expect } from 'chai';

type Doctor = { doctor(): Promise<DoctorFinding[]> };

/** What one check says, `warning: …`. Whatever is wrong comes with a sentence that says what to do. */
export const finding = async ({ doctor }: Doctor, check: string) => {
  const found = (await doctor()).find((one) => one.check === check)!;
  if (found.status !== 'ok') expect(found.fix, check).to.match(/^[A-Z`].+\.$/);
  return `${found.status}: ${found.detail}`;
};
