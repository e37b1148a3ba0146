import type { Language } from '../language'

const untilForgotten = 'Hasta que lo olvides'
const payments = (count: number): string => (count === 1 ? 'un pago' : `${count} pagos`)

export const privacy: Language['privacy'] = {
  title: 'Privacidad',
  intro: 'Lo que Farthing sabe de ti está en este dispositivo, y solo tú puedes leerlo, con la billetera abierta. No tiene servidores, no mide nada y no informa de nada a nadie.',
  kept: {
    title: 'Qué se guarda aquí',
    caption: 'Qué se guarda en este dispositivo, cuánto, desde cuándo y por cuánto tiempo',
    columns: { what: 'Qué', count: 'Cantidad', size: 'Tamaño', since: 'Desde', until: 'Se guarda' },
    kinds: {
      payments: { label: 'Pagos', text: 'Qué compraste, dónde, cuándo, por cuánto, y qué respondió el vendedor.', kept: untilForgotten },
      copies: { label: 'Copias sin conexión', text: 'Artículos que compraste, guardados para volver a leerlos.', kept: untilForgotten },
      sites: { label: 'Lo habitual en un sitio', text: 'Sus últimos precios y cuentas, para que se note lo inusual.', kept: 'Mientras haya pagos ahí' },
      watch: { label: 'Lo que se notó al vigilar', text: 'Lo que parecía raro, y lo que dijiste de ello.', kept: 'Los últimos 200' },
      limits: { label: 'Límites y permisos', text: 'Lo que permites, y sumas por día para cumplirlo.', kept: 'Sumas durante 62 días' },
      payees: { label: 'Cuentas ya pagadas', text: 'Como huellas indescifrables, para que se note a alguien nuevo.', kept: untilForgotten },
      disputes: { label: 'Dinero que reclamaste', text: 'Qué pediste a los vendedores, con qué pruebas, y qué respondieron.', kept: 'Hasta que olvides el pago' },
      signIns: { label: 'Sitios que pueden reconocerte', text: 'Tus respuestas, una por cada sitio que preguntó.', kept: untilForgotten },
      wishes: { label: 'Artículos por los que habrías pagado', text: 'Sitio y día.', kept: 'Los últimos 500' },
      door: { label: 'Lo que pasó en la puerta', text: 'Cuándo se abrió la billetera, y qué se confirmó.', kept: 'Los últimos 500' },
      wallet: { label: 'La billetera misma', text: 'Tus doce palabras y las claves, protegidas con lo que abre la billetera. Hay una segunda copia, por si una se daña.', kept: 'Hasta que la borres' },
      settings: { label: 'Ajustes', text: 'Moneda, red y similares. Se leen sin la billetera, y no hay en ellos nada personal.', kept: 'Hasta que los cambies' },
      others: { label: 'Todo lo demás', text: 'Notas, listas y lo que hace rápida la búsqueda.', kept: untilForgotten },
      memory: { label: 'En la memoria del navegador', text: 'Páginas abiertas, preguntas que esperan, tipos de cambio. Nunca llega al disco.', kept: 'Hasta que se cierre el navegador' },
    },
    none: 'Ninguno',
    one: '1',
    sealed: 'Todo menos los ajustes está sellado: quien copie el disco no puede leer nada de ello.',
    about: 'Hay tanto que los tamaños se calculan a partir de una parte.',
    onDisk: (size) => `El navegador le reserva ${size} en el disco.`,
  },
  retention: {
    title: 'Cuánto tiempo se guarda',
    text: 'Lo más antiguo se va solo, una vez al día, mientras la billetera está abierta. Los pagos y las copias se quedan para siempre, salvo que elijas otra cosa: a dónde fue tu dinero es lo que uno vuelve a mirar.',
    kinds: {
      payments: { label: 'Pagos', text: 'Con sus copias, notas y todo lo demás que habla de ellos. No mientras están en curso.' },
      copies: { label: 'Copias sin conexión', text: 'Lo que es tuyo se abre de nuevo en el sitio, gratis.' },
      watch: { label: 'Lo que se notó al vigilar', text: undefined },
      door: { label: 'Lo que pasó en la puerta', text: undefined },
      wishes: { label: 'Artículos por los que habrías pagado', text: undefined },
    },
    days: (days) => (days === null ? 'Para siempre' : days % 365 === 0 ? (days === 365 ? 'Durante un año' : `Durante ${days / 365} años`) : `Durante ${days} días`),
  },
  told: {
    title: 'Quién ha recibido qué',
    text: 'Calculado aquí, con tus propios registros. Nadie más recibe nada.',
    sellers: {
      label: (count) => (count === 1 ? 'Un sitio al que pagaste' : `${count} sitios a los que pagaste`),
      none: 'Ningún sitio aún',
      text: 'El pago, y con él tu cuenta. Ese sitio sabe que quien lo lee tiene Farthing. Puede consultar qué más ha pagado tu cuenta, y cualquiera puede hacerlo: esa lista es pública, sin tu nombre.',
    },
    recognises: (sites) => `Saben quién ha vuelto, como permitiste: ${sites}.`,
    endpoint: {
      label: (host) => `La conexión a ${host}`,
      text: (network) => `Tu cuenta, y qué pagos se consultan en ${network}: cada vez que miras tu saldo o pagas. Ve tu dirección de internet.`,
      own: 'La elegiste tú.',
      shipped: 'Venía con Farthing. Puedes elegir otra en Ajustes.',
      rates: 'También se le preguntan los tipos de cambio, y a nadie más. No se le dice para qué.',
    },
    purse: {
      label: (host, name) => `La conexión a ${host}, para tu monedero «${name}»`,
      text: 'La cuenta de este monedero y qué pagos suyos se consultan, y de ningún otro. Ve tu dirección de internet.',
    },
    tips: {
      label: (host) => `El servicio de pago ${host}`,
      text: 'Las propinas para cuentas sin servidor, y tu cuenta: las lleva a la red.',
    },
    rules: { label: (host) => `${host}, para reglas nuevas`, text: 'La dirección de este dispositivo, una vez al día. Ni cookies ni nada sobre ti.' },
    makers: { label: 'Quienes hacen Farthing', text: 'Nada.' },
  },
  sites: {
    title: 'Sitios que están anotados',
    empty: 'Ninguno aún. Un sitio se anota cuando pagas en él, respondes una pregunta sobre él o dices que habrías pagado.',
    find: 'Buscar un sitio',
    none: 'No hay ese sitio.',
    more: (count) => `Mostrar los ${count}`,
    payments: (count) => (count === 0 ? '' : count === 1 ? 'Un pago' : `${count} pagos`),
    tipped: 'Propinas',
    noted: 'Nada pagado',
    forget: 'Olvidar',
    forgetLabel: (site) => `Olvidar ${site}`,
    between: (first, last) => (first === last ? first : `de ${first} a ${last}`),
  },
  forget: {
    waiting: 'Mirando qué se iría',
    site: (count) =>
      count === 0
        ? 'Se va lo anotado de este sitio: permisos, respuestas, lo que se notó al vigilar.'
        : `Se va todo lo que habla de este sitio, con ${payments(count)}: copias, notas, permisos, respuestas, lo que se notó al vigilar.`,
    period: (count) =>
      count === 0 ? 'En estos días no hay pagos. Se va lo demás que se anotó entonces.' : `Se va todo lo que se anotó en estos días, con ${payments(count)}.`,
    stays: {
      title: 'Lo que no se puede olvidar desde aquí',
      chain: 'Los pagos mismos: la red en la que se hicieron los guarda para siempre, públicos, sin tu nombre.',
      sellers: 'Lo que los vendedores anotaron.',
      browser: 'El historial y las cookies del propio navegador, que puedes borrar en él.',
      backups: 'Las copias de seguridad que hiciste antes.',
      sums: 'Cuánto gastaste cada día, pero no dónde, durante 62 días: en eso se apoyan tus límites.',
      again: 'Puede que se te vuelva a pedir un pago por lo que ahí es tuyo. Vuelve a esa página, y Farthing encuentra tu pago por sí solo: no pagas dos veces.',
    },
    underWay: (count) =>
      count === 1
        ? 'Un pago está en curso y se queda: su dinero aún puede moverse, y Farthing tiene que saber de él. Olvídalo en unos minutos.'
        : `${count} pagos están en curso y se quedan: su dinero aún puede moverse, y Farthing tiene que saber de ellos. Olvídalos en unos minutos.`,
    forget: 'Olvidar esto',
    forgetting: 'Olvidando',
    keep: 'Conservarlo',
    done: (count) => `Olvidado, con ${payments(count)}.`,
  },
  support: {
    title: 'Un informe para quien te ayude',
    text: 'Lo que puede servir para encontrar un fallo. Los sitios son números, las sumas y cantidades son aproximadas, los días son semanas. No se envía a ninguna parte: léelo, y cópialo donde quieras.',
    make: 'Hacer un informe',
    making: 'Haciéndolo',
    lines: 'El informe',
    none: 'Dejarlo',
  },
  period: {
    title: 'Olvidar un período',
    text: 'Todo lo que se anotó en estos días, en todos los sitios.',
    from: 'Primer día',
    to: 'Último día',
    look: 'Ver qué se iría',
    wrong: 'Elige un primer día, y un último que no sea anterior.',
  },
  erase: {
    title: 'Borrar todo',
    text: 'La billetera, sus pagos, copias, ajustes: todo, empezando por las claves. Después Farthing mira si queda algo, y está como recién instalado.',
    purse: (amount) => `En tu monedero hay ${amount}. Asegúrate de tener tus doce palabras: nada más lo recupera.`,
    purseUnknown: 'Asegúrate de tener tus doce palabras: nada más recupera lo que hay en tu monedero.',
    notBackedUp: 'Aún no has confirmado tus doce palabras.',
    begin: 'Borrar todo…',
    word: 'borrar',
    type: (word) => `Escribe «${word}» para continuar`,
    evenSo: 'Borrar de todos modos',
    evenSoText: 'También mientras hay pagos en curso.',
    erase: 'Borrar todo para siempre',
    erasing: 'Borrando',
    keep: 'Conservar todo',
  },
}
