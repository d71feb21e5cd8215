/** What can be typed of somebody, in the order of a row's fields. One more is a name here, a word of `words/person`, and a head in `sheet.ts`. */
export const personFields = ['email', 'firstName', 'lastName'] as const;

/** A person as typed or pasted: nothing is checked yet. */
export type Person = Readonly<Record<(typeof personFields)[number], string>>;

/** A person of whom only this is known. */
export function personOf(known: Partial<Person>): Person {
  return Object.fromEntries(personFields.map((field) => [field, String(known[field] ?? '')])) as Person;
}

/** What is typed of a person: no field that is empty, no blank around the others. */
export function typedOf(person: Person): Partial<Person> {
  return Object.fromEntries(personFields.map((field) => [field, person[field].trim()]).filter(([, text]) => text));
}
