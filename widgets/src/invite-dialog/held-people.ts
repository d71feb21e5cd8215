import type { Invitation, SeatkitClient, Total } from '@seatkit/sdk';
import { SeatkitBeforeInvitationsChangeEvent, SeatkitInvitationsChangedEvent } from '../events.ts';
import { Loader } from '../loader.ts';
import type { Surface } from '../surface.ts';
import type { InviteWords } from '../words/invite.ts';
import type { SeatkitInviteDialog } from './invite-dialog.ts';
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
  readonly #surface: Surface<InviteWords, SeatkitInviteDialog>;
  readonly #place: () => Place | null;
  #pages = 1;

  /** `place` is null while nobody looks. */
  constructor(surface: Surface<InviteWords, SeatkitInviteDialog>, place: () => Place | null) {
    this.#surface = surface;
    this.#place = place;
    this.loader = new Loader(
      surface,
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
    this.#surface.requestUpdate();
  };

  /** Sends the mail of everybody held, however many pages they fill. Answers how many have left; undefined: nothing was tried. */
  async send(): Promise<number | undefined> {
    const { host } = this.#surface;
    const at = this.#place();
    if (!at || this.sending) return undefined;
    const { api, organizationId } = at;
    const progress = { sent: 0, of: this.loader.value?.items.length ?? 0 };
    this.sending = progress;
    this.failed = [];
    this.#surface.requestUpdate();
    try {
      const all: Invitation[] = [];
      for await (const invitation of api.invitations.list(organizationId, { status: 'held', limit: perPage })) all.push(invitation);
      if (!host.dispatchEvent(new SeatkitBeforeInvitationsChangeEvent('sent', all))) return undefined;
      this.sending = Object.assign(progress, { of: all.length });
      this.failed = await sideBySide(all, async ({ id }) => {
        await api.invitations.send(organizationId, id);
        progress.sent += 1;
        this.#surface.requestUpdate();
      });
      for (const { error } of this.failed) host.report(error);
      const sent = all.filter((one) => !this.failed.some(({ item }) => item === one));
      if (sent.length > 0) host.dispatchEvent(new SeatkitInvitationsChangedEvent('sent', sent));
      return sent.length;
    } finally {
      this.sending = undefined;
      this.#surface.requestUpdate();
    }
  }
}
