import type { Language } from '../language'

export const help: Language['help'] = {
  title: 'Ayuda',
  search: {
    label: '¿Qué sucede?',
    hint: 'Con tus palabras. Nada de ello sale de esta página.',
    empty: 'a al ante aqui asi aun con como cual cuando de del desde donde e el ella en eso esta estan estaba este esto estoy fue ha hacer hace hacia han hasta hay he ir la las le les lo los mas me mi mis muy ni no nos o para pero por porque pude puede puedo que quien quiero se ser si sin sobre son soy su sus te tengo ti tiene tu tus un una unas uno unos y ya yo',
    endings: 'aciones|acion|ando|iendo|aron|ieron|ados|adas|idos|idas|ado|ada|ido|ida|amos|emos|imos|aba|ar|er|ir|an|en|as|es|os|a|e|o|s',
  },
  count: (count) => (count === 0 ? 'Nada con esas palabras' : count === 1 ? 'Una respuesta' : `${String(count)} respuestas`),
  none: 'Prueba con una sola palabra, como «dos» o «contraseña», o vacía el campo para ver todo lo que hay.',
  all: 'Toda la ayuda',
  again: 'Empezar de nuevo',
  gone: 'No existe esa página de ayuda.',
  doors: 'Qué puedes hacer',
  shared: { payments: 'Buscar el pago en tu historial', disputes: 'Tus solicitudes de reembolso', security: 'Seguridad' },
  nothing: 'Aquí no hay nada más que hacer.',
  warning: {
    title: 'La ayuda solo viene de aquí dentro',
    text: 'Farthing no tiene teléfono, ni chat, ni un buzón para tus palabras. Quien te pida tus doce palabras, tu contraseña o un código quiere tu dinero.',
    report: 'Un informe para quien te ayude: lees cada línea antes de que vaya a ninguna parte',
  },
  check: '¿Tú también vendes páginas? Comprueba una',
  door: { link: 'Ayuda', back: 'Volver a la puerta' },
}
