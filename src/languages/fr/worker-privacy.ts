import type { Language } from '../language'

export const workerPrivacy: Language['workerPrivacy'] = {
  underWay: (count) =>
    count === '1'
      ? 'Rien n’a été effacé. Un paiement est en cours et peut encore être prélevé : on le saura dans quelques minutes. Si vous effacez quand même, rien ne vous dira ce qu’il est devenu.'
      : `Rien n’a été effacé. ${count} paiements sont en cours et peuvent encore être prélevés : on le saura dans quelques minutes. Si vous effacez quand même, rien ne vous dira ce qu’ils sont devenus.`,
  support: {
    made: (version, browser) => `Farthing ${version} sur ${browser}`,
    network: (network, own) => `Réseau : ${network}, par ${own ? 'une connexion choisie par l’utilisateur' : 'la connexion fournie avec Farthing'}`,
    tips: 'Un service pour les pourboires est choisi',
    looks: (everywhere, card) => `Regarde ${everywhere ? 'sur tous les sites' : 'quand on clique sur son bouton'}, ${card ? 'affiche la carte' : 'n’affiche pas la carte'}`,
    ways: (ways) => `S’ouvre avec : ${ways}`,
    kept: (kind, count, size) => `${kind} : ${count === '' ? size : `${count}, ${size}`}`,
    site: (rank) => `site nº ${rank}`,
    otherSite: 'un autre site',
    week: (monday) => `semaine du ${monday}`,
    range: (from, to) => `${from} à ${to}`,
    under: (least) => `moins de ${least}`,
    over: (most) => `plus de ${most}`,
  },
  backwards: 'Rien n’a été oublié. Le dernier jour vient avant le premier.',
}
