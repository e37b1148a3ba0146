import type { Language } from '../language'

export const workerPrivacy: Language['workerPrivacy'] = {
  underWay: (count) =>
    count === '1'
      ? 'No se borró nada. Hay un pago en curso que aún puede cobrarse: en unos minutos se sabrá. Si borras de todos modos, nada te dirá qué pasó con él.'
      : `No se borró nada. Hay ${count} pagos en curso que aún pueden cobrarse: en unos minutos se sabrá. Si borras de todos modos, nada te dirá qué pasó con ellos.`,
  support: {
    made: (version, browser) => `Farthing ${version} en ${browser}`,
    network: (network, own) => `Red: ${network}, por ${own ? 'una conexión propia' : 'la conexión que venía con Farthing'}`,
    tips: 'Hay un servicio de propinas elegido',
    looks: (everywhere, shown) => `Mira ${everywhere ? 'en todos los sitios' : 'cuando se pulsa su botón'}, ${shown ? 'muestra la tarjeta' : 'no muestra la tarjeta'}`,
    ways: (named) => `Se abre con: ${named}`,
    kept: (kind, count, size) => `${kind}: ${count === '' ? size : `${count}, ${size}`}`,
    site: (rank) => `sitio ${rank}`,
    otherSite: 'otro sitio',
    week: (monday) => `semana del ${monday}`,
    range: (from, to) => `de ${from} a ${to}`,
    under: (least) => `menos de ${least}`,
    over: (most) => `más de ${most}`,
  },
  backwards: 'No se olvidó nada. El último día es anterior al primero.',
}
