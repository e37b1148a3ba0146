import type { Language } from '../language'

export const receiptsPage: Language['receiptsPage'] = {
  title: 'Recibos',
  intro: 'Esta página comprueba por sus firmas los pagos que contiene, aquí y ahora, sin red y sin preguntar a nadie. No se envía nada a ninguna parte.',
  none: 'En este archivo no hay pagos.',
  broken: 'No se puede leer lo que hay en este archivo: fue modificado o está cortado.',
  count: { holds: 'Un pago, y es válido.', doesNot: 'Un pago, y no es válido.', many: '{all} pagos. Válidos: {good}.' },
  payment: '{amount} a {payTo}',
  on: '{day}, en {network}',
  authorization: {
    payer: 'Quien pagó firmó exactamente esto: el importe, la cuenta y el número son suyos.',
    false: 'Esto no es lo que firmó quien pagó. Alguien cambió el importe, una cuenta, el número o la firma.',
    none: 'La firma de quien pagó no está en este archivo: el pago se hizo en otro dispositivo.',
  },
  offer: {
    seller: 'La cuenta que recibió el pago puso este precio por escrito.',
    stranger: 'Hay un precio por escrito, pero no es de la cuenta que recibió el pago.',
    differs: 'Hay un precio por escrito, pero dice otra cosa, o su firma es falsa.',
    none: 'No hay ningún precio por escrito.',
  },
  receipt: {
    seller: 'La cuenta que recibió el pago dio un recibo por él.',
    stranger: 'Hay un recibo, pero no es de la cuenta que recibió el pago.',
    differs: 'Hay un recibo, pero no es de este pago, o su firma es falsa.',
    none: 'No hay ningún recibo.',
  },
  settled: 'Según los registros de quien pagó, se liquidó en la transacción {transaction}. Cualquiera puede consultarlo en la red; esta página no puede.',
  refunded: 'Según los registros de quien pagó, se devolvieron {amount} a {payer} en la transacción {transaction}. Ninguna firma de este archivo lo prueba; como el pago mismo, cualquiera puede consultarlo en la red, y esta página no puede.',
  unsettled: 'Según los registros de quien pagó, se liquidó; no indican en qué transacción.',
  unsigned: 'El título y la página están como los anotó la billetera de quien pagó. Nadie los firmó.',
  facts: { page: 'Página', resource: 'Lo que pidió el pago', payer: 'Pagado por', payTo: 'Pagado a', number: 'Número del pago', token: 'Contrato del token' },
  raw: 'Todo lo que dice de él este archivo',
}
