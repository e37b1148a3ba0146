import type { Language } from '../language'

export const outside: Language['outside'] = {
  ecc: 'Ayuda gratuita cuando el vendedor está en otro país de la UE, en Noruega o en Islandia.',
  'adr-eu': 'Una lista de organismos reconocidos. El vendedor no siempre está obligado a participar; si no contesta a un organismo en 20 días hábiles, eso cuenta como un no.',
  'konsum-ch': 'Orientación para consumidores en Suiza.',
  'us-de': 'Resuelve conflictos entre consumidores y comerciantes, gratis para los consumidores.',
  'signal-fr': 'Avisa a la autoridad de consumo sobre un vendedor, a quien se pide que responda.',
  'ca-gb': 'Orientación para consumidores y avisos a Trading Standards.',
  'ncac-jp': 'Orientación y mediación para consumidores.',
  'kca-kr': 'Orientación y mediación para consumidores.',
  'ftc-us': 'Recibe denuncias de fraude. No resuelve casos particulares.',
  'state-us': 'Muchas reciben quejas y piden al vendedor que responda.',
}
