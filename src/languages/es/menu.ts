import type { Language } from '../language'

export const menu: Language['menu'] = {
  cost: 'Desbloquear esto, o ver cuánto cuesta',
  tip: 'Dar propina al autor',
  site: 'Buscar este sitio en mi historial',
  link: 'Buscar este enlace en mi historial',
  history: 'Abrir mi historial',
  lock: 'Cerrar la billetera ahora',
}
