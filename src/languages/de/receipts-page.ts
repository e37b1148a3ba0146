import type { Language } from '../language'

export const receiptsPage: Language['receiptsPage'] = {
  title: 'Belege',
  intro: 'Diese Seite prüft die Zahlungen, die in ihr stehen, anhand ihrer Signaturen: hier und jetzt, ohne Netz und ohne jemanden zu fragen. Es wird nichts verschickt.',
  none: 'In dieser Datei sind keine Zahlungen.',
  broken: 'Was in dieser Datei steht, ist nicht zu lesen: Es wurde verändert oder abgeschnitten.',
  count: { holds: 'Eine Zahlung, und sie stimmt.', doesNot: 'Eine Zahlung, und sie stimmt nicht.', many: '{all} Zahlungen, davon stimmen {good}.' },
  payment: '{amount} an {payTo}',
  on: 'am {day}, auf {network}',
  authorization: {
    payer: 'Genau das hat der Zahlende signiert: Betrag, Konto und Nummer stammen von ihm.',
    false: 'Das ist nicht, was der Zahlende signiert hat. Jemand hat den Betrag, ein Konto, die Nummer oder die Signatur verändert.',
    none: 'Die Signatur des Zahlenden ist nicht in dieser Datei: Bezahlt wurde auf einem anderen Gerät.',
  },
  offer: {
    seller: 'Das Konto, das bezahlt wurde, hat diesen Preis schriftlich festgehalten.',
    stranger: 'Es gibt einen schriftlichen Preis, aber nicht von dem Konto, das bezahlt wurde.',
    differs: 'Es gibt einen schriftlichen Preis, aber er sagt etwas anderes, oder seine Signatur ist falsch.',
    none: 'Es gibt keinen schriftlichen Preis.',
  },
  receipt: {
    seller: 'Das Konto, das bezahlt wurde, hat für diese Zahlung eine Quittung gegeben.',
    stranger: 'Es gibt eine Quittung, aber nicht von dem Konto, das bezahlt wurde.',
    differs: 'Es gibt eine Quittung, aber nicht für diese Zahlung, oder ihre Signatur ist falsch.',
    none: 'Es gibt keine Quittung.',
  },
  settled: 'Nach den Aufzeichnungen des Zahlenden wurde sie in der Transaktion {transaction} ausgeführt. Das kann im Netzwerk jeder nachsehen; diese Seite kann es nicht.',
  refunded:
    'Nach den Aufzeichnungen des Zahlenden kam in der Transaktion {transaction} ein Betrag von {amount} an {payer} zurück. Keine Signatur in dieser Datei beweist das; wie die Zahlung selbst kann es im Netzwerk jeder nachsehen, diese Seite kann es nicht.',
  unsettled: 'Nach den Aufzeichnungen des Zahlenden wurde sie ausgeführt; die Transaktion nennen sie nicht.',
  unsigned: 'Titel und Seite stehen hier so, wie die Wallet des Zahlenden sie notiert hat. Signiert hat sie niemand.',
  facts: { page: 'Seite', resource: 'Bat um die Zahlung', payer: 'Bezahlt von', payTo: 'Ging an', number: 'Zahlungsnummer', token: 'Token-Vertrag' },
  raw: 'Alles, was diese Datei darüber enthält',
}
