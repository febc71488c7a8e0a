import type { probe as english } from '../en/probe.ts';

export const probe: typeof english = {
  connected: 'Connecté.',
  connectedTo: (server) => `Connecté à ${server}.`,
  aMercureHub: 'un hub Mercure',
  readableSoFar: 'Connecté. Bellhop affiche ce qu’il peut lire de ce qui arrive.',
  neverAgain: 'Ce serveur ne renvoie pas ce qui a été manqué pendant l’absence de Bellhop.',
  nothingLost: 'Rien ne se perd pendant l’absence de Bellhop : le serveur envoie ce qui a été manqué.',
  missedComes:
    'Ce qui a été manqué pendant l’absence de Bellhop arrive aussi, tant que le serveur l’a encore.',
  elsewhere: (host, hub) =>
    `Les notifications de cette page viennent de ${host}. Donnez cette adresse, avec ses identifiants : ${hub}`,
  noAnswerYet:
    'Le serveur n’a pas encore répondu. Certains ne répondent qu’avec leur première notification : vous pouvez l’ajouter et voir.',
  notJson: 'Le serveur envoie quelque chose que Bellhop ne peut pas lire : ce n’est pas du JSON.',
  wantsCredential: 'Le serveur demande des identifiants.',
  wantsSignInOrCredential: 'Le serveur vous demande de vous connecter, ou des identifiants.',
  forbidsStrangers: 'Le serveur ne laisse personne écouter ici sans identifiants.',

  presets: {
    mastodon:
      'Il faut un jeton d’accès qui peut lire les notifications : créez-en un dans Mastodon sous Préférences, Développement.',
    'home-assistant':
      'Il faut un jeton d’accès de longue durée d’un administrateur (votre profil, Sécurité). Faites déclencher par une automatisation l’événement « bellhop » avec « title » et « message » ; sans « restrict » dans l’adresse, tout ce qui se passe arrive.',
  },
};
