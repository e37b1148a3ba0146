import type { Language } from '../language'

export const terms: Language['terms'] = {
  title: 'Condiciones de uso',
  lines: [
    'Farthing es un programa en tu dispositivo. No cuesta nada, cualquiera puede leer cómo está hecho y cambiarlo (Apache License 2.0), y entre tú y aquel a quien pagas no hay ninguna empresa.',
    '## Qué hace',
    'Te muestra lo que pide una página, y paga cuando has aceptado, o donde lo permitiste de antemano.',
    'Un pago va directamente de tu monedero a la cuenta que se te mostró. Farthing no tiene dinero tuyo, y no puede detener, cambiar ni devolver lo que la red ya recibió.',
    '## Qué te toca cuidar a ti',
    'Tus doce palabras y tus accesos son solo tuyos. Quien pierde todo eso pierde el dinero, y nadie puede recuperarlo.',
    'No guardes en tu monedero más de lo que llevarías en el bolsillo. Sus dólares son USDC, que emite una empresa llamada Circle; pueden perder su valor.',
    'Te toca a ti juzgar qué compras y qué debes por ello donde vives, impuestos incluidos.',
    '## Entre tú y el vendedor',
    'Lo que compras se lo compras al sitio que lo vende, y con sus condiciones. Farthing guarda lo que lo prueba y te ayuda a pedir que te devuelvan tu dinero. Que vuelva depende del vendedor.',
    '## Qué no se promete',
    'Farthing se ofrece tal como es. Es joven, y nadie de fuera lo ha examinado. Quienes lo hacen no prometen que no tenga fallos ni que se descubra todo fraude y, hasta donde la ley lo permite, no responden por lo que se pierda. Los derechos que te da la ley siguen siendo tuyos.',
    '## Cuando cambien estas condiciones',
    'Otras condiciones valen para ti cuando las hayas aceptado en Reglas, y hasta entonces valen estas. Puedes irte en cualquier momento: otras billeteras abren el mismo dinero con tus doce palabras.',
  ],
}
