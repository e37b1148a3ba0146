import type { Language } from '../language'

export const terms: Language['terms'] = {
  title: 'Nutzungsbedingungen',
  lines: [
    'Farthing ist ein Programm auf deinem Gerät. Es kostet nichts, jeder darf lesen, wie es gemacht ist, und es verändern (Apache License 2.0), und zwischen dir und dem, den du bezahlst, steht keine Firma.',
    '## Was es tut',
    'Es zeigt dir, was eine Seite verlangt, und bezahlt, wenn du zugestimmt oder es vorher erlaubt hast.',
    'Eine Zahlung geht direkt aus deinem Geldbeutel an das Konto, das dir gezeigt wurde. Farthing verwahrt kein Geld von dir und kann nichts aufhalten, ändern oder zurückgeben, was das Netzwerk genommen hat.',
    '## Worum du dich kümmerst',
    'Deine zwölf Wörter und deine Zugänge gehören nur dir. Wer sie alle verliert, verliert das Geld, und niemand kann es zurückbringen.',
    'Lass in deinem Geldbeutel nicht mehr, als du in der Hosentasche tragen würdest. Die Dollar darin sind USDC, die eine Firma namens Circle herausgibt; sie können ihren Wert verlieren.',
    'Was du kaufst und was du dafür an deinem Wohnort schuldest, auch an Steuern, musst du selbst beurteilen.',
    '## Zwischen dir und dem Verkäufer',
    'Was du kaufst, kaufst du bei der Website, die es verkauft, und zu ihren Bedingungen. Farthing speichert, was es beweist, und hilft dir, eine Rückzahlung anzufragen. Ob sie kommt, liegt beim Verkäufer.',
    '## Was nicht versprochen wird',
    'Farthing wird angeboten, wie es ist. Es ist jung, und niemand von außen hat es geprüft. Die Macher versprechen weder, dass es keine Fehler hat, noch, dass jeder Betrug gefunden wird, und haften, soweit das Gesetz es zulässt, nicht für das, was verloren geht. Rechte, die das Gesetz dir gibt, behältst du.',
    '## Wenn sich diese Bedingungen ändern',
    'Andere Bedingungen gelten für dich, sobald du ihnen unter „Regeln“ zugestimmt hast, und bis dahin gelten diese. Du kannst jederzeit gehen: Andere Wallets öffnen dasselbe Geld mit deinen zwölf Wörtern.',
  ],
}
