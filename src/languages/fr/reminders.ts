import type { Language } from '../language'

export const reminders: Language['reminders'] = {
  words: {
    title: 'Vos douze mots',
    text: 'Ils ne sont pas encore notés. Si cet appareil est perdu, l’argent de votre porte-monnaie l’est aussi. Cela prend deux minutes, sous Sécurité.',
  },
  rules: {
    title: 'Du nouveau dans les règles de Farthing',
    waiting: 'Une mise à jour des règles attend votre accord. D’ici là, les anciennes s’appliquent.',
    closer: 'Farthing surveille de plus près. Ce qui a changé se trouve sous Règles.',
  },
  quieter: 'Ne plus être averti hors des pages quand de l’argent manque, quand quelqu’un essaie d’ouvrir le portefeuille, ou de ce qui a été confirmé.',
}
