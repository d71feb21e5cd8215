import type {
  Departure,
  Group,
  GroupChanges,
  GroupPerson,
  Invitation,
  InvitationResult,
  MailPreview,
  Member,
  NewGroup,
  NewInvitations,
  Page,
  PreviewInvitation,
  ProblemCode,
  SeatOutcome,
} from '@seatkit/sdk';
import { groupOf, invitedOf, type World } from './world.ts';

/** What goes wrong: nothing is ever answered, nothing is reached, or everything is refused, or all whose path and query match `on`. */
export type Fault = 'never' | 'offline' | { readonly status: number; readonly code: ProblemCode; readonly on?: RegExp };

/** The organization as it is now: what widgets change is done in memory, so that the gallery can be tried out. */
type State = { -readonly [Key in keyof World]: World[Key] };

interface Asked<Body = never> {
  readonly id: string;
  readonly other: string;
  readonly query: URLSearchParams;
  readonly body: Body;
}

type Answer = (state: State, asked: Asked) => unknown;

/** A `fetch` for a `SeatkitClient` that answers from a made-up organization, without a server. */
export function fetchFrom(world: World, fault?: Fault): (url: string, init: RequestInit) => Promise<Response> {
  const state: State = { ...world };
  return async (url, init) => {
    const { pathname, search, searchParams } = new URL(url, 'https://gallery.test');
    const path = pathname.replace(/^.*?\/v1/, '').replace(/^\/organizations\/[^/]+(?=\/)/, '');
    await new Promise((resolve) => setTimeout(resolve, 40));
    if (fault === 'offline') throw new TypeError('Failed to fetch');
    if (fault === 'never') return waitForever(init.signal);
    if (fault && (fault.on ?? /./).test(path + search)) return problem(fault.status, fault.code);
    for (const [route, answer] of Object.entries(routes)) {
      const [method, pattern] = route.split(' ') as [string, string];
      const match = init.method === method && new RegExp(`^${pattern.replaceAll('*', '([^/]+)')}$`).exec(path);
      if (!match) continue;
      const [, id = '', other = ''] = match;
      const body = (typeof init.body === 'string' ? JSON.parse(init.body) : {}) as never;
      const found = answer(state, { id, other, query: searchParams, body });
      return found !== undefined
        ? Response.json(found)
        : method === 'GET'
          ? problem(404, 'not_found')
          : new Response(null, { status: 204 });
    }
    return problem(404, 'not_found');
  };
}

const routes: Readonly<Record<string, Answer>> = {
  'GET /me': ({ me }) => ({ userId: 'u1', organizations: [me] }),
  'GET /organizations/*': ({ me }, { id }) => ({ id, key: id, name: me.name, locale: 'en' }),
  'GET /members': listMembers,
  'GET /members/*': ({ members }, { id }) => members.find((member) => member.id === id),
  'GET /members/*/departure': previewDeparture,
  'POST /members/find': ({ members }, { body }: Asked<{ emails: readonly string[] }>) => {
    const found = members.filter(({ email }) => body.emails.includes(email));
    return { results: found.map((member) => ({ email: member.email, member })) };
  },
  'PATCH /members/*': (state, { id, body }) => change(state, id, body),
  'DELETE /members/*': (state, { id }) => {
    state.members = state.members.filter((member) => member.id !== id);
    return { seats: [], signIn: 'kept' } satisfies Departure;
  },
  'POST /members/*/deactivate': (state, { id }) => {
    change(state, id, { status: 'deactivated' });
    return { seats: [], signIn: 'blocked' } satisfies Departure;
  },
  'POST /members/*/reactivate': (state, { id }) => change(state, id, { status: 'active' }),

  'GET /invitations': listInvitations,
  'POST /invitations': invite,
  'POST /invitations/preview': previewMail,
  'POST /invitations/*/send': (state, { id }) => {
    const member = state.members.find(({ invitation }) => invitation?.id === id);
    const invitation = member?.invitation && { ...member.invitation, status: 'pending' as const, delivery: 'queued' as const };
    if (member && invitation) change(state, member.id, { status: 'invited', invitation });
    return invitation;
  },
  'POST /invitations/*/link': ({ members }, { id }) => ({
    url: `${location.origin}/seatkit/join/4t6hPq0cD1Zs9XkVb2nW7yQ3`,
    invitation: members.find(({ invitation }) => invitation?.id === id)?.invitation,
  }),
  'POST /invitations/*/revoke': (state, { id }) => {
    state.members = state.members.filter(({ invitation }) => invitation?.id !== id);
    return { seats: [], signIn: 'none' } satisfies Departure;
  },

  'GET /groups': ({ groups }, { query }) => {
    const archived = query.get('archived') === 'true';
    const found = groups.filter(({ name, archivedAt }) => startsWith(name, query.get('q')) && (archivedAt !== null) === archived);
    return page(found, query);
  },
  'GET /groups/*': ({ groups }, { id }) => groups.find((group) => group.id === id),
  'POST /groups': (state, { body }: Asked<NewGroup>) => {
    const group = groupOf(`g${state.groups.length}`, body.name);
    state.groups = [...state.groups, group];
    return group;
  },
  'PATCH /groups/*': (state, { id, body: { archived, ...changes } }: Asked<GroupChanges>) => {
    const archivedAt = archived ? new Date().toISOString() : null;
    const changed = (group: Group) => ({ ...group, ...changes, ...(archived === undefined ? {} : { archivedAt }) }) as Group;
    state.groups = state.groups.map((group) => (group.id === id ? changed(group) : group));
    return state.groups.find((group) => group.id === id);
  },
  'DELETE /groups/*': (state, { id }) => {
    state.groups = state.groups.filter((group) => group.id !== id);
  },
  'PUT /groups/*/people/*': putPerson,
  'DELETE /groups/*/people/*': (state, { id, other }) => {
    const groups = state.members.find((member) => member.id === other)?.groups.filter((group) => group.id !== id) ?? [];
    change(state, other, { groups });
    return { seats: [], signIn: 'kept' } satisfies Departure;
  },

  'GET /pools': ({ pools }, { query }) => {
    const groupId = query.get('groupId');
    return page(groupId ? pools.filter((pool) => pool.groupId === groupId) : pools, query);
  },
  'POST /pools/*/seats': (state, { id: poolId, body }: Asked<{ memberIds: readonly string[] }>) => {
    const pool = state.pools.find(({ id }) => id === poolId);
    const results = body.memberIds.map((memberId) => {
      const { seats = [], userId } = state.members.find(({ id }) => id === memberId) ?? {};
      const status = userId ? ('assigned' as const) : ('reserved' as const);
      const { product = '', name = '' } = pool ?? {};
      change(state, memberId, { seats: [...seats, { id: `s${memberId}${poolId}`, poolId, product, name, status, firstUsedAt: null }] });
      return { memberId, outcome: status };
    });
    return { results };
  },
  'DELETE /seats/*': (state, { id: seatId }) => {
    const holder = state.members.find(({ seats }) => seats.some(({ id }) => id === seatId));
    if (holder) change(state, holder.id, { seats: holder.seats.filter(({ id }) => id !== seatId) });
    return { seatId, poolId: '', product: '', status: 'released', rule: 'release_always' } satisfies SeatOutcome;
  },
  'GET /role-profiles': ({ roleProfiles }, { query }) => page(roleProfiles, query),
};

function listMembers({ members }: State, { query }: Asked): Page<Member> {
  const wanted = (name: string, value: string | null) => !query.get(name) || query.get(name) === value;
  const found = members.filter(
    (member) =>
      startsWith(`${member.firstName} ${member.lastName} ${member.email}`, query.get('q')) &&
      wanted('email', member.email) &&
      wanted('status', member.status) &&
      wanted('role', member.role) &&
      (!query.get('groupId') ||
        member.groups.some((group) => group.id === query.get('groupId') && standsAs(group, query.get('relation')))) &&
      (!query.get('poolId') || member.seats.some(({ poolId }) => poolId === query.get('poolId'))),
  );
  return page(found, query);
}

function listInvitations({ members }: State, { query }: Asked): Page<Invitation> {
  const found = members.flatMap(({ id, email, invitation }) => (invitation ? { ...invitation, memberId: id, email } : []));
  return page(
    found.filter(({ status }) => status === query.get('status')),
    query,
  );
}

function standsAs({ relations }: Member['groups'][number], relation: string | null): boolean {
  return relation === null || relations.some((held) => held === relation);
}

function previewDeparture({ members, pools }: State, { id, query }: Asked): Departure {
  const member = members.find((one) => one.id === id);
  const groupId = query.get('groupId');
  const toGroupId = query.get('toGroupId');
  const ending = member?.seats.filter(({ poolId }) => !groupId || pools.some((pool) => pool.id === poolId && pool.groupId === groupId));
  const seats = (ending ?? []).map(({ id: seatId, poolId, product, status, firstUsedAt }) => {
    const never = pools.find((pool) => pool.id === poolId)?.release === 'never';
    const to = toGroupId && pools.find((pool) => pool.groupId === toGroupId && pool.product === product);
    if (to) return { seatId, poolId, product, status: 'released' as const, rule: 'carried' as const, carriedTo: to.id };
    if (status === 'reserved') return { seatId, poolId, product, status: 'released' as const, rule: 'reservation' as const };
    if (never) return { seatId, poolId, product, status: 'consumed' as const, rule: 'release_never' as const };
    return {
      seatId,
      poolId,
      product,
      status: 'released' as const,
      rule: firstUsedAt ? ('release_always' as const) : ('never_opened' as const),
    };
  });
  return { seats, signIn: member?.userId ? 'blocked' : 'none' };
}

/** Addresses at `refused.test` are refused, for those at `full.test` no seat is left, people who are there already stay as they are, everybody else is invited. */
function invite(state: State, { body }: Asked<NewInvitations>): { results: InvitationResult[] } {
  const results = body.people.map(({ email, firstName = '', lastName = '' }, row): InvitationResult => {
    const known = state.members.find((member) => member.email === email);
    if (known) return { row, email, outcome: 'already_member', member: known };
    if (email.endsWith('@refused.test')) return { row, email, outcome: 'refused', problem: problemOf(409, 'address_taken') };
    if (email.endsWith('@full.test')) {
      const { id, name, product } = state.pools[0]!;
      return { row, email, outcome: 'refused', problem: { ...problemOf(409, 'no_free_seat'), poolId: id, poolName: name, product } };
    }
    const index = 1000 + state.members.length;
    const held = body.delivery === 'hold';
    const member = {
      ...(held ? invitedOf(index, { status: 'held', delivery: null }, 'staged') : invitedOf(index)),
      email,
      firstName,
      lastName,
    };
    state.members = [...state.members, member];
    return { row, email, outcome: held ? 'staged' : 'invited', member, invitation: { ...member.invitation!, memberId: member.id, email } };
  });
  return { results };
}

function previewMail({ me }: State, { body }: Asked<PreviewInvitation>): MailPreview {
  const greeting = `Hello ${body.person.firstName ?? ''},`;
  const quote = body.message ? { title: 'Message from Amara Okafor:', text: body.message } : null;
  const subject = `Amara Okafor invites you to ${me.name}`;
  const parts = { greeting, lines: [`Amara Okafor has invited you to join ${me.name}.`], list: null, quote, after: [], footer: [] };
  const button = { label: 'Accept invitation', url: 'https://lms.test/join/…', copyLink: 'If the button does not work:' };
  return { subject, text: '', html: '', body: { lang: body.locale ?? 'en', subject, title: subject, button, ...parts } };
}

function putPerson(state: State, { id, other, body }: Asked<GroupPerson>): Member | undefined {
  const member = state.members.find((one) => one.id === other);
  const name = state.groups.find((group) => group.id === id)?.name ?? '';
  const { relations, mayManagePeople = member?.groups.find((group) => group.id === id)?.mayManagePeople ?? false } = body;
  const groups = [
    ...(member?.groups.filter((group) => group.id !== id && group.id !== body.movedFrom) ?? []),
    { id, name, relations, mayManagePeople },
  ];
  return change(state, other, { groups });
}

function change(state: State, id: string, changes: Partial<Member>): Member | undefined {
  state.members = state.members.map((member) => (member.id === id ? { ...member, ...changes } : member));
  return state.members.find((member) => member.id === id);
}

/** The cursor is the number of the first row. */
function page<Item>(items: readonly Item[], query: URLSearchParams): Page<Item> {
  const start = Number(query.get('cursor') ?? 0);
  const end = start + Number(query.get('limit') ?? 50);
  return { items: items.slice(start, end), next: end < items.length ? String(end) : null, total: items.length };
}

/** Whether a word begins as typed. */
function startsWith(text: string, typed: string | null): boolean {
  return ` ${text}`.toLowerCase().includes(` ${(typed ?? '').toLowerCase()}`);
}

function problemOf(status: number, code: ProblemCode) {
  return { type: 'about:blank', title: code, status, code, detail: `Refused by the gallery: ${code}` };
}

function problem(status: number, code: ProblemCode): Response {
  return Response.json(problemOf(status, code), { status, headers: { 'Content-Type': 'application/problem+json' } });
}

function waitForever(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}
