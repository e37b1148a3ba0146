import type { Language } from '../language'

export const privacyText: Language['privacyText'] = {
  title: 'Was gespeichert ist und wer etwas erfährt',
  lines: [
    'Farthing hat keine Server, zählt nichts und meldet nichts. Was es weiß, liegt auf diesem Gerät, versiegelt, sodass nur deine offene Wallet es lesen kann; nur die Einstellungen sind nicht versiegelt.',
    '## Was hier gespeichert ist',
    'Deine Zahlungen und was sie beweist, Kopien von Gekauftem, deine Notizen, Limits und Erlaubnisse, was auf Websites üblich ist, die du bezahlst, und was an der Tür geschah.',
    'Seiten, auf denen nichts bezahlt wird, werden nicht notiert.',
    'Unter „Privatsphäre“ siehst du, wie viel es ist, bestimmst, wie lange es bleibt, nimmst es mit und lässt eine Website, einen Zeitraum oder alles vergessen.',
    '## Wer etwas erfährt',
    'Die Website, die du bezahlst: die Zahlung, mit dem Konto deines Geldbeutels, und dass du Farthing hast. Sie wird auch gefragt, was sie über Rückzahlungen sagt. Wer einen Teil ihrer Seite verkauft oder die Zahlung für sie ins Netzwerk bringt, erfährt von derselben Zahlung.',
    'Alle: von welchem Konto an welches, wie viel und wann. Das Netzwerk ist öffentlich und vergisst nichts. Weder dein Name noch die Seite steht dort.',
    'Die Verbindung zum Netzwerk, die du gewählt hast: welche Konten und Zahlungen nachgesehen werden, und die Internetadresse dieses Geräts.',
    'Wenn du eine Rückzahlung anfragst: der Verkäufer, und zwar das, was du vor dem Abschicken gelesen hast.',
    'Nur wo du sie gewählt hast: ein Zahlungsdienst für Trinkgeld, eine Website, die dich wiedererkennen darf, und eine Adresse für neue Regeln.',
    'Die Macher von Farthing: nichts.',
    '## Deine Rechte',
    'Um zu sehen, zu berichtigen oder vergessen zu lassen, was hier gespeichert ist, musst du niemanden fragen. Was im Netzwerk öffentlich ist und was Verkäufer notiert haben, lässt sich von hier aus nicht zurückholen.',
    '## Wenn sich das ändert',
    'Ein anderer Wortlaut gilt für dich, sobald du ihm unter „Regeln“ zugestimmt hast, und bis dahin gilt dieser.',
  ],
}
