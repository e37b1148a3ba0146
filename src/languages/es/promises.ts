import type { Language } from '../language'

export const promiseAreas: Language['promiseAreas'] = { security: 'Tu dinero está a salvo', fees: 'Ves el precio entero', fraud: 'Se te avisa', data: 'Lo que lees es tuyo', disputes: 'Cuando una compra sale mal', updates: 'Las reglas cambian a la vista' }

export const promises: Language['promises'] = {
  exact: { text: 'Lo que aceptas es exactamente lo que sale de tu monedero: el mismo importe, a la misma cuenta, hasta la última millonésima de dólar.', see: 'El detalle de cada pago' },
  once: { text: 'Lo mismo nunca se paga dos veces: ni tras un fallo, ni en dos pestañas, ni en dos dispositivos.', see: 'Lo que es tuyo' },
  limits: { text: 'Nada pasa de un límite. Los límites valen desde el principio, y para subir uno hay que demostrar de nuevo que eres tú.', see: 'Tus límites' },
  asked: { text: 'Nada se paga sin preguntar, salvo que lo hayas permitido para un sitio, hasta cierta suma y hasta cierto día. Puedes terminarlo con solo pulsar un botón.', see: 'Lo que has permitido' },
  pages: { text: 'Una página puede pedir dinero. No puede aceptar, abrir tu billetera, leer tu historial ni cambiar un ajuste.', see: 'Qué abre la billetera' },
  stolen: { text: 'Quien copie todo lo que este dispositivo ha guardado no puede leer nada sin uno de tus accesos.', see: 'Tus accesos' },
  whole: { text: 'Ves el precio entero antes de aceptar, con cada una de sus partes, y la suma cuadra.', see: 'Las partes de cada precio' },
  none: { text: 'Farthing no añade nada a un precio ni le quita nada.', see: 'Lo que has gastado' },
  unknown: { text: 'Lo que un vendedor no declara se muestra como no declarado, y nunca como cero.', see: 'Las partes de cada precio' },
  estimate: { text: 'Un precio en tu propia moneda es una estimación. Puedes ver su tipo de cambio, de quién es y de qué día.', see: 'Tu moneda' },
  before: { text: 'Cada pago se examina antes de que se mueva el dinero, en este dispositivo, y nada de ello sale de él.', see: 'Qué se vigila' },
  why: { text: 'Un aviso dice qué se vio, en números, y por qué importa. Puedes pasarlo por alto, salvo cuando una cuenta se hizo para confundirla con otra.', see: 'Elegir de qué se te avisa' },
  listed: { text: 'Un sitio de la lista de estafas se señala como tal, con el motivo. Puedes permitirlo para ti.', see: 'Sitios de la lista' },
  hosts: { text: 'Nadie se entera de lo que lees o pagas, salvo el sitio al que pagas, la red que elegiste y quienes hayas indicado tú.', see: 'Quién ha recibido qué' },
  unseen: { text: 'Una página que no pide dinero no puede saber que tienes una billetera.', see: 'Dónde mira Farthing' },
  take: { text: 'Todo se puede llevar en un archivo que otros programas pueden leer.', see: 'Llevártelo' },
  forget: { text: 'Se puede olvidar un sitio, un período o todo. Lo que es público en la red no, y así se dice.', see: 'Olvidar' },
  proof: { text: 'Si pagaste y no llegó nada, Farthing guardó lo que lo prueba y reclama tu dinero contigo.', see: 'Pedir que devuelvan el dinero' },
  honest: { text: 'Farthing no puede anular ningún pago, y no finge lo contrario. El dinero cuenta como devuelto cuando la red lo muestra.', see: 'Cómo va una solicitud' },
  tighter: { text: 'Una actualización puede por sí sola vigilar más de cerca, y se te avisa. Todo lo demás espera tu sí.', see: 'Qué ha cambiado' },
  yours: { text: 'Ninguna actualización toca tus límites, permisos, ajustes o claves, y ninguna es un programa.', see: 'Lo que se aplica' },
  quiet: { text: 'No se piden actualizaciones a nadie antes de que digas dónde buscar.', see: 'Reglas nuevas' },
}
