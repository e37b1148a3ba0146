import type { Language } from '../language'

export const workerPrivacy: Language['workerPrivacy'] = {
  underWay: (count) =>
    count === '1'
      ? 'Es wurde nichts gelöscht. Eine Zahlung ist unterwegs und kann noch abgebucht werden: In ein paar Minuten steht das fest. Wenn du trotzdem löschst, erfährst du nicht mehr, was aus ihr geworden ist.'
      : `Es wurde nichts gelöscht. ${count} Zahlungen sind unterwegs und können noch abgebucht werden: In ein paar Minuten steht das fest. Wenn du trotzdem löschst, erfährst du nicht mehr, was aus ihnen geworden ist.`,
  support: {
    made: (version, browser) => `Farthing ${version} in ${browser}`,
    network: (network, own) => `Netzwerk: ${network}, über ${own ? 'eine selbst gewählte Verbindung' : 'die Verbindung, die Farthing mitbringt'}`,
    tips: 'Ein Dienst für Trinkgelder ist gewählt',
    looks: (everywhere, card) => `Sieht ${everywhere ? 'auf jeder Website nach' : 'nach, wenn sein Knopf gedrückt wird'}, ${card ? 'zeigt die Karte' : 'zeigt keine Karte'}`,
    ways: (ways) => `Öffnet sich mit: ${ways}`,
    kept: (kind, count, size) => `${kind}: ${count === '' ? size : `${count}, ${size}`}`,
    site: (rank) => `Website ${rank}`,
    otherSite: 'eine andere Website',
    week: (monday) => `Woche vom ${monday}`,
    range: (from, to) => `${from} bis ${to}`,
    under: (least) => `unter ${least}`,
    over: (most) => `über ${most}`,
  },
  backwards: 'Es wurde nichts vergessen. Der letzte Tag liegt vor dem ersten.',
}
