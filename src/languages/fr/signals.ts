import type { Language } from '../language'

export const signals: Language['signals'] = {
  title: 'Être averti',
  kinds: {
    fell: 'De l’argent manque dans un porte-monnaie',
    tries: 'Quelqu’un a essayé d’ouvrir le portefeuille',
    confirmed: 'Quelque chose a été confirmé avec un mot de passe, une clé d’accès ou un code',
    backup: 'Mes douze mots ne sont pas encore notés',
    dispute: 'Un vendeur a répondu, ou non, à une demande de remboursement',
    refund: 'De l’argent est revenu',
    rules: 'Les règles ont changé, ou attendent mon accord',
  },
  kindsLegend: 'M’avertir quand',
  always: 'Ce qui va être payé sans question vous est toujours annoncé.',
  badge: 'Le bouton montre',
  badgeText: 'À voir : les réponses à vos demandes de remboursement, et les règles qui attendent votre accord.',
  badges: {
    price: 'Le prix, sinon ce qui est à voir',
    due: 'Ce qui est à voir, sans les prix',
    nothing: 'Rien',
  },
  keys: {
    title: 'Raccourcis clavier',
    text: 'Ils fonctionnent dans toutes les fenêtres de ce navigateur ; c’est là qu’on les change.',
    names: { open: 'Ouvrir Farthing', lock: 'Verrouiller le portefeuille', history: 'Ouvrir mon historique' },
    none: 'Aucun pour l’instant',
    change: 'Changer les raccourcis',
    byHand: 'Votre navigateur n’ouvre cette page qu’à vous : cherchez les raccourcis clavier parmi ses extensions.',
  },
}
