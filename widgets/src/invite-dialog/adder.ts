import { html, nothing, type TemplateResult } from 'lit';

/** A native select that adds what is chosen and goes back to its label. */
export function renderAdder(
  label: string,
  options: readonly { readonly id: string; readonly name: string }[],
  add: (id: string) => void,
): TemplateResult | typeof nothing {
  if (options.length === 0) return nothing;
  const changed = (event: Event) => {
    const select = event.currentTarget as HTMLSelectElement;
    if (select.value) add(select.value);
    select.value = '';
  };
  return html`<select class="field adder" aria-label=${label} @change=${changed} @keydown=${openByKey}>
    <option value="">${label}</option>
    ${options.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
  </select>`;
}

/** A key in a closed list would choose at once whatever comes next: it opens the list instead, so that one can look first. */
function openByKey(event: KeyboardEvent): void {
  const chooses = event.key.startsWith('Arrow') || (event.key.length === 1 && event.key !== ' ');
  const select = event.currentTarget as HTMLSelectElement;
  if (!chooses || event.ctrlKey || event.metaKey || event.altKey || !('showPicker' in select)) return;
  event.preventDefault();
  select.showPicker();
}
