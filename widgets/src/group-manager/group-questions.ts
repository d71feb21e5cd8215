import type { Group } from '@seatkit/sdk';
import { html, nothing } from 'lit';
import { icon } from '../parts/more-icons.ts';
import { type Question, renderLine } from '../parts/question.ts';
import type { GroupWords } from '../words/group.ts';
import type { SeatkitGroupManager } from './group-manager.ts';

/** Says what archiving a group means for its people and its seats, before it is done. */
export function archiveQuestion(host: SeatkitGroupManager, words: GroupWords, group: Group): Question {
  const { id, name, organizationId, seats } = group;
  const people = group.memberCount + group.coachCount + group.managerCount;
  return {
    title: words.archiveTitle(name),
    button: words.archiveGroup,
    means: () => html`<ul class="happens">
      ${renderLine(icon('people'), people > 0 ? words.peopleStay : words.nobodyInside, people > 0 ? words.peopleStayNote : words.nobodyInsideNote)}
      ${renderLine(icon('lock'), words.takesNobody, words.takesNobodyNote)}
      ${seats && seats.free > 0 ? renderLine(html`<i class="seat free"></i>`, words.seatsRest(seats.free), words.seatsRestNote) : nothing}
      ${renderLine(icon('undo'), words.comesBack, words.comesBackNote)}
    </ul>`,
    confirm: async () => {
      const { whose } = host;
      if (!host.mayGoOn('archived', id, name)) return;
      await host.api.groups.update(organizationId, id, { archived: true });
      if (host.saved(whose, 'archived', id, words.archivedSaid(name))) void host.leave(id);
    },
  };
}

/** Says what removing a group means. That its seats stand in the way the server says. */
export function removalQuestion(host: SeatkitGroupManager, words: GroupWords, group: Group): Question {
  const { id, name, organizationId } = group;
  return {
    title: words.deleteGroupTitle(name),
    button: words.deleteGroup,
    destroys: true,
    means: () => html`<p>${words.deleteGroupNote}</p>`,
    confirm: async () => {
      const { whose } = host;
      if (!host.mayGoOn('removed', id, name)) return;
      await host.api.groups.delete(organizationId, id);
      if (host.saved(whose, 'removed', id, words.groupDeleted(name))) void host.leave(id);
    },
  };
}

/** Brings an archived group back among the others, and shows it there. */
export async function restoreGroup(host: SeatkitGroupManager, words: GroupWords, group: Group): Promise<void> {
  const { id, name, organizationId } = group;
  const { whose } = host;
  if (!host.mayGoOn('restored', id, name)) return;
  try {
    await host.api.groups.update(organizationId, id, { archived: false });
    if (!host.saved(whose, 'restored', id, words.restoredSaid(name))) return;
    host.list.archived = false;
    await host.choose(id);
  } catch (error) {
    host.fail(error, whose);
  }
}
