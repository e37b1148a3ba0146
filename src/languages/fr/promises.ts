import type { Language } from '../language'

export const promiseAreas: Language['promiseAreas'] = { security: 'Votre argent est en sûreté', fees: 'Vous voyez le prix entier', fraud: 'Les avertissements vous parviennent', data: 'Ce que vous lisez est à vous', disputes: 'Quand une vente tourne mal', updates: 'Les règles changent au grand jour' }

export const promises: Language['promises'] = {
  exact: { text: 'Ce que vous acceptez est exactement ce qui quitte votre porte-monnaie : la même somme, au même compte, au millionième de dollar près.', see: 'Le détail de chaque paiement' },
  once: { text: 'La même chose n’est jamais payée deux fois, ni après une panne, ni dans deux onglets, ni sur deux appareils.', see: 'Ce qui est à vous' },
  limits: { text: 'Rien ne dépasse une limite. Les limites valent dès le départ, et en relever une exige une nouvelle preuve que c’est vous.', see: 'Vos limites' },
  asked: { text: 'Rien n’est payé sans question, sauf si vous l’avez autorisé pour un site, tant, jusqu’à un jour donné. Vous pouvez y mettre fin d’un clic.', see: 'Ce que vous avez autorisé' },
  pages: { text: 'Une page peut demander de l’argent. Elle ne peut ni accepter, ni ouvrir votre portefeuille, ni lire votre historique, ni changer un réglage.', see: 'Ce qui ouvre le portefeuille' },
  stolen: { text: 'Qui copie tout ce que cet appareil a stocké n’en peut rien lire sans un de vos accès.', see: 'Vos accès' },
  whole: { text: 'Vous voyez le prix entier avant d’accepter, avec chacune de ses parts, et les parts s’additionnent.', see: 'Les parts de chaque prix' },
  none: { text: 'Farthing n’ajoute rien à un prix et n’en retire rien.', see: 'Ce que vous avez dépensé' },
  unknown: { text: 'Ce qu’un vendeur ne déclare pas est affiché comme non déclaré, et jamais comme zéro.', see: 'Les parts de chaque prix' },
  estimate: { text: 'Un prix dans votre monnaie est une estimation. Vous pouvez voir son cours, de qui il vient, et de quel jour.', see: 'Votre monnaie' },
  before: { text: 'Chaque paiement est examiné avant que l’argent ne bouge, sur cet appareil, et rien n’en sort.', see: 'Ce qui est surveillé' },
  why: { text: 'Un avertissement dit ce qui a été vu, en chiffres, et pourquoi cela compte. Vous pouvez passer outre, sauf quand un compte a été fait pour être pris pour un autre.', see: 'Régler vos avertissements' },
  listed: { text: 'Un site de la liste des escrocs est nommé comme tel, avec la raison. Vous pouvez l’ouvrir pour vous.', see: 'Sites répertoriés' },
  hosts: { text: 'Personne n’apprend ce que vous lisez ou payez, sauf le site que vous payez, le réseau que vous avez choisi et ceux que vous avez vous-même désignés.', see: 'Qui a reçu quoi' },
  unseen: { text: 'Une page qui ne demande pas d’argent ne peut pas savoir que vous avez un portefeuille.', see: 'Où Farthing regarde' },
  take: { text: 'Tout peut être emporté dans un fichier que d’autres programmes savent lire.', see: 'Tout emporter' },
  forget: { text: 'Un site, une période ou tout peut être oublié. Ce qui est public sur le réseau ne le peut pas, et c’est dit.', see: 'Oublier' },
  proof: { text: 'Si vous avez payé et que rien n’est venu, Farthing a gardé ce qui le prouve, et redemande votre argent avec vous.', see: 'Redemander de l’argent' },
  honest: { text: 'Farthing ne peut reprendre aucun paiement, et ne prétend pas le contraire. L’argent compte comme revenu quand le réseau le montre.', see: 'Où en est une demande' },
  tighter: { text: 'Une mise à jour peut d’elle-même surveiller de plus près, et Farthing vous le dit. Tout le reste attend votre accord.', see: 'Ce qui a changé' },
  yours: { text: 'Aucune mise à jour ne touche à vos limites, autorisations, réglages ou clés, et aucune n’est un programme.', see: 'Ce qui vaut' },
  quiet: { text: 'Aucune mise à jour n’est demandée à personne avant que vous ayez dit où regarder.', see: 'Nouvelles règles' },
}
