import type { SomeWords } from '../dictionary.ts';
import type { en } from './en.ts';

/** German for organizations that say *du*: what differs from the formal German below it. */
export const deInformal = (): SomeWords<ReturnType<typeof en>> => ({
  nobodyNote: 'Personen, die du einlädst, erscheinen hier mit ihren Plätzen und dem Stand ihrer Einladung.',
  problems: {
    not_signed_in: 'Du bist nicht angemeldet. Melde dich an, gern in einem anderen Tab, und versuche es hier erneut.',
    not_allowed: 'Dazu hast du nicht das Recht. Wende dich an die Verwaltung deiner Organisation.',
    not_in_plan: 'Das gehört nicht zu deinem Tarif.',
    not_found: 'Das gibt es hier nicht, oder es ist nicht für dich einsehbar.',
    seat_needed_by_another: 'Ein anderer Platz dieser Person hängt von diesem ab. Entziehe zuerst jenen.',
    seat_bound: 'Ein Platz ist an diese Person gebunden. Ziehe die Einladung zurück und lade die andere Adresse ein.',
    pools_in_the_way: 'Die Gruppe hat noch Plätze. Dein Anbieter muss sie erst beenden.',
    last_admin: 'Das ist die letzte Person mit Verwaltungsrechten. Gib sie zuerst jemand anderem.',
    deactivated: 'Diese Person ist deaktiviert. Reaktiviere sie zuerst.',
    several_accounts: 'Mehrere Konten verwenden diese Adresse. Dein Anbieter muss das klären.',
    conflict: 'Jemand war schneller. Versuche es erneut.',
    request_in_progress: 'Dieselbe Anfrage läuft noch. Warte einen Moment.',
    changed_meanwhile: 'Jemand hat das inzwischen geändert. Sieh es dir noch einmal an.',
    too_many_requests: 'Zu viele Anfragen. Warte einen Moment und versuche es erneut.',
    unavailable: 'Der Server ist gerade nicht verfügbar. Nichts ging verloren; versuche es erneut.',
    unreachable: 'Der Server ist nicht erreichbar. Nichts ging verloren; versuche es erneut.',
    offline: 'Du bist offline. Nichts ging verloren; versuche es erneut, sobald du verbunden bist.',
    timeout: 'Der Server hat zu lange gebraucht. Nichts ging verloren; versuche es erneut.',
    unexpected_answer: 'Die Antwort war nicht verständlich. Vielleicht wurde die Plattform aktualisiert: Lade die Seite neu.',
  },
  unknownProblem: 'Etwas ging schief. Versuche es erneut.',
  forbidden: 'Das darfst du nicht einsehen. Wende dich an die Verwaltung deiner Organisation.',
});
