import type { PageFacts } from './join.words.ts';
import { fullNameOf, type MailFacts, senderOf } from './mail.words.ts';
import type { Words } from './words.ts';

// No name stands behind "de" or "que", which would lose their vowel before some names; nothing has to agree with whoever reads or is named.
// A blank before ":" and the like does not break: \u00a0.

const invited = ({ inviter, organization, site }: MailFacts | PageFacts) =>
  inviter === null
    ? `Vous avez reçu une invitation à rejoindre ${organization} sur ${site}.`
    : `${inviter} vous invite à rejoindre ${organization} sur ${site}.`;
const linkRules = ({ expires }: MailFacts) => `Ce lien vous est personnel. Il est valable une seule fois, jusqu’au ${expires}.`;
const invitedFooter = (facts: MailFacts) => [
  `${senderOf(facts)} a invité cette adresse\u00a0: c’est pourquoi ${facts.site} vous envoie cet e-mail.`,
  'Si vous ne vous y attendiez pas, vous n’avez rien à faire\u00a0: rien ne se passe sans votre accord.',
];

/** French. It says « vous ». */
export const fr: Words = {
  mail: {
    greeting: (facts) => (fullNameOf(facts) ? `Bonjour ${fullNameOf(facts)},` : 'Bonjour,'),
    products: 'Votre accès comprend\u00a0:',
    message: ({ inviter, organization }) => `${inviter ?? organization} vous écrit\u00a0:`,
    copyLink: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur\u00a0:',

    invitation: {
      subject: ({ inviter, organization }) =>
        inviter === null ? `Votre invitation à rejoindre ${organization}` : `${inviter} vous invite à rejoindre ${organization}`,
      title: ({ organization }) => `Votre invitation à rejoindre ${organization}`,
      lines: (facts) => [invited(facts)],
      button: 'Accepter l’invitation',
      after: (facts) => [linkRules(facts)],
      footer: invitedFooter,
    },
    invitation_known: {
      subject: ({ organization, site }) => `Rejoignez ${organization} sur ${site}`,
      title: ({ organization }) => `Rejoignez ${organization}`,
      lines: (facts) => [invited(facts), 'Vous y avez déjà un compte\u00a0: connectez-vous comme d’habitude, et vous voilà membre.'],
      button: 'Se connecter et accepter',
      after: (facts) => [linkRules(facts)],
      footer: invitedFooter,
    },
    joined: {
      subject: ({ organization }) => `Vous avez rejoint ${organization}`,
      title: ({ organization }) => `Bienvenue chez ${organization}`,
      lines: ({ inviter, organization, site }) => [
        inviter === null
          ? `Vous avez maintenant accès à l’espace ${organization} sur ${site}.`
          : `${inviter} vous a donné accès à l’espace ${organization} sur ${site}.`,
        'Vous n’avez rien à confirmer\u00a0: connectez-vous à votre compte comme d’habitude.',
      ],
      button: 'Commencer',
      after: () => [],
      footer: (facts) => [`${senderOf(facts)} a ajouté votre compte\u00a0: c’est pourquoi ${facts.site} vous envoie cet e-mail.`],
    },
    address_changed: {
      subject: ({ site }) => `Votre adresse sur ${site} a été modifiée`,
      title: () => 'Votre adresse a été modifiée',
      lines: ({ organization, site, oldEmail, newEmail }) => [
        `Un administrateur de l’organisation ${organization} a modifié l’adresse de votre compte sur ${site}\u00a0: ${oldEmail} est remplacée par ${newEmail}.`,
        'Connectez-vous désormais avec la nouvelle adresse. Votre mot de passe reste le même.',
      ],
      button: null,
      after: () => [],
      footer: ({ site, organization }) => [
        `${site} prévient les deux adresses. En cas d’erreur, adressez-vous à un administrateur de l’organisation ${organization} ou à l’équipe ${site}.`,
      ],
    },
    admin_granted: {
      subject: ({ organization }) => `Vous administrez maintenant ${organization}`,
      title: ({ organization }) => `Vous administrez maintenant ${organization}`,
      lines: ({ organization, site }) => [
        `Vous pouvez désormais inviter des personnes, gérer les groupes et attribuer les licences de l’organisation ${organization} sur ${site}.`,
      ],
      button: 'Ouvrir la plateforme',
      after: () => [],
      footer: ({ site, organization }) => [
        `Un autre administrateur de l’organisation ${organization} ou l’équipe ${site} vous a donné ces droits\u00a0: c’est pourquoi ${site} vous envoie cet e-mail.`,
      ],
    },
  },

  join: {
    products: 'Votre accès comprend',
    home: 'Aller à la plateforme',
    offer: {
      title: ({ organization }) => `Rejoindre ${organization}`,
      lines: (facts) => [invited(facts)],
      button: 'Accepter l’invitation',
    },
    offerSignedIn: {
      title: ({ organization }) => `Rejoindre ${organization}`,
      lines: (facts) => [invited(facts), `Vous utilisez le compte ${facts.email}.`],
      button: 'Rejoindre maintenant',
    },
    signIn: {
      title: ({ organization }) => `Encore une étape pour rejoindre ${organization}`,
      lines: ({ site }) => [`Connectez-vous sur ${site} avec l’adresse qui a reçu l’invitation. Vous reviendrez ensuite ici.`],
      button: 'Se connecter',
    },
    joined: {
      title: ({ organization }) => `Vous avez rejoint ${organization}`,
      lines: ({ email }) => [`Votre accès est lié au compte ${email}.`],
      button: 'Aller à la plateforme',
    },
    closed: {
      title: () => 'Ce lien n’est plus valable',
      lines: () => [
        'Il a expiré, a été remplacé par un lien plus récent, a déjà servi ou a été révoqué.',
        'Si votre invitation est toujours en attente, nous pouvons envoyer un nouveau lien à l’adresse qui l’a reçue.',
        'Si vous avez déjà rejoint l’organisation, connectez-vous comme d’habitude.',
      ],
      button: 'Recevoir un nouveau lien',
    },
    claimGone: {
      title: () => 'Veuillez rouvrir votre invitation',
      lines: () => ['Trop de temps s’est écoulé, ou vous avez reçu un e-mail plus récent. Utilisez le lien du dernier e-mail reçu.'],
    },
    newLink: {
      title: () => 'Merci',
      lines: () => [
        'Si votre invitation est toujours en attente, un nouveau lien est en route vers l’adresse qui l’a reçue. Nous en envoyons un par heure au maximum.',
      ],
    },
    otherAccount: {
      title: () => 'Cette invitation est destinée à une autre adresse',
      lines: ({ email, site }) => [
        `Vous utilisez le compte ${email}. Déconnectez-vous sur ${site}, puis ouvrez à nouveau le lien de l’e-mail.`,
      ],
    },
    unverified: {
      title: () => 'Veuillez d’abord confirmer votre adresse',
      lines: ({ site, email }) => [
        `${site} ne sait pas encore si l’adresse ${email} vous appartient. Confirmez-la sur la plateforme, puis ouvrez à nouveau ce lien.`,
      ],
    },
    severalAccounts: {
      title: () => 'Plusieurs comptes utilisent cette adresse',
      lines: ({ site, organization }) => [
        `Nous ne pouvons pas savoir lequel est le bon. Adressez-vous à l’équipe ${site} ou à un administrateur de l’organisation ${organization}.`,
      ],
    },
    alreadyMember: {
      title: ({ organization }) => `Vous avez déjà rejoint ${organization}`,
      lines: ({ organization }) => [
        `Votre compte y est déjà membre, avec une autre adresse. S’il manque quelque chose, adressez-vous à un administrateur de l’organisation ${organization}.`,
      ],
    },
    refused: {
      title: () => 'L’adhésion est impossible pour le moment',
      lines: ({ organization }) => [`Rien n’a été modifié. Adressez-vous à un administrateur de l’organisation ${organization}.`],
    },
    busy: {
      title: () => 'Veuillez réessayer',
      lines: () => [
        'Une autre personne effectuait la même modification au même moment. Rien n’a été modifié\u00a0: ouvrez à nouveau le lien.',
      ],
    },
    foreign: {
      title: () => 'Veuillez utiliser le lien de votre e-mail',
      lines: () => ['Cette demande ne vient pas de notre propre page. Rien n’a été modifié.'],
    },
    hostFailed: {
      title: () => 'L’opération n’a pas abouti',
      lines: ({ site }) => [
        `${site} n’a pas pu effectuer l’opération. Rien n’a été modifié et votre lien reste valable\u00a0: réessayez un peu plus tard.`,
      ],
    },
    unavailable: {
      title: () => 'Service momentanément indisponible',
      lines: () => [
        'Notre base de données est injoignable. Rien n’a été modifié et votre lien reste valable\u00a0: réessayez dans quelques minutes.',
      ],
    },
    failed: {
      title: () => 'L’opération n’a pas abouti',
      lines: () => ['Vous n’y êtes pour rien. Veuillez réessayer un peu plus tard.'],
    },
  },
};
