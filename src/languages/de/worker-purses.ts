import type { Language } from '../language'

export const workerPurses: Language['workerPurses'] = {
  first: 'Hauptgeldbeutel',
  found: (number) => `Geldbeutel ${number}`,
  from: (name) => `Aus deinem Geldbeutel „${name}“`,
  notEnough: (name, have, price) => `Es wurde nichts abgebucht. In deinem Geldbeutel „${name}“ sind ${have}; das hier kostet ${price}.`,
  bound: 'Es wurde nichts abgebucht. Diese Zahlung hat ein anderer deiner Geldbeutel begonnen, und nur er kann weitermachen: So wird nie zweimal bezahlt. Such diesen Geldbeutel auf der Seite deiner Geldbeutel.',
  stays: (name) => `Diese Zahlung hat dein Geldbeutel „${name}“ begonnen, und bei ihm bleibt sie: So wird nie zweimal bezahlt.`,
  lookFirst: 'Such zuerst nach den anderen Geldbeuteln deiner zwölf Wörter. Einer von ihnen hat hier vielleicht schon bezahlt.',
  full: 'Für einen weiteren Geldbeutel ist kein Platz: Mehr als acht gehen nicht.',
  gone: 'Diesen Geldbeutel gibt es nicht mehr.',
  noSite: 'Das ist kein Name einer Website. So sieht einer aus: news.example.',
  sitesFull: 'Für eine weitere Website ist kein Platz. Nimm zuerst eine zurück.',
  notLooked: 'Nach deinen anderen Geldbeuteln lässt sich gerade nicht suchen. Es hat sich nichts geändert. Versuch es noch einmal.',
}
