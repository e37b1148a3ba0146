import type { Language } from '../language'

export const privacyText: Language['privacyText'] = {
  title: 'Qué se guarda y quién se entera',
  lines: [
    'Farthing no tiene servidores, no mide nada y no informa de nada. Lo que sabe está en este dispositivo, sellado para que solo tu billetera abierta pueda leerlo; lo único sin sellar son los ajustes.',
    '## Qué se guarda aquí',
    'Tus pagos y lo que los prueba, copias de lo que compraste, tus notas, límites y permisos, lo habitual en los sitios a los que pagas, y lo que pasó en la puerta.',
    'Las páginas en las que no se paga nada no se anotan.',
    'En Privacidad ves cuánto hay, eliges cuánto tiempo se queda, te lo llevas, y puedes olvidar un sitio, un período o todo.',
    '## Quién se entera',
    'El sitio al que pagas: del pago, con la cuenta de tu monedero, y de que tienes Farthing. También se le pregunta qué dice sobre los reembolsos. Quien vende una parte de su página, o lleva el pago a la red en su nombre, se entera del mismo pago.',
    'Todo el mundo: de qué cuenta a cuál, cuánto y cuándo. La red es pública y no olvida nada. Ni tu nombre ni la página figuran ahí.',
    'La conexión a la red que elegiste: qué cuentas y pagos se consultan, y la dirección de internet de este dispositivo.',
    'Si pides que te devuelvan tu dinero: el vendedor, de lo que tú leíste antes de que se enviara.',
    'Solo donde los hayas elegido: un servicio de pago para propinas, un sitio que puede saber que has vuelto, y una dirección para reglas nuevas.',
    'Quienes hacen Farthing: de nada.',
    '## Tus derechos',
    'No tienes que pedir permiso a nadie para ver, corregir u olvidar lo que se guarda aquí. Lo que es público en la red, y lo que los vendedores anotaron, no se puede retirar desde aquí.',
    '## Cuando esto cambie',
    'Otro texto vale para ti cuando lo hayas aceptado en Reglas, y hasta entonces vale este.',
  ],
}
