import type { Language } from '../language'

export const receiptsPage: Language['receiptsPage'] = {
  title: 'Reçus',
  intro: 'Cette page vérifie par leurs signatures les paiements qu’elle contient, ici et maintenant, sans réseau et sans demander à personne. Rien n’est envoyé nulle part.',
  none: 'Il n’y a pas de paiement dans ce fichier.',
  broken: 'Le contenu de ce fichier ne peut pas être lu : il a été changé ou coupé.',
  count: { holds: 'Un paiement, et il est valable.', doesNot: 'Un paiement, et il n’est pas valable.', many: '{all} paiements, dont valables : {good}.' },
  payment: '{amount} à {payTo}',
  on: '{day}, sur {network}',
  authorization: {
    payer: 'Le payeur a signé exactement ceci : le montant, le compte et le numéro sont les siens.',
    false: 'Ce n’est pas ce que le payeur a signé. Quelqu’un a changé le montant, un compte, le numéro ou la signature.',
    none: 'La signature du payeur n’est pas dans ce fichier : le paiement a été fait sur un autre appareil.',
  },
  offer: {
    seller: 'Le compte qui a été payé a mis ce prix par écrit.',
    stranger: 'Il y a un prix écrit, mais pas du compte qui a été payé.',
    differs: 'Il y a un prix écrit, mais il dit autre chose, ou sa signature est fausse.',
    none: 'Il n’y a pas de prix écrit.',
  },
  receipt: {
    seller: 'Le compte qui a été payé a donné un reçu pour ce paiement.',
    stranger: 'Il y a un reçu, mais pas du compte qui a été payé.',
    differs: 'Il y a un reçu, mais pas pour ce paiement, ou sa signature est fausse.',
    none: 'Il n’y a pas de reçu.',
  },
  settled: 'D’après les registres du payeur, il a été réglé dans la transaction {transaction}. Tout le monde peut le vérifier sur le réseau ; cette page ne le peut pas.',
  refunded: 'D’après les registres du payeur, {amount} sont revenus à {payer} dans la transaction {transaction}. Aucune signature de ce fichier ne le prouve ; comme le paiement lui-même, tout le monde peut le vérifier sur le réseau, et cette page ne le peut pas.',
  unsettled: 'D’après les registres du payeur, il a été réglé ; ils n’indiquent pas la transaction.',
  unsigned: 'Le titre et la page sont tels que le portefeuille du payeur les a notés. Personne ne les a signés.',
  facts: { page: 'Page', resource: 'A demandé le paiement', payer: 'Payé par', payTo: 'Payé à', number: 'Numéro du paiement', token: 'Contrat de la monnaie' },
  raw: 'Tout ce que ce fichier en dit',
}
