import { type NextFunction, type Request, type Response, Router } from 'express';
import { db } from '../db.ts';
import { html } from '../pages/html.ts';
import { notice, page, visitorOf } from '../pages/page.ts';
import { requireAccount } from '../require-account.ts';
import { seatkit } from '../seatkit.ts';

/** The courses, each open to people who hold a seat. */
export const learning: Router = Router();

interface CourseRow {
  readonly id: string;
  readonly title: string;
  readonly blurb: string;
  readonly lessons: string;
}

const lessonsOf = (course: CourseRow): string[] => JSON.parse(course.lessons);

learning.get('/courses', requireAccount, async (req, res) => {
  const { account } = res.locals;
  const visitor = await visitorOf(req, res, account);
  const { words } = visitor;
  const courses: CourseRow[] = await db('courses').orderBy('id');
  const mine = new Set<string>(await db('enrolments').where({ user_id: account.id }).pluck('course_id'));
  res.send(
    page(
      visitor,
      words.yourCourses,
      html`<h1>${words.yourCourses}</h1>
${!account.email_verified_at && html`<p class="note">${words.unconfirmed} <a href="/account">${words.account}</a></p>`}
${!account.password_hash && html`<p class="note">${words.needPassword} <a href="/account">${words.setPassword}</a></p>`}
<ul class="course-cards">${courses.map(
        (
          course,
        ) => html`<li class="card course${!mine.has(course.id) && ' closed'}"><span class="cover ${course.id}" aria-hidden="true"></span>
<div class="course-text"><h2>${course.title}</h2><p>${course.blurb}</p><p class="muted">${words.lessons(lessonsOf(course).length)}</p></div>
<p class="course-way">${mine.has(course.id) ? html`<a class="button main" href="/courses/${course.id}">${words.open}<span class="hush">: ${course.title}</span></a>` : html`<span class="muted">${words.noSeatYet}</span>`}</p></li>`,
      )}</ul>`,
    ),
  );
});

async function findCourse(req: Request, res: Response, next: NextFunction): Promise<void> {
  res.locals.course = await db('courses').where({ id: req.params.id }).first();
  next(res.locals.course ? undefined : 'route');
}

function sayNoSeat(req: Request, res: Response, next: NextFunction): void {
  visitorOf(req, res, res.locals.account).then((visitor) => {
    const { noSeat, noSeatText, allCourses } = visitor.words;
    res.status(403).send(notice(visitor, noSeat, noSeatText(res.locals.course.title), { href: '/courses', label: allCourses }));
  }, next);
}

const requireSeat = seatkit.requireSeat((req) => String(req.params.id), sayNoSeat);

learning.get('/courses/:id', requireAccount, findCourse, requireSeat, async (req, res: Response) => {
  const visitor = await visitorOf(req, res, res.locals.account);
  const course: CourseRow = res.locals.course;
  res.send(
    page(
      visitor,
      course.title,
      html`<p class="crumb"><a href="/courses">${visitor.words.courses}</a></p><h1>${course.title}</h1>
<section class="card course-page"><span class="cover ${course.id}" aria-hidden="true"></span><p class="lead">${course.blurb}</p>
<ol class="lessons">${lessonsOf(course).map((lesson) => html`<li>${lesson}</li>`)}</ol></section>`,
    ),
  );
});
