/** What a customer of the demo looks like at the first start. */
export interface SeedCustomer {
  readonly key: 'acme' | 'globex';
  readonly name: string;
  /** Where in the endless list of made-up people this customer's begin, and how many it has of each kind. */
  readonly firstPerson: number;
  readonly joined: number;
  readonly pending: number;
  readonly held: number;
  readonly deactivated: number;
  /** The first group is the one that `lead@` looks after; it has seats of its own. */
  readonly groups: readonly { readonly name: string; readonly description: string }[];
  readonly roleProfiles: readonly { readonly name: string; readonly description: string }[];
  readonly academySeats: number;
  readonly groupSeats: number;
  readonly labSeats: number;
}

const onboarding = { name: 'Onboarding 2026', description: 'Everybody who started this year' };
const leadership = { name: 'Leadership', description: 'Heads of department and their deputies' };

/** The two customers. */
export const seedCustomers: readonly SeedCustomer[] = [
  {
    key: 'acme',
    name: 'Acme Industries',
    firstPerson: 0,
    joined: 150,
    pending: 18,
    held: 6,
    deactivated: 9,
    groups: [
      onboarding,
      leadership,
      { name: 'Support', description: 'First and second line, all shifts' },
      { name: 'Sales EMEA', description: 'Field and inside sales in Europe, the Middle East and Africa' },
      { name: 'Engineering', description: 'Plant, product and software' },
    ],
    roleProfiles: [
      { name: 'Data analyst', description: 'Turns figures into decisions' },
      { name: 'Team lead', description: 'Leads up to twelve people' },
      { name: 'Account manager', description: 'Keeps customers for years' },
      { name: 'Safety officer', description: 'Answers for safe work on one site' },
    ],
    academySeats: 190,
    groupSeats: 40,
    labSeats: 12,
  },
  {
    key: 'globex',
    name: 'Globex Training',
    firstPerson: 1000,
    joined: 70,
    pending: 7,
    held: 2,
    deactivated: 5,
    groups: [
      onboarding,
      leadership,
      { name: 'Trainers', description: 'Everybody who stands in front of a class' },
      { name: 'Back office', description: 'Bookings, travel and billing' },
    ],
    roleProfiles: [
      { name: 'Trainer', description: 'Runs courses on site and online' },
      { name: 'Course designer', description: 'Makes courses that others run' },
    ],
    academySeats: 90,
    groupSeats: 30,
    labSeats: 6,
  },
];
