import type { Language } from '../language'

export const outside: Language['outside'] = {
  ecc: 'Kostenlose Hilfe, wenn der Verkäufer in einem anderen Land der EU, in Norwegen oder in Island sitzt.',
  'adr-eu': 'Eine Liste anerkannter Schlichtungsstellen. Nicht jeder Verkäufer muss mitmachen; antwortet einer der Stelle 20 Arbeitstage lang nicht, gilt das als Nein.',
  'konsum-ch': 'Rat für Konsumentinnen und Konsumenten in der Schweiz.',
  'us-de': 'Schlichtet zwischen Verbrauchern und Händlern, für Verbraucher kostenlos.',
  'signal-fr': 'Meldet den Verkäufer der Verbraucherbehörde, die ihn um eine Antwort bittet.',
  'ca-gb': 'Rat für Verbraucher, und Meldungen an Trading Standards.',
  'ncac-jp': 'Rat und Schlichtung für Verbraucher.',
  'kca-kr': 'Rat und Schlichtung für Verbraucher.',
  'ftc-us': 'Nimmt Meldungen über Betrug an. Einzelne Fälle schlichtet sie nicht.',
  'state-us': 'Viele nehmen Beschwerden an und bitten den Verkäufer um eine Antwort.',
}
