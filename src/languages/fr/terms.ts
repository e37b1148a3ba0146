import type { Language } from '../language'

export const terms: Language['terms'] = {
  title: 'Conditions d’utilisation',
  lines: [
    'Farthing est un programme sur votre appareil. Il ne coûte rien, chacun peut lire comment il est fait et le modifier (Apache License 2.0), et aucune entreprise ne se tient entre vous et ceux que vous payez.',
    '## Ce qu’il fait',
    'Il vous montre ce qu’une page demande, et paie une fois que vous avez accepté, ou là où vous l’avez autorisé d’avance.',
    'Un paiement va droit de votre porte-monnaie au compte qui vous a été montré. Farthing ne détient pas votre argent, et ne peut ni arrêter, ni changer, ni rendre ce que le réseau a pris.',
    '## Ce dont vous prenez soin',
    'Vos douze mots et vos accès ne sont qu’à vous. Qui les perd tous perd l’argent, et personne ne peut le ramener.',
    'Ne gardez dans votre porte-monnaie que ce que vous auriez en poche. Les dollars qu’il contient sont des USDC, émis par une entreprise nommée Circle ; ils peuvent perdre leur valeur.',
    'Ce que vous achetez, et ce que vous en devez là où vous habitez, impôts compris, c’est à vous d’en juger.',
    '## Entre vous et le vendeur',
    'Ce que vous achetez, vous l’achetez au site qui le vend, et à ses conditions. Farthing garde ce qui le prouve et vous aide à redemander votre argent. Qu’il revienne ou non dépend du vendeur.',
    '## Ce qui n’est pas promis',
    'Farthing est fourni tel quel. Il est jeune, et personne d’extérieur ne l’a examiné. Ceux qui le font ne promettent ni qu’il est sans défaut, ni que toute fraude est découverte et, autant que la loi le permet, ne répondent pas de ce qui est perdu. Les droits que la loi vous donne restent les vôtres.',
    '## Quand ces conditions changent',
    'D’autres conditions valent pour vous une fois que vous les avez acceptées sous Règles ; d’ici là, ce sont celles-ci. Vous pouvez partir à tout moment : d’autres portefeuilles ouvrent le même argent avec vos douze mots.',
  ],
}
