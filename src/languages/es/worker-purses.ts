import type { Language } from '../language'

export const workerPurses: Language['workerPurses'] = {
  first: 'Monedero principal',
  found: (number) => `Monedero ${number}`,
  from: (name) => `De tu monedero «${name}»`,
  notEnough: (name, have, price) => `No se te cobró nada. Tienes ${have} en tu monedero «${name}»; esto cuesta ${price}.`,
  bound: 'No se te cobró nada. Este pago se empezó desde otro de tus monederos, y solo ese puede continuarlo: así nunca se paga dos veces. Busca ese monedero en la página de tus monederos.',
  stays: (name) => `Este pago se empezó desde tu monedero «${name}», y sigue en él: así nunca se paga dos veces.`,
  lookFirst: 'Busca primero los otros monederos de tus doce palabras. Puede que uno de ellos ya haya pagado aquí.',
  full: 'No hay lugar para otro monedero: ocho es el máximo.',
  gone: 'Ese monedero ya no existe.',
  noSite: 'Eso no es el nombre de un sitio. Tiene esta forma: news.example.',
  sitesFull: 'No hay lugar para otro sitio. Quita uno primero.',
  notLooked: 'Ahora mismo no se pueden buscar tus otros monederos. No se cambió nada. Inténtalo de nuevo.',
}
