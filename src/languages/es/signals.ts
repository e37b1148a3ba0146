import type { Language } from '../language'

export const signals: Language['signals'] = {
  title: 'Avisos',
  kinds: {
    fell: 'Falta dinero en un monedero',
    tries: 'Alguien ha intentado abrir la billetera',
    confirmed: 'Algo se confirmó con una contraseña, una llave de acceso o un código',
    backup: 'Mis doce palabras todavía no están escritas',
    dispute: 'Un vendedor ha respondido, o no, donde pedí que me devolvieran dinero',
    refund: 'Ha vuelto dinero',
    rules: 'Las reglas han cambiado, o esperan mi sí',
  },
  kindsLegend: 'Avísame cuando',
  always: 'De lo que está por pagarse sin preguntar se avisa en todo caso.',
  badge: 'El botón muestra',
  badgeText: 'Pendientes son las respuestas sobre dinero que pediste de vuelta y las reglas que esperan tu sí.',
  badges: {
    price: 'El precio de esta página o, si no, lo pendiente',
    due: 'Lo pendiente, sin precios',
    nothing: 'Nada',
  },
  keys: {
    title: 'Atajos de teclado',
    text: 'Funcionan en todas las ventanas de este navegador, y es ahí donde se cambian.',
    names: { open: 'Abrir Farthing', lock: 'Bloquear la billetera', history: 'Abrir mi historial' },
    none: 'Ninguno todavía',
    change: 'Cambiar los atajos',
    byHand: 'Tu navegador solo te abre esa página a ti: busca los atajos de teclado entre sus extensiones.',
  },
}
