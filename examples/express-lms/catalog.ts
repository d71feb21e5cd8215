/** A course as the `courses` table is first filled. Its id is what a seat pool calls its product. */
export interface Course {
  readonly id: string;
  readonly title: string;
  readonly blurb: string;
  readonly lessons: readonly string[];
}

/** The courses that Fernhill sells. */
export const courses: readonly Course[] = [
  {
    id: 'course-1',
    title: 'Working well together',
    blurb: 'The base of the Academy: meetings that end on time, feedback that helps, and notes that others can use.',
    lessons: ['Why meetings drift', 'Asking before telling', 'Feedback in three sentences', 'Writing things down', 'A week in practice'],
  },
  {
    id: 'course-2',
    title: 'Your first ninety days',
    blurb: 'A path for new colleagues: who is who, what matters here, and a first piece of work to be proud of.',
    lessons: ['Day one', 'Mapping the people', 'Small wins', 'The thirty-day talk', 'Looking back, looking ahead'],
  },
  {
    id: 'course-3',
    title: 'Negotiation lab',
    blurb: 'Four recorded cases and a live role play. For people who speak with customers and suppliers.',
    lessons: ['Interests and positions', 'Preparing the room', 'The first number', 'Saying no and staying friends'],
  },
];
