import type { Language } from '../language'

export const news: Language['news'] = {
  notice: {
    waiting: 'Una actualización de las reglas espera tu sí. Hasta entonces valen las anteriores.',
    changed: (count) => (count === 1 ? 'Farthing vigila más de cerca: cambió una regla.' : `Farthing vigila más de cerca: cambiaron ${count} reglas.`),
    month: 'Aquí tienes reunido lo que pasó con las reglas en el último mes.',
    see: 'Ver las reglas',
  },
  rail: (count) => (count === 1 ? 'hay una novedad' : `hay ${count} novedades`),
}
