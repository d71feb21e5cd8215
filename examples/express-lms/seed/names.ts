const firstNames = (
  'Ada Amara Anneke Arjun Aylin Beatriz Ben Chidi Chloé Clara Daniel Diego Elif Emeka Emma Farid Fatima Felix Giulia Hanna Hiro Imani Ines Ivan ' +
  'Jamal Jonas Kaja Kwame Lars Leila Lucía Luka Mei Mira Mohamed Nadia Niamh Nils Noah Olena Omar Paweł Ravi Rosa Sinan Sofia Tariq Yuki'
).split(' ');

const lastNames = (
  'Abebe Adeyemi Ahmadi Andersson Bakker Baptiste Bianchi Bondarenko Brandt Campbell Castillo Chatterjee Chen Conti Cruz Delgado Demir Diallo Dubois Eriksen ' +
  'Farouk Ferreira Fischer García Green Haddad Hansen Horvat Ito Jansen Jiménez Kamau Kaya Khan Kim Kowalska Kruger Larsen Lê Lindgren ' +
  'Marković Mbeki Meyer Moreau Nair Ndiaye Nguyễn Novák O’Brien Okafor Osei Papadopoulos Petrova Rahman Rossi Sato Schäfer Silva Tanaka Weber Yılmaz'
).split(' ');

/** A made-up person. */
export interface MadeUpPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

const letters: Readonly<Record<string, string>> = { ł: 'l', ı: 'i', ß: 'ss', ä: 'ae', ö: 'oe', ü: 'ue' };

function addressPart(name: string): string {
  return name
    .toLowerCase()
    .replace(/[łıßäöü]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}

/** The nth made-up person at a domain: always the same, and no two alike below 2,900, because 48 and 61 share no divisor. */
export function personAt(index: number, domain: string): MadeUpPerson {
  const firstName = firstNames[index % firstNames.length] ?? '';
  const lastName = lastNames[(index * 23) % lastNames.length] ?? '';
  return { firstName, lastName, email: `${addressPart(firstName)}.${addressPart(lastName)}@${domain}` };
}
