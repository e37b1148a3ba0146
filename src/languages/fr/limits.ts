import type { Language } from '../language'
import { forms } from '../../core/words/forms'

export const limits: Language['limits'] = {
  title: 'Sites et limites',
  used: {
    title: 'Ce qui est utilisé',
    caption: 'Ce qui est utilisé de vos limites, et ce qui reste',
    columns: { limit: 'Limite', spent: 'Dépensé', left: 'Reste' },
    day: 'Aujourd’hui',
    month: 'Ce mois-ci',
    tipDay: 'Pourboires aujourd’hui',
    of: (spent, most) => `${spent} sur ${most}`,
    held: (amount) => `Dont ${amount} mis de côté pour des paiements en cours, et qui reviennent s’ils ne sont pas pris.`,
    test: 'Sur ce réseau, l’argent est de l’argent d’essai. Il est compté à part.',
  },
  sites: {
    title: 'Sites aujourd’hui',
    caption: 'Ce que vous avez dépensé aujourd’hui sur chaque site, et ce que votre limite par site laisse',
    columns: { site: 'Site', spent: 'Dépensé', left: 'Reste' },
    empty: 'Rien d’acheté aujourd’hui.',
  },
  purses: {
    title: 'Quel porte-monnaie paie où',
    text: 'Un changement vaut pour ce que vous achetez ensuite. Ce que vous avez acheté reste à vous, et se rouvre avec le porte-monnaie qui l’a payé. Un site payé depuis deux porte-monnaie peut voir que les deux sont à vous.',
    more: (count) => forms('fr', count, { one: 'Et sur un autre site.', other: (n) => `Et sur ${n} autres sites.` }),
    toPurses: 'Sur la page de vos porte-monnaie, vous pouvez en donner un à n’importe quel site.',
  },
  blocked: {
    title: 'Sites bloqués',
    text: 'Rien n’y est payé, où que vous cliquiez.',
    since: (day) => `Depuis le ${day}`,
    open: 'Débloquer',
    openLabel: (site) => `Débloquer ${site}`,
  },
  allowances: {
    title: 'Payé sans question',
    text: 'Seulement pour des pages que vous ouvrez vous-même, et jamais au-delà de vos limites. Farthing vous prévient chaque fois, et vous pouvez l’arrêter.',
    empty: 'Rien. La question vous est posée chaque fois. Après un second achat sur un site, vous pouvez y autoriser les petits prix.',
    each: (each, day) => `Jusqu’à ${each} chacun, au plus ${day} par jour`,
    used: (used, most, until) => `${used} sur ${most} utilisés aujourd’hui. Jusqu’au ${until}.`,
    declined: (sites) => `La question vous est toujours posée, et ceci ne vous est pas proposé, sur ${sites}.`,
    offerAgain: 'Le proposer de nouveau là',
    end: 'Mettre fin',
    endLabel: (site) => `Mettre fin : me redemander sur ${site}`,
  },
  limits: {
    title: 'Ce que vous autorisez au plus',
    text: 'Rien ne dépasse une limite, pas même une fois. La baisser agit aussitôt ; la relever demande qui est là.',
    names: {
      payment: { label: 'Un paiement', text: 'Le plus que peut coûter un seul article ou pass.' },
      siteDay: { label: 'Un site, par jour', text: 'Tous les achats sur un même site, de minuit à minuit.' },
      tip: { label: 'Un pourboire', text: 'Les pourboires sont un don, et ont leurs propres limites.' },
      tipDay: { label: 'Pourboires, par jour', text: 'Tous les pourboires ensemble.' },
      day: { label: 'Tout, par jour', text: 'Achats et pourboires sur tous les sites ensemble.' },
      month: { label: 'Tout, par mois', text: 'Du premier au dernier jour du mois.' },
    },
    nothing: 'Rien',
  },
}
