import type { Handlers } from '../run.ts';
import { reportMailStatus } from './outbox.service.ts';

export const outboxRoutes = {
  reportMailStatus: async ({ ctx, body }) => void (await reportMailStatus(ctx, body)),
} satisfies Partial<Handlers>;
