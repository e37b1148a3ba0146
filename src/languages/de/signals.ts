import type { Language } from '../language'

export const signals: Language['signals'] = {
  title: 'Benachrichtigungen',
  kinds: {
    fell: 'In einem Geldbeutel fehlt Geld',
    tries: 'Jemand hat versucht, die Wallet zu öffnen',
    confirmed: 'Etwas wurde mit Passwort, Passkey oder Code bestätigt',
    backup: 'Meine zwölf Wörter sind noch nicht aufgeschrieben',
    dispute: 'Ein Verkäufer hat auf eine Rückzahlungsanfrage geantwortet, oder nicht',
    refund: 'Geld ist zurückgekommen',
    rules: 'Die Regeln haben sich geändert oder warten auf mein Ja',
  },
  kindsLegend: 'Sag mir, wenn',
  always: 'Was gleich ohne Nachfrage bezahlt wird, erfährst du immer.',
  badge: 'Der Knopf zeigt',
  badgeText: 'Offen sind Antworten auf deine Rückzahlungsanfragen und Regeln, die auf dein Ja warten.',
  badges: {
    price: 'Preis der Seite, sonst was offen ist',
    due: 'Was offen ist, ohne Preise',
    nothing: 'Nichts',
  },
  keys: {
    title: 'Tastenkürzel',
    text: 'Sie gelten in jedem Fenster dieses Browsers; dort werden sie auch geändert.',
    names: { open: 'Farthing öffnen', lock: 'Wallet sperren', history: 'Meinen Verlauf öffnen' },
    none: 'Noch keines',
    change: 'Tastenkürzel ändern',
    byHand: 'Diese Seite öffnet dein Browser nur für dich: Such bei seinen Erweiterungen nach Tastenkürzeln.',
  },
}
