import { firstRows } from './first-rows.ts';
import { scrolling } from './scrolling.ts';
import { widgetWeight } from './widget-weight.ts';

/** `npm run bench`, or `npm run bench scrolling` for one of them. */
const contests = { widgetWeight, firstRows, scrolling };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in contests));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join()}; there are ${Object.keys(contests).join(', ')}.`);
for (const [name, run] of Object.entries(contests)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (!(await run())) process.exitCode = 1;
}
