import type { Language } from '../language'

export const rehearsal: Language['rehearsal'] = {
  title: 'Einmal ausprobieren',
  text: 'Ein erfundener Artikel zu einem erfundenen Preis. Es bewegt sich kein Geld, und niemand wird um etwas gebeten.',
  site: 'Erfunden, auf diesem Gerät',
  headline: 'Die kleinste Münze',
  first: 'Bis Ende 1960 durfte ein Laden in Großbritannien einen Viertelpenny verlangen. Die Münze dafür war der Farthing. Die letzten trugen einen Zaunkönig, einen der kleinsten Vögel des Landes.',
  rest: [
    'Man bekam dafür fast nichts, und eben dazu war er gut: Wer etwas Kleines verkaufte, konnte einen ebenso kleinen Preis nennen, und niemand musste ein Dutzend kaufen, um eines zu haben.',
    'Im Web fehlte so eine Münze lange. Darum wurden Artikel fürs ganze Jahr verkauft oder mit Aufmerksamkeit bezahlt. Ein Preis von ein paar Cent, einmal verlangt, ist wieder ein Farthing.',
  ],
  asked: 'Nichts wird bezahlt, bevor du das gesehen hast. Die Zeilen ergeben zusammen, was du zahlst.',
  practice: 'Übung: Dieser Knopf bezahlt nichts.',
  read: 'Das ist alles. Eine echte Zahlung geht von deinem Geldbeutel ab und steht in deinem Verlauf, und der Artikel öffnet sich wieder kostenlos.',
  skip: 'Überspringen',
  goOn: 'Weiter',
}
