import type { SeatkitClient } from '@seatkit/sdk';
import { Loader, type Owner } from '../loader.ts';
import { pause } from '../parts/pause.ts';
import type { SeatkitInviteDialog } from './invite-dialog.ts';
import { addressKey, type Known } from './rows.ts';

/** How many addresses the server looks up at once. */
const batch = 200;

/** Where to ask. `changes` counts the writes of the page: after one everybody is looked up anew. */
export interface Place {
  readonly api: SeatkitClient;
  readonly organizationId: string;
  readonly changes: number;
}

/** Where the widget asks; null until it is known who is there. */
export function placeOf({ api, standing, changes }: SeatkitInviteDialog): Place | null {
  return standing ? { api, organizationId: standing.organizationId, changes } : null;
}

/** Looks up, as the list settles, who of it is in the organization already. What is known stays while it is looked up anew. */
export class KnownPeople {
  readonly #found = new Map<string, { readonly known: Known | undefined; readonly changes: number }>();
  /** Grows with every answer. */
  answers = 0;
  readonly #loader: Loader<readonly [SeatkitClient, string, number, string], void>;

  /** `place` is null while nobody asks; `addresses` are those on the list that can be read. */
  constructor(host: Owner, place: () => Place | null, addresses: () => readonly string[]) {
    this.#loader = new Loader(
      host,
      () => {
        const at = place();
        const asked = at ? addresses() : [];
        return at && asked.length > 0 ? ([at.api, at.organizationId, at.changes, asked.join('\n')] as const) : null;
      },
      async ([api, organizationId, changes, asked], signal) => {
        const missing = asked.split('\n').filter((email) => this.#found.get(addressKey(email))?.changes !== changes);
        if (missing.length > 0) await pause(300, signal);
        for (let at = 0; at < missing.length; at += batch) {
          const some = missing.slice(at, at + batch);
          const results = await api.members.findMany(organizationId, some, { signal });
          for (const email of some) this.#found.set(addressKey(email), { known: undefined, changes });
          for (const { email, member } of results) this.#found.set(addressKey(email), { known: member, changes });
          this.answers += 1;
          host.requestUpdate();
        }
      },
    );
  }

  /** Who is behind an address; undefined: nobody, or not looked up yet. */
  readonly find = (email: string): Known | undefined => this.#found.get(addressKey(email))?.known;

  get failed(): boolean {
    return this.#loader.state === 'failed';
  }

  readonly retry = (): void => this.#loader.reload();
}
