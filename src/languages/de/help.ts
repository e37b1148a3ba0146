import type { Language } from '../language'

export const help: Language['help'] = {
  title: 'Hilfe',
  search: {
    label: 'Was ist los?',
    hint: 'In deinen eigenen Worten. Nichts davon verlässt diese Seite.',
    empty:
      'aber als am an auch auf aus bei bin bist da das dass dein deine dem den denn der des die dies diese dieser dieses doch du ein eine einem einen einer eines er es für hab habe haben hat hatte ich ihr im in ist ja kann kannst können man mein meine meinem meinen meiner mich mir mit muss müssen nach noch nun nur ob oder schon sein sich sie sind so soll sollte über um und uns vom von vor war warum was weil wenn wer werden wie will wir wird wo worden wurde zu zum zur',
    endings: 'ungen|ung|est|ern|ete|ten|ter|tem|tet|en|er|es|em|et|st|te|e|n|s|t',
  },
  count: (count) => (count === 0 ? 'Zu diesen Worten nichts' : count === 1 ? 'Eine Antwort' : `${String(count)} Antworten`),
  none: 'Versuch es mit einem Wort, etwa „doppelt“ oder „Passwort“, oder leere das Feld, um alles zu sehen.',
  all: 'Alle Hilfe',
  again: 'Von vorn anfangen',
  gone: 'Diese Hilfeseite gibt es nicht.',
  doors: 'Was du tun kannst',
  shared: { payments: 'Die Zahlung im Verlauf suchen', disputes: 'Deine Rückzahlungsanfragen', security: 'Sicherheit' },
  nothing: 'Mehr ist hier nicht zu tun.',
  warning: {
    title: 'Hilfe gibt es nur hier drin',
    text: 'Farthing hat kein Telefon, keinen Chat und kein Postfach für deine Wörter. Wer nach deinen zwölf Wörtern, deinem Passwort oder einem Code fragt, will dein Geld.',
    report: 'Ein Bericht für jemanden, der dir hilft: Du liest jede Zeile, bevor er irgendwohin geht',
  },
  check: 'Verkaufst du selbst Seiten? Prüf eine davon',
  door: { link: 'Hilfe', back: 'Zurück zum Entsperren' },
}
