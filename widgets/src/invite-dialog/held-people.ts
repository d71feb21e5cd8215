import type { Invitation, SeatkitClient, Total } from '@seatkit/sdk';
import { Loader, type Owner } from '../loader.ts';
import type { Place } from './known-people.ts';
import { type Failed, sideBySide } from './side-by-side.ts';

const perPage = 200;

interface Held {
  readonly items: readonly Invitation[];
  readonly total: Total;
}

/** The people whose mail is held, and its sending. */
export class HeldPeople {
  readonly loader: Loader<readonly [SeatkitClient, string, number, number], Held>;
  /** How many mails have left since the button was pressed, and of how many; undefined while none is being sent. */
  sending: { sent: number; readonly of: number } | undefined;
  /** Whose mail could not be sent when it was last tried. */
  failed: readonly Failed<Invitation>[] = [];
  readonly #host: Owner;
  readonly #place: () => Place | null;
  #pages = 1;

  /** `place` is null while nobody looks. */
  constructor(host: Owner, place: () => Place | null) {
    this.#host = host;
    this.#place = place;
    this.loader = new Loader(
      host,
      () => {
        const at = this.sending ? null : place();
        return at && ([at.api, at.organizationId, at.changes, this.#pages] as const);
      },
      async ([api, organizationId, , pages], signal) => {
        const list = api.invitations.list(organizationId, { status: 'held', limit: perPage }, { signal });
        const items: Invitation[] = [];
        for await (const invitation of list) if (items.push(invitation) === pages * perPage) break;
        return { items, total: (await list).total };
      },
    );
  }

  readonly showMore = (): void => {
    this.#pages += 1;
    this.#host.requestUpdate();
  };

  /** Sends the mail of everybody held, however many pages they fill. Answers how many have left. */
  async send(): Promise<number> {
    const at = this.#place();
    if (!at || this.sending) return 0;
    const { api, organizationId } = at;
    const progress = { sent: 0, of: this.loader.value?.items.length ?? 0 };
    this.sending = progress;
    this.failed = [];
    this.#host.requestUpdate();
    try {
      const all: Invitation[] = [];
      for await (const invitation of api.invitations.list(organizationId, { status: 'held', limit: perPage })) all.push(invitation);
      this.sending = Object.assign(progress, { of: all.length });
      this.failed = await sideBySide(all, async ({ id }) => {
        await api.invitations.send(organizationId, id);
        progress.sent += 1;
        this.#host.requestUpdate();
      });
      for (const { error } of this.failed) this.#host.report(error);
      return progress.sent;
    } finally {
      this.sending = undefined;
      this.#host.requestUpdate();
    }
  }
}
