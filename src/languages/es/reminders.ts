import type { Language } from '../language'

export const reminders: Language['reminders'] = {
  words: {
    title: 'Tus doce palabras',
    text: 'Todavía no están anotadas. Si se pierde este dispositivo, se pierde también el dinero de tu monedero. Son dos minutos, en Seguridad.',
  },
  rules: {
    title: 'Novedades en las reglas de Farthing',
    waiting: 'Una actualización de las reglas espera tu sí. Hasta entonces valen las anteriores.',
    closer: 'Farthing vigila más de cerca. Lo que ha cambiado está en Reglas.',
  },
  quieter: 'No avisar más fuera de las páginas cuando falte dinero, cuando alguien intente abrir la billetera, ni de lo que se confirmó.',
}
