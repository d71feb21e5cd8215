// Keeps the lists marked with data-live fresh. Rows that come in while the page is open are marked as new.
const language = document.documentElement.lang;
const pause = 2000;

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function when(iso) {
  const time = new Date(iso);
  const today = time.toDateString() === new Date().toDateString();
  const text = today
    ? time.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
    : time.toLocaleDateString(language, { day: 'numeric', month: 'short' });
  return make('time', { dateTime: iso }, text);
}

const rowMakers = {
  '/inbox.json': ({ id, to, subject, sentAt }) =>
    make(
      'li',
      {},
      make(
        'a',
        { href: `/inbox/${id}` },
        make('span', { className: 'to', dir: 'auto' }, to),
        when(sentAt),
        make('span', { className: 'subject', dir: 'auto' }, subject),
      ),
    ),
  '/enrolments.json': ({ id, userId, email, courseId, createdAt }) =>
    make(
      'tr',
      {},
      make('td', {}, String(id)),
      make('td', { title: email }, `${userId} ${email.split('@')[0]}`),
      make('td', {}, courseId),
      make('td', {}, when(createdAt)),
    ),
};

async function refresh(list) {
  const { live, limit } = list.dataset;
  const answer = await fetch(`${live}?limit=${limit}`);
  if (!answer.ok) return;
  const items = await answer.json();
  const shown = new Map([...list.children].map((row) => [row.dataset.id, row]));
  const rows = items.map((item) => {
    const row = shown.get(String(item.id)) ?? rowMakers[live](item);
    row.dataset.id = item.id;
    if (!shown.has(String(item.id))) row.className = 'new';
    return row;
  });
  const same = rows.length === list.children.length && rows.every((row, index) => row === list.children[index]);
  if (!same) list.replaceChildren(...rows);
}

async function keepFresh(list) {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (document.hidden) continue;
    // The server may be restarting: what is shown stays, and the next round tries again.
    await refresh(list).catch(() => undefined);
  }
}

for (const list of document.querySelectorAll('[data-live]')) keepFresh(list);
