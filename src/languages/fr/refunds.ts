import type { Language } from '../language'

export const refunds: Language['refunds'] = {
  whole: (paid) => `Les ${paid} sont revenus en entier.`,
  part: (all, paid) => `${all} sur ${paid} sont revenus.`,
  more: (all, paid) => `${all} sont revenus, plus que les ${paid} que vous aviez payés.`,
  status: { whole: 'Remboursé', part: 'Remboursé en partie' },
  standing: { whole: 'Vous avez payé, et tout est revenu.', part: 'Vous avez payé, et une partie est revenue.' },
  none: 'Rien n’est revenu pour ceci jusqu’à présent.',
  ask: 'Vous avez reçu de ce vendeur un paiement qui est peut-être le remboursement. Vous pouvez dire si c’est le cas.',
  askMany: (count) => `Vous avez reçu de ce vendeur ${count} paiements qui sont peut-être le remboursement. Vous pouvez dire lequel c’est.`,
  pending: 'Le vendeur vient d’envoyer quelque chose. Regardez de nouveau dans une minute.',
  unseen: 'Le numéro prévu pour un remboursement est utilisé ou a été retiré, et l’argent lui-même n’a pas encore été trouvé. Il n’est pas compté avant.',
  short: 'Seules les dernières heures ont pu être parcourues : ce qui est revenu avant peut manquer.',
  notPaid: 'Rien n’a été prélevé pour ceci, donc rien ne peut revenir.',
  gone: 'Ce paiement n’est plus parmi ceux qui peuvent être le remboursement. Rien n’a été changé.',
  unknown: 'Ce paiement n’est plus dans votre historique.',
  notSeen: {
    unreachable: 'Impossible de voir pour l’instant si de l’argent est revenu. Réessayez dans un instant, ou choisissez un autre point d’accès dans les Réglages.',
    'wrong-chain': 'Impossible de voir si de l’argent est revenu : le point d’accès de vos réglages appartient à un autre réseau.',
    'no-token': 'Impossible de voir si de l’argent est revenu : le point d’accès de vos réglages ne connaît pas votre monnaie.',
    'went-back': 'Impossible de voir si de l’argent est revenu : le point d’accès de vos réglages contredit ce qu’il disait avant.',
    malformed: 'Impossible de voir si de l’argent est revenu : le point d’accès de vos réglages a donné une réponse qui n’a pas de sens.',
  },
}
