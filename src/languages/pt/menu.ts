import type { Language } from '../language'

export const menu: Language['menu'] = {
  cost: 'Desbloquear, ou ver quanto custa',
  tip: 'Dar gorjeta a quem escreveu',
  site: 'Procurar este site no meu histórico',
  link: 'Procurar este link no meu histórico',
  history: 'Abrir meu histórico',
  lock: 'Trancar agora',
}
