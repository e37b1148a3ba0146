import type { Language } from '../language'

export const outside: Language['outside'] = {
  ecc: 'Une aide gratuite quand le vendeur se trouve dans un autre pays de l’UE, en Norvège ou en Islande.',
  'adr-eu': 'Une liste de médiateurs reconnus. Un vendeur n’est pas toujours tenu d’y participer ; s’il ne répond pas au médiateur dans les 20 jours ouvrables, cela vaut refus.',
  'konsum-ch': 'Des conseils aux consommateurs en Suisse.',
  'us-de': 'Règle les litiges entre consommateurs et commerçants, sans frais pour les consommateurs.',
  'signal-fr': 'Signale un vendeur à l’autorité chargée de la consommation ; il est invité à répondre.',
  'ca-gb': 'Des conseils aux consommateurs, et des signalements à Trading Standards.',
  'ncac-jp': 'Conseils et médiation pour les consommateurs.',
  'kca-kr': 'Conseils et médiation pour les consommateurs.',
  'ftc-us': 'Reçoit les signalements de fraude. Ne règle pas les cas particuliers.',
  'state-us': 'Beaucoup reçoivent les plaintes et demandent au vendeur de répondre.',
}
