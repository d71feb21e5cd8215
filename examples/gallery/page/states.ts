import type { Member, Pool } from '@seatkit/sdk';
import type { Acts } from './acts.ts';
import type { Fault } from './answers.ts';
import { groupOf, invitedOf, memberOf, poolOf, rights, usual, type World } from './world.ts';

export type Tag = 'seatkit-seat-meter' | 'seatkit-invite-dialog' | 'seatkit-member-list' | 'seatkit-group-manager';

/** One thing that a widget can look like. */
export interface WidgetState {
  readonly tag: Tag;
  /** Unique together with the tag. */
  readonly name: string;
  readonly world?: World;
  readonly fault?: Fault;
  readonly attributes?: Readonly<Record<string, string>>;
  /** What somebody does after it has loaded. */
  readonly act?: (acts: Acts) => Promise<void>;
  /** It covers the page, so it is shown on a page of its own. */
  readonly covers?: boolean;
}

const down: Fault = { status: 503, code: 'unavailable' };
const hidden: Fault = { status: 403, code: 'not_allowed' };
const soon = new Date(Date.now() + 20 * 86_400_000).toISOString();
const past = new Date(Date.now() - 20 * 86_400_000).toISOString();

const as = (role: keyof typeof rights, managedGroups: World['me']['managedGroups'] = []): World => ({
  ...usual,
  me: { ...usual.me, may: [...rights[role]], managedGroups },
});
const withPools = (...pools: Pool[]): World => ({ ...usual, pools });
const withMembers = (members: readonly Member[]): World => ({ ...usual, members });

const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenverleih und Partner, Niederlassung Nordrhein-Westfalen';
const longNames: World = {
  me: usual.me,
  members: [
    memberOf(0, {
      firstName: 'Maximiliana-Philippa',
      lastName: 'von und zu Hohenstein-Wittgenstein-Berleburg',
      email: 'maximiliana-philippa.von-und-zu-hohenstein-wittgenstein-berleburg@niederlassung.donaudampfschifffahrt.test',
      groups: [0, 1, 2, 3].map((i) => ({ id: `g${i}`, name: `${long} ${i}`, relations: ['member'], mayManagePeople: false })),
      seats: [{ ...memberOf(0).seats[0]!, name: long }],
    }),
    memberOf(1, { firstName: '', lastName: '' }),
    memberOf(2, { firstName: 'محمد', lastName: 'الأحمد', managedBy: 'A directory with a rather long name' }),
    memberOf(3, { firstName: '李', lastName: '小龍' }),
  ],
  groups: [0, 1, 2].map((i) => groupOf(`g${i}`, i === 2 ? 'فريق الدعم' : `${long} ${i}`, { memberCount: 12_345 })),
  pools: [
    poolOf({
      id: 'academy',
      name: long,
      quantity: 1_234_567,
      assigned: 1_000_000,
      reserved: 34_567,
      groupId: 'g0',
      groupName: `${long} 0`,
      endsAt: soon,
    }),
  ],
  roleProfiles: usual.roleProfiles.map((profile) => ({ ...profile, name: `${long} (${profile.name})` })),
};

/** A group that a narrow widget opens, too. */
const chosen = { 'group-id': 'support', 'get-seats': '' };

/** The least in which every kind of row still stands once. */
const few: World = {
  ...usual,
  members: usual.members.filter(({ id }) => ['m0', 'm2', 'm5', 'm9'].includes(id)),
  groups: usual.groups.slice(0, 1),
  pools: usual.pools.slice(2, 3),
};

const states: Readonly<Record<Tag, readonly Omit<WidgetState, 'tag'>[]>> = {
  'seatkit-seat-meter': [
    { name: 'usual', attributes: { 'get-seats': '' } },
    { name: 'few', world: few, attributes: { 'get-seats': '' } },
    { name: 'loading', fault: 'never' },
    { name: 'nothing bought', world: withPools() },
    {
      name: 'nothing bought, in words of the page',
      world: withPools(),
      act: async (acts) => acts.fill('empty', 'p', 'Buy your first seats'),
    },
    {
      name: 'terms and extremes',
      world: withPools(
        poolOf({ id: 'none', name: 'None bought', quantity: 0 }),
        poolOf({ id: 'full', name: 'Full', quantity: 8, assigned: 8 }),
        poolOf({ id: 'later', name: 'Begins soon', quantity: 3, startsAt: soon }),
        poolOf({ id: 'over', name: 'Over', quantity: 40, consumed: 40, endsAt: past }),
        poolOf({ id: 'million', name: 'A million', quantity: 1_000_000, assigned: 1, reserved: 1, consumed: 1 }),
      ),
    },
    { name: 'long names', world: longNames },
    { name: 'failed', fault: down },
    { name: 'not reached', fault: 'offline' },
    { name: 'forbidden', fault: hidden },
    { name: 'not signed in', fault: { status: 401, code: 'not_signed_in' } },
  ],
  'seatkit-invite-dialog': [
    { name: 'button' },
    { name: 'few', world: few },
    { name: 'failed', fault: down },
    { name: 'open', covers: true, act: (acts) => acts.press('[part=trigger]') },
    {
      name: 'people listed',
      covers: true,
      attributes: { 'get-seats': '' },
      act: async (acts) => {
        await acts.press('[part=trigger]');
        await acts.type('#draft', people(16));
        await acts.key('#draft', 'Enter');
      },
    },
    {
      name: 'result',
      covers: true,
      act: async (acts) => {
        await acts.press('[part=trigger]');
        await acts.type('#draft', people(3));
        await acts.key('#draft', 'Enter');
        await acts.press('[part=submit]');
        await acts.find('[part=results]');
      },
    },
    {
      name: 'mail is held',
      covers: true,
      act: async (acts) => {
        await acts.press('[part=held]');
        await acts.find('[part=held-people]');
      },
    },
    {
      name: 'every kind of row',
      covers: true,
      attributes: { 'get-seats': '' },
      act: async (acts) => {
        await acts.press('[part=trigger]');
        await acts.choose('.offer select.adder', 'starters');
        await acts.type('#draft', everyKind);
        await acts.key('#draft', 'Enter');
        await acts.find('.entries + *, [data-key] p.small');
      },
    },
    {
      name: 'some cannot be read',
      covers: true,
      act: async (acts) => {
        await acts.press('[part=trigger]');
        await acts.find('.offer .labelled');
        await acts.type('#draft', `hello, ${people(4)}, ada(at)acme`);
        await acts.press('[part=submit]');
        await acts.find('footer [role=alert] .link');
      },
    },
    {
      name: 'mail shown',
      covers: true,
      act: async (acts) => {
        await acts.press('[part=trigger]');
        await acts.type('#draft', people(2));
        await acts.type('#message', 'See you on Monday at nine, in the big room.');
        await acts.press('.preview summary');
        await acts.find('.letter');
      },
    },
    {
      name: 'not sent before a reload',
      covers: true,
      act: async (acts) => {
        await acts.press('[part=trigger]');
        await acts.find('.offer .labelled');
        await acts.type('#draft', people(4));
        await acts.key('#draft', 'Enter');
        acts.renew();
        await acts.press('[part=trigger]');
        await acts.find('.note .link');
      },
    },
    {
      name: 'not reached when sent',
      covers: true,
      fault: { ...down, on: /^\/invitations$/ },
      act: async (acts) => {
        await acts.press('[part=trigger]');
        await acts.find('.offer .labelled');
        await acts.type('#draft', people(4));
        await acts.key('#draft', 'Enter');
        await acts.press('[part=submit]');
        await acts.find('footer [role=alert]');
      },
    },
    {
      name: 'some are refused',
      covers: true,
      attributes: { 'get-seats': '' },
      act: async (acts) => {
        await acts.press('[part=trigger]');
        await acts.find('.offer .labelled');
        await acts.type(
          '#draft',
          `Bea Bell <bea@acme.test>, Carl Cole <carl@full.test>, Dan Dale <dan@full.test>, ${memberOf(1).email}, ${people(3)}`,
        );
        await acts.press('[part=submit]');
        await acts.find('[part=results]');
      },
    },
    {
      name: 'held',
      covers: true,
      act: async (acts) => {
        await acts.press('[part=trigger]');
        await acts.find('.offer .labelled');
        await acts.type('#draft', `${people(4)}, ${people(3)}`);
        await acts.press('[part=hold]');
        await acts.find('[part=results]');
      },
    },
    {
      name: 'seen by a group admin',
      covers: true,
      world: as('groupAdmin', [
        { id: 'support', name: 'Customer support', mayManagePeople: true, archived: false },
        { id: 'sales', name: 'Sales', mayManagePeople: true, archived: false },
      ]),
      act: async (acts) => {
        await acts.press('[part=trigger]');
        await acts.find('.offer .labelled');
      },
    },
    { name: 'without choices', covers: true, fault: { ...down, on: /pools/ }, act: (acts) => acts.press('[part=trigger]') },
    { name: 'long names', covers: true, world: longNames, act: (acts) => acts.press('[part=trigger]') },
  ],
  'seatkit-member-list': [
    { name: 'usual' },
    { name: 'few', world: few },
    { name: 'loading', fault: 'never' },
    { name: 'empty', world: withMembers([]) },
    {
      name: 'empty, in words of the page',
      world: withMembers([]),
      act: async (acts) => {
        acts.fill('empty', 'p', 'Send us your list, and we bring everybody in.');
        acts.fill('actions', 'button', 'Send a list');
      },
    },
    { name: 'nothing found', act: (acts) => acts.type('[type=search]', 'Zz') },
    { name: 'many', world: withMembers(Array.from({ length: 240 }, (_, i) => (i % 7 === 3 ? invitedOf(i) : memberOf(i)))) },
    { name: 'long names', world: longNames },
    { name: 'sign-in is not enforced', world: { ...usual, me: { ...usual.me, signInEnforced: false } } },
    { name: 'seen by a coach', world: as('coach') },
    {
      name: 'not reached when asked for something else',
      fault: { ...down, on: /^\/members\?.*status=/ },
      act: async (acts) => {
        await acts.find('.rows .row');
        await acts.press('[role=group] .chip + .chip');
        await acts.find('.card > .note.bad');
      },
    },
    {
      name: 'filter',
      covers: true,
      act: async (acts) => {
        await acts.press('.chip.all');
        await acts.press('.menu button:nth-of-type(3)');
        await acts.find('.choices button + button');
      },
    },
    {
      name: 'columns',
      covers: true,
      act: async (acts) => {
        await acts.press('.chip.columns');
        await acts.find('.choices input');
      },
    },
    { name: 'menu', covers: true, act: (acts) => acts.press('[part=menu-button]') },
    {
      name: 'details',
      covers: true,
      act: async (acts) => {
        await acts.press('.open');
        await acts.find('dialog[open] .facts');
      },
    },
    {
      name: 'details seen by a group admin',
      covers: true,
      world: as('groupAdmin', [{ id: 'support', name: 'Customer support', mayManagePeople: true, archived: false }]),
      act: async (acts) => {
        await acts.press('.open');
        await acts.find('dialog[open] .facts select');
      },
    },
    {
      name: 'details of somebody invited',
      covers: true,
      world: withMembers([invitedOf(0)]),
      act: async (acts) => {
        await acts.press('.open');
        await acts.press('dialog[open] .buttons .button + .button');
        await acts.press('.asked .button + .button');
        await acts.find('#link');
      },
    },
    {
      name: 'question before somebody leaves',
      covers: true,
      act: async (acts) => {
        await acts.press('[part=menu-button]');
        await acts.press('[role=menuitem].danger');
        await acts.find('dialog[open] .happens');
      },
    },
    {
      name: 'toast',
      covers: true,
      world: withMembers([memberOf(0, { status: 'deactivated' })]),
      act: async (acts) => {
        await acts.press('[part=menu-button]');
        await acts.press('hr + [role=menuitem]');
        await acts.find('[part=toast]');
      },
    },
    { name: 'failed', fault: down },
    { name: 'forbidden', fault: hidden },
  ],
  'seatkit-group-manager': [
    { name: 'usual', attributes: { 'get-seats': '' } },
    { name: 'few', world: few, attributes: { 'get-seats': '' } },
    { name: 'chosen', attributes: chosen },
    { name: 'loading', fault: 'never' },
    { name: 'no group yet', world: { ...usual, groups: [] } },
    {
      name: 'no group yet, in words of the page',
      world: { ...usual, groups: [] },
      act: async (acts) => acts.fill('empty', 'p', 'Begin with your first class'),
    },
    { name: 'a button of the page', act: async (acts) => acts.fill('actions', 'button', 'Print class lists') },
    { name: 'no group managed', world: { ...as('groupAdmin'), groups: [] } },
    { name: 'nothing found', act: (acts) => acts.type('.list [type=search]', 'Zz') },
    {
      name: 'many',
      world: { ...usual, groups: Array.from({ length: 260 }, (_, i) => groupOf(`g${i}`, `Team ${i + 1}`, { memberCount: i })) },
    },
    { name: 'long names', world: longNames },
    {
      name: 'seen by a group admin',
      world: {
        ...as('groupAdmin', [{ id: 'support', name: 'Customer support', mayManagePeople: true, archived: false }]),
        groups: usual.groups.slice(0, 1),
      },
    },
    { name: 'people not loaded', fault: { ...down, on: /^\/members/ } },
    {
      name: 'new group',
      covers: true,
      act: async (acts) => {
        await acts.press('.list button.quiet');
        await acts.find('dialog[open] input');
      },
    },
    {
      name: 'archived',
      act: async (acts) => {
        await acts.press('.turn');
        await acts.find('.detail .note, .note');
      },
    },
    {
      name: 'question before archiving',
      covers: true,
      attributes: chosen,
      act: async (acts) => {
        await acts.press('header [part=menu-button]');
        await acts.press('[role=menuitem]:nth-of-type(2)');
        await acts.find('dialog[open] .happens');
      },
    },
    {
      name: 'somebody is found',
      attributes: chosen,
      act: async (acts) => {
        await acts.type('.adder input', 'a');
        await acts.find('.found .person');
      },
    },
    {
      name: 'question before removing',
      covers: true,
      attributes: chosen,
      act: async (acts) => {
        await acts.press('[data-relation=member] [part=menu-button]');
        await acts.press('[role=menuitem].danger');
        await acts.find('dialog[open] .happens');
      },
    },
    {
      name: 'somebody is moved',
      covers: true,
      attributes: chosen,
      act: async (acts) => {
        await acts.press('[data-relation=member] [part=menu-button]');
        await acts.press('[role=menuitem].danger');
        await acts.press('dialog[open] .start');
        await acts.press('dialog[open] [value=starters]');
        await acts.find('dialog[open] .happens');
      },
    },
    {
      name: 'toast',
      covers: true,
      act: async (acts) => {
        await acts.type('.adder input', 'Leila');
        await acts.press('.adder .found .button');
        await acts.find('[part=toast]');
      },
    },
    {
      name: 'several pasted',
      covers: true,
      attributes: chosen,
      act: async (acts) => {
        await acts.type('.adder input', `${people(9)}; ${memberOf(1).email}; ${memberOf(5).email}`);
        await acts.key('.adder input', 'Enter');
        await acts.find('dialog[open] .primary');
      },
    },
    { name: 'failed', fault: down },
    { name: 'forbidden', fault: hidden },
  ],
};

/** Every state of every widget. */
export const allStates: readonly WidgetState[] = Object.entries(states).flatMap(([tag, list]) =>
  list.map((state) => ({ tag: tag as Tag, ...state })),
);

/** People to be mended, ready, too many for the seats, here already in every standing, and one of them twice. */
const everyKind = [
  'nobody at acme',
  ...Array.from({ length: 7 }, (_, i) => `Person ${i + 1} <person${i + 1}@acme.test>`),
  'person1@acme.test',
  ...[0, 3, 6, 9].map((index) => usual.members[index]!.email),
].join('\n');

/** So many addresses as they are pasted out of a mail, the last of them unreadable. */
function people(count: number): string {
  const readable = Array.from({ length: count - 1 }, (_, i) => `Person ${i + 1} <person${i + 1}@acme.test>`);
  return [...readable, count > 5 ? 'nobody at acme' : 'somebody@refused.test'].join(', ');
}
