import type { Language } from '../language'

export const limits: Language['limits'] = {
  title: 'Sitios y límites',
  used: {
    title: 'Lo usado',
    caption: 'Cuánto se ha usado de tus límites y cuánto queda',
    columns: { limit: 'Límite', spent: 'Gastado', left: 'Queda' },
    day: 'Hoy',
    month: 'Este mes',
    tipDay: 'Propinas de hoy',
    of: (spent, most) => `${spent} de ${most}`,
    held: (amount) => `De eso hay ${amount} apartados para pagos en curso; vuelven si no se cobran.`,
    test: 'En esta red el dinero es de prueba. Se cuenta por separado.',
  },
  sites: {
    title: 'Sitios de hoy',
    caption: 'Cuánto gastaste hoy en cada sitio y cuánto deja tu límite por sitio',
    columns: { site: 'Sitio', spent: 'Gastado', left: 'Queda' },
    empty: 'Hoy no has comprado nada.',
  },
  purses: {
    title: 'Qué monedero paga dónde',
    text: 'Un cambio vale para lo que compres desde ese momento. Lo que ya compraste sigue siendo tuyo, y se abre de nuevo con el monedero que lo pagó. Un sitio al que se pagó desde dos monederos puede notar que ambos son tuyos.',
    more: (count) => (count === 1 ? 'Y en un sitio más.' : `Y en ${count} sitios más.`),
    toPurses: 'En la página de tus monederos puedes asignar un monedero a cualquier sitio.',
  },
  blocked: {
    title: 'Sitios bloqueados',
    text: 'Ahí no se paga nada, pulses lo que pulses.',
    since: (day) => `Desde el ${day}`,
    open: 'Volver a permitir',
    openLabel: (site) => `Volver a permitir ${site}`,
  },
  allowances: {
    title: 'Pagado sin preguntar',
    text: 'Solo en páginas que abres tú, y nunca por encima de tus límites. Farthing te avisa cada vez, y puedes detenerlo.',
    empty: 'Nada. Se te pregunta siempre. Tras una segunda compra en un sitio puedes permitir ahí los precios pequeños.',
    each: (each, day) => `Hasta ${each} cada vez, ${day} al día como máximo`,
    used: (used, most, until) => `Hoy se usaron ${used} de ${most}. Hasta el ${until}.`,
    declined: (sites) => `En estos sitios se te pregunta siempre, y esto no se te ofrece: ${sites}.`,
    offerAgain: 'Volver a ofrecerlo ahí',
    end: 'Terminar',
    endLabel: (site) => `Terminar: volver a preguntarme en ${site}`,
  },
  limits: {
    title: 'Lo que permites como máximo',
    text: 'Nada pasa de un límite, ni una sola vez. Bajarlo tiene efecto al momento; para subirlo se te pide demostrar quién eres.',
    names: {
      payment: { label: 'Un pago', text: 'Lo máximo que puede costar un solo artículo o pase.' },
      siteDay: { label: 'Un sitio, cada día', text: 'Todas las compras en un sitio juntas, de medianoche a medianoche.' },
      tip: { label: 'Una propina', text: 'Las propinas las das tú, y tienen sus propios límites.' },
      tipDay: { label: 'Propinas, cada día', text: 'Todas las propinas juntas.' },
      day: { label: 'Todo, cada día', text: 'Compras y propinas en todos los sitios juntas.' },
      month: { label: 'Todo, cada mes', text: 'Del primer día del mes al último.' },
    },
    nothing: 'Nada',
  },
}
