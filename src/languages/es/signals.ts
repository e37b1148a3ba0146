import type { Language } from '../language'

export const signals: Language['signals'] = {
  title: 'Avisos',
  kinds: {
    fell: 'Falta dinero en un monedero',
    tries: 'Alguien ha intentado abrir la billetera',
    confirmed: 'Algo se confirmó con una contraseña, una llave de acceso o un código',
    backup: 'Mis doce palabras todavía no están anotadas',
    dispute: 'Un vendedor ha respondido, o no, a una solicitud de reembolso',
    refund: 'Se ha devuelto dinero',
    rules: 'Las reglas han cambiado, o esperan mi sí',
  },
  kindsLegend: 'Avísame cuando',
  always: 'De lo que va a pagarse sin preguntarte se te avisa siempre.',
  badge: 'El botón muestra',
  badgeText: 'Lo pendiente son las respuestas a tus solicitudes de reembolso y las reglas que esperan tu sí.',
  badges: {
    price: 'El precio o, si no hay, lo pendiente',
    due: 'Lo pendiente, sin precios',
    nothing: 'Nada',
  },
  keys: {
    title: 'Atajos de teclado',
    text: 'Funcionan en todas las ventanas de este navegador, y es ahí donde se cambian.',
    names: { open: 'Abrir Farthing', lock: 'Cerrar la billetera', history: 'Abrir mi historial' },
    none: 'Ninguno todavía',
    change: 'Cambiar los atajos',
    byHand: 'Tu navegador solo te abre esa página a ti: busca los atajos de teclado entre sus extensiones.',
  },
}
