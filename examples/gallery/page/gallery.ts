/**
 * Puts a widget into every `<div data-tag data-state>` of the page, each with a client of its own whose `fetch` is a plain function. Both
 * the elements and the client come out of the one file that a host loads, too.
 */
import { SeatkitClient } from '@seatkit/sdk';
import { Acts } from './acts.ts';
import { fetchFrom } from './answers.ts';
import { allStates } from './states.ts';
import { usual } from './world.ts';

async function show(stage: HTMLElement): Promise<void> {
  const { tag, state: name, attributes = '' } = stage.dataset;
  const state = allStates.find((one) => one.tag === tag && one.name === name);
  if (!state) throw new Error(`There is no state "${name}" of ${tag}`);
  const { world = usual, fault, act } = state;
  const widget = document.createElement(state.tag);
  // What is typed is kept for a server and an organization: each state has a server of its own.
  widget.setAttribute('base-url', `/none/${encodeURIComponent(name ?? '')}`);
  for (const [key, value] of [...Object.entries(state.attributes ?? {}), ...new URLSearchParams(attributes)])
    widget.setAttribute(key, value);
  Object.assign(widget, { client: new SeatkitClient({ baseUrl: '/none', fetch: fetchFrom(world, fault), retries: 0 }) });
  stage.replaceChildren(widget);
  await act?.(new Acts(widget));
  stage.dataset.ready = '';
}

/** Shows what the page has places for and what is not shown yet. */
export function showAll(): void {
  for (const stage of document.querySelectorAll<HTMLElement>('[data-tag][data-state]:empty')) void show(stage);
}
showAll();
