import type { Language } from '../language'

export const help: Language['help'] = {
  title: 'Aide',
  search: {
    label: 'Que se passe-t-il ?',
    hint: 'Avec vos propres mots. Rien n’en quitte cette page.',
    empty: 'a ai au aux avec ca ce cela ces cette c d dans de des du elle en est et eu il ils j je l la le les leur m ma me mes moi mon n ne nous on ont ou par pas peut peux plus pour pourquoi qu quand que qui quoi s sa se ses si son sur t tu un une vos votre vous y',
    endings: 'ements|ement|ees|ee|er|es|ez|e|s',
  },
  count: (count) => (count === 0 ? 'Rien avec ces mots' : count === 1 ? 'Une réponse' : `${String(count)} réponses`),
  none: 'Essayez un seul mot, comme « deux » ou « passe », ou videz le champ pour tout voir.',
  all: 'Toute l’aide',
  again: 'Recommencer',
  gone: 'Cette page d’aide n’existe pas.',
  doors: 'Ce que vous pouvez faire',
  shared: { payments: 'Trouver le paiement dans votre historique', disputes: 'Vos demandes de remboursement', security: 'Sécurité' },
  nothing: 'Il n’y a rien de plus à faire ici.',
  warning: {
    title: 'L’aide ne vient que d’ici',
    text: 'Farthing n’a ni téléphone, ni messagerie, ni boîte aux lettres pour vos mots. Qui demande vos douze mots, votre mot de passe ou un code veut votre argent.',
    report: 'Un rapport pour qui vous aide : vous en lisez chaque ligne avant qu’il parte',
  },
  check: 'Vous vendez vous-même des pages ? Vérifiez-en une',
  door: { link: 'Aide', back: 'Retour à la porte' },
}
