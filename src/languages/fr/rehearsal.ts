import type { Language } from '../language'

export const rehearsal: Language['rehearsal'] = {
  title: 'Essayez une fois',
  text: 'Un article inventé à un prix inventé. Aucun argent ne bouge, et rien n’est demandé à personne.',
  site: 'Inventé, sur cet appareil',
  headline: 'La plus petite pièce',
  first: 'Jusqu’à la fin de 1960, un magasin britannique pouvait demander un quart de penny. La pièce s’appelait le farthing. Les dernières portaient un troglodyte, l’un des plus petits oiseaux du pays.',
  rest: [
    'On n’achetait presque rien avec elle, et c’était son utilité : qui vendait une petite chose pouvait en demander un prix aussi petit, et personne n’avait à en acheter douze pour en avoir une.',
    'Sur le web, une telle pièce a longtemps manqué. Les articles se vendaient à l’année, ou se payaient en attention. Un prix de quelques centimes, demandé une fois, est de nouveau un farthing.',
  ],
  asked: 'Rien n’est payé avant que vous ayez vu ceci. La somme des lignes est ce que vous payez.',
  practice: 'Exercice : ce bouton ne paie rien.',
  read: 'C’est tout. Un vrai paiement sort de votre porte-monnaie, figure dans votre historique, et l’article se rouvre gratuitement.',
  skip: 'Passer',
  goOn: 'Continuer',
}
