import { Problem, type ProblemCode, problemCodes } from '@seatkit/sdk/contract';
import { expect } from 'chai';
import type { WireAnswer } from './wire.ts';

/** What must never reach a caller: stack lines, files, SQL, drivers, our tables, values of JavaScript. */
const inside =
  /\bat .+:\d+:\d+|node_modules|\.[tj]s\b|\bselect \b|\binsert into\b|\bupdate `|sqlite|knex|mysql|postgres|seatkit_|\[object |undefined|\bNaN\b|zod/i;

/** Whether an answer is a refusal as everybody may see it (RFC 9457): the code, its own status and title, a sentence for people, nothing of the inside. */
export function expectProblem(answer: WireAnswer, code?: ProblemCode | readonly ProblemCode[], path?: string): Problem {
  const shown = `${answer.status} ${answer.text.slice(0, 400)}`;
  expect(answer.headers.get('content-type'), shown).to.equal('application/problem+json; charset=utf-8');
  expect(answer.headers.get('cache-control')).to.equal('no-store');
  const problem = Problem.strict().parse(answer.body);
  const [status, title] = problemCodes[problem.code];
  expect([answer.status, problem.status, problem.title, problem.type], shown).to.deep.equal([status, status, title, 'about:blank']);
  expect(problem.detail, shown).to.match(/^["“A-Z].{3,}[.”]$/su);
  expect(answer.text.replaceAll(/“[^”]*”|"path":"[^"]*"/g, '')).to.not.match(inside);
  if (code !== undefined) expect(typeof code === 'string' ? [code] : code, shown).to.include(problem.code);
  if (path !== undefined) {
    expect(
      problem.fields?.map((field) => field.path),
      shown,
    ).to.include(path);
    for (const field of problem.fields ?? []) expect(field.message, shown).to.match(/^\S.{3,}[^.]$/su);
  }
  return problem;
}
