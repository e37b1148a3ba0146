import type { Language } from '../language'

export const workerPurses: Language['workerPurses'] = {
  first: 'Porte-monnaie principal',
  found: (number) => `Porte-monnaie ${number}`,
  from: (name) => `De votre porte-monnaie « ${name} »`,
  notEnough: (name, have, price) => `Rien n’a été prélevé. Il y a ${have} dans votre porte-monnaie « ${name} » ; ceci coûte ${price}.`,
  bound: 'Rien n’a été prélevé. Ce paiement a été commencé depuis un autre de vos porte-monnaie, et lui seul peut continuer : ainsi rien n’est payé deux fois. Cherchez ce porte-monnaie sur la page de vos porte-monnaie.',
  stays: (name) => `Ce paiement a été commencé depuis votre porte-monnaie « ${name} », et y reste : ainsi rien n’est payé deux fois.`,
  lookFirst: 'Cherchez d’abord les autres porte-monnaie de vos douze mots. L’un d’eux a peut-être déjà payé ici.',
  full: 'Il n’y a plus de place pour un autre porte-monnaie : huit au plus.',
  gone: 'Ce porte-monnaie n’existe plus.',
  noSite: 'Ce n’est pas le nom d’un site. Il ressemble à news.example.',
  sitesFull: 'Il n’y a plus de place pour un autre site. Retirez-en un d’abord.',
  notLooked: 'Impossible de chercher vos autres porte-monnaie pour l’instant. Rien n’a été changé. Réessayez.',
}
