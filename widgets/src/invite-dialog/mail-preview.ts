import type { MailPreview, PreviewInvitation, SeatkitClient } from '@seatkit/sdk';
import { Loader, type Owner } from '../loader.ts';
import { pause } from '../parts/pause.ts';

/** Asks the server how the mail would read, each time a change has settled. The last answer stays until the next. */
export class MailPreviewer {
  readonly loader: Loader<readonly [SeatkitClient, string, string], MailPreview>;

  /** `asked` is null while nobody looks at the preview. */
  constructor(
    host: Owner,
    asked: () => { readonly api: SeatkitClient; readonly organizationId: string; readonly request: PreviewInvitation } | null,
  ) {
    this.loader = new Loader(
      host,
      () => {
        const { api, organizationId, request } = asked() ?? {};
        return api && organizationId && request ? ([api, organizationId, JSON.stringify(request)] as const) : null;
      },
      async ([api, organizationId, request], signal) => {
        if (this.loader.value) await pause(400, signal);
        return api.invitations.preview(organizationId, JSON.parse(request) as PreviewInvitation, { signal });
      },
    );
  }
}
