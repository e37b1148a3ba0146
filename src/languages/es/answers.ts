import type { Language } from '../language'

export const answers: Language['answers'] = {
  forbidden: 'Esta página no puede preguntar eso.',
  malformed: 'No se pudo leer esa petición.',
  failed: 'Algo falló dentro de Farthing. No se pagó nada más.',
}
