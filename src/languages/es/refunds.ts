import type { Language } from '../language'

export const refunds: Language['refunds'] = {
  whole: (paid) => `Se te devolvió todo: ${paid}.`,
  part: (all, paid) => `Se te devolvieron ${all} de ${paid}.`,
  more: (all, paid) => `Se te devolvieron ${all}, más de lo que pagaste: ${paid}.`,
  status: { whole: 'Reembolsado', part: 'Reembolsado en parte' },
  standing: { whole: 'Pagaste, y se te devolvió todo.', part: 'Pagaste, y se te devolvió una parte.' },
  none: 'Hasta ahora no se ha devuelto nada de esto.',
  ask: 'Recibiste de este vendedor un pago que puede ser el reembolso. Tú puedes decir si lo es.',
  askMany: (count) => `Recibiste de este vendedor ${count} pagos que pueden ser el reembolso. Tú puedes decir cuál lo es.`,
  pending: 'El vendedor acaba de enviar algo. Vuelve a mirar en un minuto.',
  unseen: 'El número que se creó para un reembolso ya se usó o se retiró, y el dinero en sí aún no se ha podido encontrar. No se cuenta hasta que aparezca.',
  short: 'Solo se pudieron revisar las últimas horas: puede faltar lo que se devolvió antes.',
  notPaid: 'No se te cobró nada por esto, así que no hay nada que devolver.',
  gone: 'Ese pago ya no está entre los que pueden ser el reembolso. No se cambió nada.',
  unknown: 'Este pago ya no está en tu historial.',
  notSeen: {
    unreachable: 'Ahora mismo no se puede ver si se devolvió dinero. Inténtalo de nuevo en un momento, o elige otra conexión en Ajustes.',
    'wrong-chain': 'No se puede ver si se devolvió dinero: la conexión de tus ajustes pertenece a otra red.',
    'no-token': 'No se puede ver si se devolvió dinero: la conexión de tus ajustes no conoce tu moneda.',
    'went-back': 'No se puede ver si se devolvió dinero: la conexión de tus ajustes contradice lo que dijo antes.',
    malformed: 'No se puede ver si se devolvió dinero: la conexión de tus ajustes dio una respuesta que no tiene sentido.',
  },
}
