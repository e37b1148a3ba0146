import type { Language } from '../language'

export const helpTrees: Language['helpTrees'] = {
  'paid-but-locked': {
    title: 'Pagué, y sigue cerrado',
    also: 'pague pagado pagar no abre abrir desbloquear bloqueado articulo vacio blanco pagina en blanco no carga no llega no llego nada entregado entrega leer falta error roto trabado no se ve cortado no puedo leer',
    steps: {
      start: ['¿Qué dice tu historial de este pago?', 'Pagado, no entregado', 'Pagado', 'Esperando, o comprobando', 'No cobrado', 'No está ahí'],
      retry: ['Abrirlo de nuevo no cuesta nada. Farthing le muestra al vendedor el pago que hiciste, y nunca hace un segundo por lo mismo.', 'Elige el pago y luego «Reintentar, gratis». Si no llega nada, «Algo salió mal», en la misma página, pide que te devuelvan el dinero.'],
      paid: ['Abre la página una vez más. ¿Qué ves?', 'El precio otra vez', 'Una página vacía o rota', 'Ya está todo'],
      priceAgain: ['No pagues otra vez. En la misma dirección, el botón de Farthing ofrece «Abrir de nuevo, gratis». En otra dirección, o en otro navegador, el sitio no sabe lo que compraste.', 'El enlace en la página del pago lleva a la dirección correcta.'],
      broken: ['Elige el pago y luego «Algo salió mal». Primero prueba lo que ayuda enseguida, y después le pide el dinero al vendedor.'],
      fine: ['Bien. Es tuyo, y se abre de nuevo sin pagar.', 'Lo que compraste'],
      checking: ['Farthing está averiguando qué pasó con el dinero, y mientras tanto no paga nada.', 'Un pago no avanza'],
      notCharged: ['No se cobró nada. Puedes abrir la página y pagar como si fuera la primera vez.'],
      absent: ['Lo que no está en tu historial no se pagó con esta billetera. Quizá fue otro navegador, otra billetera o una tarjeta.', 'Si en tu monedero hay menos de lo que debería, eso es otro asunto:', 'Falta dinero'],
    },
  },
  'charged-twice': {
    title: 'Me cobraron dos veces',
    also: 'doble cobro cobrado cobraron duplicado repetido dos veces 2 veces otra vez mismo articulo segundo pago cargo cargado',
    steps: {
      start: ['¿Cuántas líneas hay por eso en tu historial?', 'Una', 'Dos, y una dice «No cobrado»', 'Dos, y las dos están pagadas'],
      one: ['Entonces se pagó una vez. Un banco o una casa de cambio puede mostrar al lado el dinero que pusiste: no es un segundo precio.', 'Si en tu monedero hay menos de lo que explica tu historial:', 'Falta dinero'],
      void: ['Entonces se pagó una vez. Lo que dice «No cobrado» quedó en nada, y nadie puede cobrarlo después.'],
      two: ['¿Las dos llevan exactamente a la misma dirección?', 'Sí, a la misma', 'No, son distintas'],
      same: ['Farthing nunca paga por su cuenta dos veces la misma dirección, así que merece una mirada. Elige el pago más reciente y luego «Algo salió mal», «Me cobraron dos veces». Se encuentran los dos, y se le pide al vendedor que devuelva uno.'],
      differ: ['Para una billetera, dos direcciones son dos cosas, aunque muestren el mismo artículo. El vendedor aún puede devolver una: elige el pago más reciente y luego «Algo salió mal», «Me cobraron dos veces».'],
    },
  },
  'wrong-price': {
    title: 'Pagué más de lo anunciado',
    also: 'precio equivocado incorrecto caro carisimo demasiado de mas importe monto distinto diferente comision comisiones extra recargo cuesta costo tipo de cambio conversion cobraron mas',
    steps: {
      start: ['¿Dónde viste el otro precio?', 'En Farthing, antes de aceptar', 'En la página', 'En mi moneda'],
      agreed: ['Lo que aceptas es exactamente lo que se paga, hasta la última cifra; la página del pago muestra ambas cosas. Si ahí no coinciden, elige «Algo salió mal», «Pagué más de lo anunciado».'],
      page: ['Las páginas pueden decir lo que quieran; Farthing muestra el precio que se pagaría. Si el vendedor confirmó uno más bajo, su confirmación está guardada con el pago. Elige «Algo salió mal», «Pagué más de lo anunciado».'],
      currency: ['Pagas en dólares digitales. Los precios en otras monedas son estimaciones, y cambian con el tipo de cambio. Al lado de cada uno está el tipo en que se basa.', 'La moneda, en los ajustes'],
    },
  },
  'unknown-payment': {
    title: 'Un pago que no conozco',
    also: 'desconocido extraño raro yo no fui no hice otra persona alguien sin permiso autorizado fraude hackeado hackearon estafa reconozco reconocer quien pago',
    steps: {
      start: ['¿Dice su página «Pagado sin preguntar»?', 'Sí', 'No'],
      allowed: ['Permitiste los precios pequeños en ese sitio. Puedes terminarlo con solo pulsar un botón.', 'Lo que se paga sin preguntar'],
      asked: ['¿Alguien más pudo haber usado este dispositivo?', 'Sí, es posible', 'No, seguro que no'],
      other: ['Primero pon a salvo la billetera: mira quién la abrió y cuándo, quita los accesos que otros puedan conocer y añade otros nuevos. Si alguien vio tus doce palabras, envía tu dinero a una billetera nueva.', 'Después marca el pago como fraude en su página, y pide el dinero en «Algo salió mal», «Yo no hice este pago».'],
      alone: ['La página del pago dice en qué sitio fue, cuándo, y qué pasó paso a paso; las propinas y las partes de una página también tienen su propia línea. Si sigues sin reconocerlo, elige «Algo salió mal», «Yo no hice este pago».'],
    },
  },
  hanging: {
    title: 'Un pago no avanza',
    also: 'pendiente en curso esperando comprobando preparando lento tarda demora mucho tiempo trabado atascado colgado no termina sin terminar cargando procesando',
    steps: {
      start: ['¿Qué dice?', 'Preparando', 'Esperando la página', 'Comprobando, o «Rechazado, comprobando»', 'Pagado, abriendo'],
      preparing: ['No se ha pagado nada. Si cierras todo ahora, queda en nada en unos minutos.'],
      waiting: ['El vendedor tiene el pago en la mano y no ha respondido. Tras unos minutos la billetera le pregunta a la red de pagos qué pasó con él. Mientras tanto no se paga nada más, y puedes cerrar la ventana.'],
      checking: ['Farthing le está preguntando a la red de pagos si el dinero se movió. Hasta que lo sepa, el importe queda apartado en tu monedero. En cinco minutos como máximo el vendedor ya no puede cobrarlo: entonces dice «Pagado» o «No cobrado».', 'Si sigue así más tiempo, puede que falle tu conexión a la red.', 'La conexión a la red, en los ajustes'],
      opening: ['Está pagado, y la página está en camino. Si no llega, al lado aparece «Reintentar, gratis».'],
    },
  },
  'refund-missing': {
    title: 'Mi reembolso no ha llegado',
    also: 'devolucion devolver devuelto reembolsar reembolsado falta dinero no llega no llego vuelto vendedor dice que devolvio tarde demora donde esta',
    steps: {
      start: ['¿Qué dijo el vendedor?', 'Que lo devolvió', 'Que lo devolverá', 'Nada aún'],
      said: ['Abre la solicitud: junto a lo que dice el vendedor está lo que muestra tu monedero. «Preguntar otra vez» vuelve a mirar. Si llegó un pago que puede serlo, se te pregunta ahí.', 'El dinero devuelto en otra red o a otra cuenta no llega a este monedero.'],
      will: ['La solicitud tiene un día en que vence. Farthing mira por su cuenta, y te avisa cuando llegó el dinero, o cuando pasó el día sin él.'],
      nothing: ['El vendedor tiene una semana para responder, y se le recuerda una vez.', 'El vendedor no responde'],
    },
  },
  'no-answer': {
    title: 'El vendedor no responde',
    also: 'silencio callado respuesta contesta contestar ignora contactar contacto escribir correo mensaje recordatorio espera reclamar reclamo',
    steps: {
      start: ['¿Cómo preguntaste?', 'Con Farthing, que lo envió', 'Con una carta', 'Aún no'],
      sent: ['Tras siete días Farthing se lo recuerda al vendedor, una vez. Tras catorce cuenta como silencio. Entonces nadie puede recuperar el dinero, pero puedes acudir a otra instancia, guardar para ella todo el expediente, y no volver a pagar ahí sin que se te pregunte.'],
      letter: ['Anota en la solicitud que la enviaste, para que se cuenten los días. Cuando hayan pasado, la solicitud indica a quién más se puede acudir donde vives.'],
      notYet: ['Elige el pago y luego «Algo salió mal». Farthing averigua dónde acepta solicitudes el vendedor, o escribe una carta.'],
    },
  },
  'change-of-mind': {
    title: 'No lo vale, o cambié de opinión',
    also: 'arrepentido arrepentirse arrepenti devolver desistir desistimiento cancelar cancelacion no es lo que decia descripcion mala calidad corto clickbait titulo engañoso prometido articulo equivocado por error no me gusto',
    steps: {
      start: ['¿De qué se trata?', 'No es lo que se prometía', 'Cambié de opinión', 'El pago aún no se ha hecho'],
      promised: ['Elige el pago y luego «Algo salió mal», «No es lo que se prometía». Di en una frase qué faltaba: decide el vendedor.'],
      mind: ['Para algo que se lee al momento, la ley casi nunca deja volver atrás. Preguntar no cuesta nada: elige el pago y luego «Algo salió mal», «Cambié de opinión».'],
      before: ['Basta con «Ahora no». No se paga nada antes de que aceptes.'],
    },
  },
  'money-missing': {
    title: 'Falta dinero, y no hay ningún pago',
    also: 'robo robado robaron ladron menos saldo desaparecio desaparecido bajo perdido perdi hackeado hackearon vaciado vacio monedero plata',
    steps: {
      start: ['¿Dice el resumen que una parte está apartada?', 'Sí', 'No'],
      aside: ['Está retenida para pagos en curso. Se cobra, o vuelve sola en unos minutos.', 'Resumen', 'Un pago no avanza'],
      notAside: ['¿Usas las mismas doce palabras en otra billetera o en otro dispositivo?', 'Sí', 'No'],
      elsewhere: ['Lo que se paga ahí también sale de este monedero, y no está en este historial. Mira ahí primero.', 'Tus monederos'],
      stolen: ['Entonces puede que alguien conozca tus doce palabras. Quien las tiene, tiene el dinero, elijas la contraseña que elijas.', 'Crea una billetera nueva en otro navegador, anota sus palabras nuevas y envía ahí lo que queda. Nadie puede traer de vuelta lo que se fue; denúncialo a la policía, con una lista guardada de tus pagos.', 'Guardar tus pagos en un archivo'],
    },
  },
  'cannot-unlock': {
    title: 'No puedo abrir mi billetera',
    also: 'desbloquear bloqueada cerrada contraseña clave incorrecta equivocada llave de acceso passkey pin no funciona no sirve no deja entrar acceder acceso iniciar sesion login intentos esperar codigo cartera',
    steps: {
      start: ['¿Qué pasa?', 'No acepta la contraseña', 'La llave de acceso no responde', 'Tengo que esperar', 'El PIN desapareció', 'Dice que la billetera ya no se puede leer'],
      password: ['Revisa Bloq Mayús y el idioma del teclado; «Mostrar» te deja leer lo que escribes. Los intentos fallidos no quitan nada, solo te hacen esperar.', 'Olvidé mi contraseña'],
      passkey: ['Está en el dispositivo, el teléfono o la llave donde la creaste: tenlo a mano, con el Bluetooth activado si es un teléfono. Ábrela en una pestaña, donde cabe la pregunta del navegador. También sirve cualquier otro acceso que hayas añadido.', 'Otro acceso'],
      wait: ['Tras varios intentos fallidos, cada nuevo intento hace esperar más, una hora como máximo. Esperar no hace perder nada, y nadie puede acortarlo.'],
      pin: ['Un PIN dura hasta que se cierra el navegador, o hasta cinco intentos fallidos. Usa tu contraseña o tu llave de acceso; después puedes poner uno nuevo.'],
      damaged: ['Tu dinero no se encuentra en este dispositivo: las doce palabras lo recuperan. La puerta ofrece «Recuperarla con las doce palabras». Una copia de seguridad recupera también el historial.', 'Recuperar una billetera'],
    },
  },
  'forgot-password': {
    title: 'Olvidé mi contraseña',
    also: 'olvide olvidado olvidar perdi perdida perder restablecer resetear recuperar recuperacion recordar recuerdo acuerdo cambiar clave',
    steps: {
      start: ['¿Qué más tienes?', 'Una llave de acceso o un código de recuperación', 'Las doce palabras', 'Una copia de seguridad y su frase de contraseña', 'La billetera está abierta ahora mismo', 'Nada de eso'],
      other: ['En la puerta, pulsa «Usar una llave de acceso» o «Usar un código de recuperación». Después añade una contraseña nueva en Seguridad, y quita la anterior.'],
      words: ['Abren otra vez el mismo monedero: en otro navegador, o aquí después de quitar Farthing y añadirlo de nuevo. Al quitarlo también se va el historial que se guarda en este dispositivo, así que prueba antes todo lo demás.', 'Escribe las palabras en la primera página de Farthing y en ningún otro lugar.', 'Recuperar una billetera'],
      file: ['Lo recupera todo, también el historial: en otro navegador, o aquí después de quitar Farthing y añadirlo de nuevo.', 'Recuperar una billetera'],
      open: ['Anota ahora las doce palabras, si aún puedes confirmar que eres tú, y añade otro acceso.'],
      none: ['Entonces nadie puede abrirla: no hay llave maestra, y nadie en Farthing tiene una. Mientras sigas intentando, no se pierde nada; quien te prometa abrirla quiere robarte.'],
    },
  },
  'new-device': {
    title: 'Un dispositivo nuevo, o recuperar una billetera',
    also: 'restaurar respaldo copia de seguridad backup transferir pasar mover mudar cambiar telefono celular movil computadora ordenador portatil otro navegador importar doce palabras 12 palabras frase semilla seed reinstalar segundo dispositivo sincronizar',
    steps: {
      start: ['¿Qué quieres hacer?', 'Pasar a un dispositivo nuevo', 'Recuperar una billetera perdida', 'Usarla en dos dispositivos'],
      move: ['Haz aquí, en Seguridad, una copia de seguridad y llévala al dispositivo nuevo con su frase de contraseña. Ahí, en la primera página de Farthing, pulsa «Tengo una copia de seguridad». Los accesos se ponen de nuevo.', 'Hacer una copia de seguridad'],
      lost: ['¿Qué tienes?', 'Una copia de seguridad y su frase de contraseña', 'Las doce palabras', 'Ninguna de las dos'],
      file: ['Añade Farthing al navegador nuevo. En su primera página, pulsa «Tengo una copia de seguridad». Todo vuelve, y lo que es tuyo se abre de nuevo.'],
      words: ['Añade Farthing al navegador nuevo. En su primera página, pulsa «Tengo doce palabras», y escríbelas ahí. El dinero vuelve enseguida. Lo que compraste se encuentra de nuevo cuando llegas a su página; tus notas y copias solo están en una copia de seguridad.', 'Si tenías varios monederos, búscalos antes de seguir.', 'Buscar otros monederos'],
      neither: ['Entonces no se puede llegar al dinero, ni tú ni nadie. Si el dispositivo anterior aún enciende, abre ahí la billetera y anota las palabras.'],
      two: ['Funciona, pero cada una solo conoce su propio historial, sus límites y sus permisos. Es mejor dar a cada dispositivo su propia billetera, con un poco de dinero.'],
    },
  },
  'add-money': {
    title: '¿Cómo pongo dinero?',
    also: 'añadir agregar meter cargar recargar recarga depositar deposito ingresar fondos comprar usdc dolares tarjeta banco transferencia no alcanza insuficiente saldo llenar monedero cripto plata',
    steps: {
      start: ['¿Tienes dólares digitales (USDC) en alguna parte?', 'Sí', 'No'],
      have: ['Envíalos a la cuenta que aparece en el resumen, en la red que ahí se indica. Cualquier otra cosa, y cualquier otra red, puede perderse. Guarda aquí lo que llevarías en el bolsillo.', 'A dónde enviarlos'],
      none: ['Farthing no vende dinero ni acepta tarjetas. Una casa de cambio digital de tu elección sí, y envía USDC a la cuenta que aparece en el resumen, en la red que ahí se indica. Las comisiones por ello las fija ella: dile a Farthing el porcentaje, y aparece debajo de cada precio.', 'A dónde enviarlos', 'Lo que te cuesta conseguir dólares'],
    },
  },
  'money-not-arrived': {
    title: 'Envié dinero, y no aparece',
    also: 'deposito no llega no llego donde esta mi dinero recarga falta enviado envio saldo cero transferencia red equivocada monedero vacio exchange casa de cambio plata',
    steps: {
      start: ['¿Qué enviaste, y en qué red?', 'Lo que indica el resumen, en la red que indica', 'Otra moneda, o en otra red', 'No lo sé'],
      right: ['Suele tardar minutos; las casas de cambio a veces lo retienen un día. Compara la cuenta, letra por letra, con la del resumen. Farthing lo ve en cuanto la red lo tiene; «Mirar ahora», en la página de los monederos, pregunta enseguida.', 'Resumen', 'Tus monederos'],
      wrong: ['Está en la misma cuenta, en la otra red. Farthing no puede moverlo, pero tus doce palabras abren esa cuenta en otra billetera que conozca la red.', 'Escríbelas solo en una billetera en la que tengas motivos para confiar, y en ninguna página web. Quien te ofrece «recuperarlo» quiere las palabras.'],
      unknown: ['El lugar desde donde lo enviaste muestra ambas cosas, con la cuenta a la que fue. Compáralas con el resumen antes de enviar más.', 'Resumen'],
    },
  },
  'asked-for-support': {
    title: 'Una página me manda a soporte técnico',
    also: 'asistencia ayuda tecnica atencion al cliente llamar llamada telefono numero chat correo email mesa de ayuda estafa alguien pide doce palabras frase semilla contraseña remoto teamviewer anydesk verificar sincronizar',
    steps: {
      start: ['No llames, no escribas, no hagas clic. Farthing no tiene línea de atención ni chat. Quien ofrezca ayuda en una página, por teléfono o por correo quiere tu dinero.', 'Nadie necesita nunca tus doce palabras, tu contraseña ni un código; nadie tiene que «verificar» ni «sincronizar» una billetera. Lo que Farthing puede hacer por ti está aquí dentro.', 'Les dije algo', 'Un informe que lees antes de que lo reciba nadie'],
    },
  },
  'told-words': {
    title: 'Le dije a alguien mis palabras o mi contraseña',
    also: 'di conte entregue escribi puse ingrese palabras clave phishing pagina falsa sitio falso estafa estafaron hackeado frase semilla filtrado expuesto alguien sabe',
    steps: {
      start: ['¿Qué sabe esa persona?', 'Las doce palabras', 'La contraseña, el PIN o un código', 'Vio mi pantalla'],
      words: ['Date prisa: quien tiene las palabras tiene el dinero, y ninguna contraseña lo detiene. Crea una billetera nueva en otro navegador, anota sus palabras y envía ahí todo. No vuelvas a usar las palabras anteriores.', 'Lo que hay en tus monederos'],
      password: ['La contraseña sola solo le sirve a quien esté ante este dispositivo, o tenga una copia de su disco. Añade una nueva, y quita la anterior.'],
      screen: ['Si en ella estaban las doce palabras, las conoce: empieza de nuevo, y elige eso. Si no, cierra la billetera, termina lo que te hicieron instalar y elige una contraseña nueva.'],
    },
  },
  'not-payable': {
    title: 'Farthing no puede pagar aquí',
    also: 'no se puede pagar rechaza rechazado no funciona no compatible red moneda boton precio no aparece no pasa nada sin tarjeta sin precio limite alcanzado',
    steps: {
      start: ['¿Qué ves?', 'Ningún precio', 'Un motivo por el que no', 'Que el dinero no alcanza', 'Que se alcanzó un límite'],
      noPrice: ['Pulsa el botón de Farthing en la página: con «Solo cuando pulse el botón» no mira por su cuenta. Si dice que no hay nada que pagar, la página no pide ningún precio que una billetera pueda leer; quizá solo vende suscripciones.', 'Dónde busca precios Farthing'],
      reason: ['Es tal como lo dice: la página pide dinero de una forma, o en una red, en la que Farthing no paga. No se cobró nada. Algunos motivos están por tu seguridad y no se pueden pasar por alto.'],
      notEnough: ['En tu monedero hay menos que el precio, o una parte está apartada para pagos en curso.', '¿Cómo pongo dinero?', 'Resumen'],
      limit: ['Puedes subirlo, si quieres. Un día nuevo empieza a medianoche; un mes nuevo, el día 1.', 'Tus límites'],
    },
  },
  warned: {
    title: 'Farthing me avisa',
    also: 'aviso alerta advertencia advierte sospechoso riesgo peligro peligroso fraude estafa inusual raro cuenta cambio cuidado noto seguro confiar',
    steps: {
      start: ['¿Conoces bien este sitio?', 'Sí, lo conozco', 'No del todo', 'Ya pagué, y fue un fraude'],
      sure: ['«¿Por qué se me avisa?», junto al aviso, dice qué se notó. Puede ser honesto: hay sitios que cambian de cuenta. Si es así, dilo marcando la casilla, y sigue. Tú ajustas qué vigila.'],
      unsure: ['«Ahora no» no cuesta nada. Escribe tú la dirección del sitio, en una pestaña nueva, y compara. Con tres respuestas así en una hora, no se paga nada hasta que confirmes que eres tú.'],
      paid: ['Márcalo como fraude en la página del pago: Farthing te avisará antes de que se vuelva a pagar a ese sitio o esa cuenta. «Algo salió mal» pide el dinero; un estafador no lo devolverá, y nadie puede quitárselo.'],
    },
  },
  'who-learns': {
    title: '¿Quién se entera de lo que leo?',
    also: 'privacidad privado rastreo rastrear seguimiento datos anonimo personal ver historial espiar vigilar borrar eliminar olvidar cookies',
    steps: {
      start: ['El sitio al que pagas, como en cualquier visita, y nadie más por parte de Farthing. El servicio que lee tu saldo ve tu cuenta. Los pagos son públicos en su red, sin tu nombre.', 'Lo que se guarda está en este dispositivo, y puedes olvidar un sitio, un período o todo.', 'Qué se guarda, y quién ha recibido qué', 'Un monedero para un solo sitio'],
    },
  },
  'browser-closed': {
    title: 'El navegador se cerró a la mitad',
    also: 'fallo fallar colgo cierre corte luz bateria apago interrumpido red sin conexion internet desconectado cayo reiniciar reinicio pestaña cerrada en medio',
    steps: {
      start: ['Cada pago se anota antes de salir. Cuando vuelves y abres la billetera, Farthing averigua qué pasó con él, y lo termina o muestra que no se te cobró nada. Nunca paga por él una segunda vez.', 'Un pago no avanza'],
    },
  },
  'cannot-do': {
    title: 'Anular un pago, y qué más no se puede',
    also: 'anular cancelar revertir disputa disputar contracargo deshacer detener parar garantia seguro banco recuperar dinero imposible retirar euros pesos cuenta bancaria juez arbitro mediador limites de',
    steps: {
      start: ['¿Qué buscas?', 'Anular un pago', 'A alguien que resuelva un conflicto', 'Detener un pago en curso', 'Pasar el dinero a un banco'],
      takeBack: ['Nadie puede anular un pago; solo el vendedor puede devolverlo. Por eso ves el precio entero antes de aceptar. Farthing pide el dinero en debida forma, guarda la prueba y te dice en qué queda.'],
      judge: ['Farthing no juzga a nadie. Cuando un vendedor no responde, la solicitud indica organismos externos para tu país.'],
      stop: ['Mientras un pago hecho sin preguntar espera sus cinco segundos, «Detener» lo termina. Después es del vendedor; si no se usa, queda en nada en unos minutos.'],
      bank: ['Farthing solo paga. Tus doce palabras abren la misma cuenta en otras billeteras, que pueden enviar el dinero a una casa de cambio.'],
    },
  },
}
