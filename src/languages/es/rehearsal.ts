import type { Language } from '../language'

export const rehearsal: Language['rehearsal'] = {
  title: 'Pruébalo una vez',
  text: 'Un artículo inventado a un precio inventado. No se mueve dinero, y no se le pide nada a nadie.',
  site: 'Inventado, en este dispositivo',
  headline: 'La moneda más pequeña',
  first: 'Hasta finales de 1960, una tienda británica podía pedir un cuarto de penique. La moneda para eso era el farthing. Las últimas llevaban un chochín, uno de los pájaros más pequeños del país.',
  rest: [
    'Con ella no se compraba casi nada, y para eso servía: quien vendía algo pequeño podía pedir un precio igual de pequeño, y nadie tenía que comprar una docena para tener uno.',
    'En la web faltó una moneda así durante mucho tiempo. Los artículos se vendían por años, o se pagaban con atención. Un precio de unos centavos, pedido una vez, vuelve a ser un farthing.',
  ],
  asked: 'No se paga nada antes de que hayas visto esto. Las líneas suman lo que pagas.',
  practice: 'Práctica: este botón no paga nada.',
  read: 'Eso es todo. Un pago de verdad sale de tu monedero y queda en tu historial, y el artículo se abre de nuevo gratis.',
  skip: 'Omitir',
  goOn: 'Continuar',
}
