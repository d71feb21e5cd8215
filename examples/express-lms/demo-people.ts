/** One of the people whom the demo lets you be with one click. */
export interface DemoPerson {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly part: 'vendor' | 'coordinator' | 'groupAdmin' | 'learner';
  /** The key of the customer they belong to; the vendor's own staff belong to none. */
  readonly customer: 'acme' | 'globex' | null;
}

/** The demo's people. Their password is `seatkit-demo`. */
export const demoPeople: readonly DemoPerson[] = [
  { email: 'vendor@lms.test', firstName: 'Vesna', lastName: 'Kovač', part: 'vendor', customer: null },
  { email: 'admin@acme.test', firstName: 'Carmen', lastName: 'Ortega', part: 'coordinator', customer: 'acme' },
  { email: 'lead@acme.test', firstName: 'Gideon', lastName: 'Mensah', part: 'groupAdmin', customer: 'acme' },
  { email: 'learner@acme.test', firstName: 'Lina', lastName: 'Haddad', part: 'learner', customer: 'acme' },
  { email: 'admin@globex.test', firstName: 'Kenji', lastName: 'Mori', part: 'coordinator', customer: 'globex' },
  { email: 'lead@globex.test', firstName: 'Priya', lastName: 'Raman', part: 'groupAdmin', customer: 'globex' },
  { email: 'learner@globex.test', firstName: 'Tomasz', lastName: 'Wójcik', part: 'learner', customer: 'globex' },
];
