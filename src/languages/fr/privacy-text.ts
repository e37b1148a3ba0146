import type { Language } from '../language'

export const privacyText: Language['privacyText'] = {
  title: 'Ce qui est gardé, et qui l’apprend',
  lines: [
    'Farthing n’a pas de serveurs, ne compte rien et ne rapporte rien. Ce qu’il sait se trouve sur cet appareil, scellé pour que seul votre portefeuille ouvert puisse le lire ; seuls les réglages ne sont pas scellés.',
    '## Ce qui est gardé ici',
    'Vos paiements et ce qui les prouve, des copies de ce que vous avez acheté, vos notes, limites et autorisations, ce qui est habituel sur les sites que vous payez, et ce qui s’est passé à la porte.',
    'Les pages où rien n’est payé ne sont pas notées.',
    'Sous Vie privée, vous voyez combien il y en a, choisissez combien de temps cela reste, l’emportez, et oubliez un site, une période ou tout.',
    '## Qui l’apprend',
    'Le site que vous payez : le paiement, avec le compte de votre porte-monnaie, et que vous avez Farthing. On lui demande aussi ce qu’il dit des remboursements. Qui vend une partie de sa page, ou porte pour lui le paiement au réseau, apprend le même paiement.',
    'Tout le monde : de quel compte à quel compte, combien, et quand. Le réseau est public et n’oublie rien. Ni votre nom ni la page n’y figurent.',
    'La connexion au réseau que vous avez choisie : quels comptes et quels paiements sont consultés, et l’adresse internet de cet appareil.',
    'Si vous redemandez votre argent : le vendeur, ce que vous avez lu avant l’envoi.',
    'Seulement si vous les avez choisis : un service de paiement pour les pourboires, un site qui peut savoir que vous revenez, et une adresse pour les nouvelles règles.',
    'Ceux qui font Farthing : rien.',
    '## Vos droits',
    'Vous n’avez à demander à personne pour voir, corriger ou oublier ce qui est gardé ici. Ce qui est public sur le réseau, et ce que les vendeurs ont noté, ne peut pas être repris d’ici.',
    '## Quand cela change',
    'Un autre texte vaut pour vous une fois que vous l’avez accepté sous Règles ; d’ici là, c’est celui-ci.',
  ],
}
